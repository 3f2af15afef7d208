import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { DATE } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, POST, type Row } from '../import/cms';
import { buildSite, removeSite, type Site } from '../jekyll/site';

const SETTINGS = {
  localeStrategy: null,
  singleLocale: undefined,
  languageCodes: {},
} as const;
type Settings = Partial<Record<keyof typeof SETTINGS, unknown>>;

/** A theme that links the versions of a post as docs/languages.md tells. */
const LAYOUT = `---
---
<html lang="{{ page.lang | default: site.lang }}"><head>
{% for link in page.alternates %}<link rel="alternate" hreflang="{{ link[0] }}" href="{{ link[1] | relative_url }}">
{% endfor %}{% unless page.alternates %}{% for post in site.posts %}{% for link in post.alternates %}{% if link[1] == page.url %}<link rel="alternate" hreflang="{{ post.lang }}" href="{{ post.url | relative_url }}">
{% endif %}{% endfor %}{% endfor %}{% endunless %}
HEADERS
</head><body><h1>{{ page.title }}</h1><article>{{ content }}</article></body></html>
`;
const INDEX = `---
---
<ul>{% for post in site.posts %}<li><a href="{{ post.url }}">{{ post.title }}</a></li>{% endfor %}</ul>
`;

const CONFIG = [
  'url: https://blog.example',
  'timezone: Asia/Seoul',
  'lang: ko-KR',
  'permalink: /posts/:title/',
  'defaults: [{ scope: { path: "", type: posts }, values: { layout: post } }]',
  '',
].join('\n');
export const POLYGLOT = [
  'plugins: [jekyll-polyglot]',
  'languages: [ko, en]',
  'default_lang: ko',
  'parallel_localization: false',
  '',
].join('\n');

/** A checkout without posts that Jekyll builds. */
export const newBlog = (more = '', files: Readonly<Record<string, string>> = {}) =>
  Checkout.with({
    '_config.yml': CONFIG + more,
    '_layouts/post.html': LAYOUT.replace(
      'HEADERS',
      more.includes('jekyll-polyglot') ? '{% i18n_headers %}' : '',
    ),
    'index.html': INDEX,
    ...files,
  });

/** One booted Strapi for the tests of a file, and what they do with blogs in two languages. */
export class Desk {
  app!: BootedStrapi;
  cms!: Cms;
  readonly #built: string[] = [];

  async open(): Promise<void> {
    this.app = await bootStrapi();
    this.cms = new Cms(this.app.strapi);
  }

  async close(): Promise<void> {
    await this.app.close();
    for (const dir of this.#built) await removeSite(dir);
    await removeCheckouts();
  }

  /** Until the next call; what is not named has its default. */
  set(settings: Settings = {}): void {
    for (const [key, value] of Object.entries({ ...SETTINGS, ...settings })) {
      this.app.strapi.config.set(`plugin::jekyll.${key}`, value);
    }
  }

  /** Publishes a post in the given languages: title and more by locale. */
  async publish(
    slug: string,
    versions: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ): Promise<Row> {
    let post: Row | null = null;
    for (const [locale, fields] of Object.entries(versions)) {
      const data = { slug, date: DATE, body: `${slug} ${locale}`, ...fields };
      const posts = this.cms.documents(POST);
      post = post
        ? await posts.update({ documentId: post.documentId, locale, status: 'published', data })
        : await posts.create({ locale, status: 'published', data });
    }
    if (!post) throw new Error('A post needs a version.');
    return post;
  }

  async build(blog: Checkout): Promise<Site> {
    this.#built.push(blog.dir);
    const site = await buildSite(blog.dir);
    expect(site.log).not.toMatch(/error|warning|conflict|exception/i);
    return site;
  }
}

export const posts = async (blog: Checkout): Promise<string[]> =>
  (await blog.files()).filter((file) => file.includes('_posts/'));

/** What a page of a site shows: its language, its heading, and where it says the others are. */
export async function shown(site: Site, address: string) {
  const page = await site.page(address);
  return {
    title: page.querySelector('h1')?.text,
    text: page.querySelector('article')?.text.trim(),
    links: page
      .querySelectorAll('link[rel=alternate]')
      .map((link) => `${link.getAttribute('hreflang')} ${link.getAttribute('href')}`),
  };
}

/** Titles on the first page of a site. */
export const listed = async (site: Site, address = '/'): Promise<string[]> =>
  (await site.page(address))
    .querySelectorAll('li')
    .map((entry) => entry.text)
    .sort();
