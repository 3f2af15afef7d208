import { type AddressPost, postAddress } from '../core/address';
import { defaultValues } from '../core/address/defaults';
import {
  isTimestamp,
  isYamlMap,
  parsePostFile,
  readDate,
  readFileName,
  readFrontMatter,
  titleFromSlug,
  type YamlValue,
} from '../core/post-file';
import { mediaCandidates } from '../core/post/media-path';
import type { Problem } from '../core/problem';
import type { BlogContext } from './blog-context';
import { renderLiquid } from './liquid/render-liquid';
import * as problems from './problems';
import { cutHtml } from './render/html-pieces';
import { renderMarkdown } from './render/markdown';
import { mediaOf, refine, type TocHeading } from './render/refine';
import type { Marks } from './site-look/marks';

/** A post as its page shows it: everything is text, but for the HTML of its content. */
export interface PostPage {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly date: number | null;
  readonly zone: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly cover: {
    readonly src: string | null;
    readonly alt: string;
    readonly path: string;
  } | null;
  readonly pin: boolean;
  readonly toc: readonly TocHeading[];
  readonly html: string;
  readonly words: number;
  readonly problems: readonly Problem[];
  /** Address on the blog, from the root of the site. */
  readonly address: string;
  /** Lines of the file before the first line of the content. */
  readonly offset: number;
}

/** How a page reaches a file of the blog: its address, or null where nobody has it. */
export type MediaAddress = (paths: readonly string[], address: string) => Promise<string | null>;

export interface RenderOptions {
  readonly locale: string;
  readonly media: MediaAddress;
  /** What the built site's layout does to the HTML; null: what Chirpy does. */
  readonly marks: Marks | null;
}

const textOf = (value: YamlValue | undefined): string => {
  if (value === null || value === undefined || typeof value === 'object') {
    return value && typeof value === 'object' && isTimestamp(value) ? value.source : '';
  }
  return String(value);
};
const textsOf = (value: YamlValue | undefined): string[] => {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean);
  return textOf(value).split(/\s+/).filter(Boolean);
};

/** What Liquid sees of a front matter value. */
function plain(value: YamlValue): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (isTimestamp(value)) return new Date(value.ms);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

const countWords = (html: string): number =>
  html
    .replace(/<[^>]{0,2000}>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

/**
 * Renders the text of a post file as Jekyll and Chirpy do, one after the other: front matter and
 * the site's defaults, Liquid, kramdown, and what the theme makes of the HTML.
 */
export async function renderDocument(
  file: { readonly path: string; readonly text: string; readonly problems: readonly Problem[] },
  blog: BlogContext,
  { locale, media, marks }: RenderOptions,
): Promise<PostPage> {
  const { site, zone } = blog;
  const parsed = parsePostFile(file.text);
  const front = readFrontMatter(parsed);
  const said = new Map(front.entries.map(({ key, value }) => [key, value]));
  const defaults = defaultValues(site.address.defaults, file.path, site.address.collectionsDir);
  const value = (key: string): YamlValue | undefined =>
    said.get(key) ?? (defaults.get(key) as YamlValue | undefined);
  const name = readFileName(file.path);
  const slug = name?.slug ?? '';
  const title = textOf(value('title')) || titleFromSlug(slug);
  const date =
    readDate(value('date') ?? null, zone)?.ms ?? readDate(name?.date ?? null, zone)?.ms ?? null;
  const found: Problem[] = [...file.problems];

  const place: AddressPost = { path: file.path, frontMatter: said, zone };
  const address = postAddress(place, site.address);
  const before = file.text.length - parsed.body.length;
  // Jekyll takes the blank lines behind the front matter away.
  const body = parsed.body.replace(/^\s*\n/, '');
  const offset = linesIn(file.text.slice(0, before + parsed.body.length - body.length));

  const markdownify = (text: string): string => renderMarkdown(text, blog.kramdown).html;
  const scope = {
    site: { ...blog.config, time: new Date(), posts: [], pages: [], categories: {}, tags: {} },
    page: {
      ...Object.fromEntries([...defaults]),
      ...Object.fromEntries([...said].map(([key, entry]) => [key, plain(entry)])),
      title,
      url: address,
      path: file.path,
      slug,
      ...(date === null ? {} : { date: new Date(date) }),
    },
    jekyll: { version: '4.3.1', environment: 'production' },
  };
  let markdown = body;
  if (value('render_with_liquid') !== false) {
    const url = textOf(blog.config['url'] as YamlValue);
    const rendered = await renderLiquid(body, {
      scope,
      url,
      baseurl: site.baseurl,
      markdownify,
      readInclude: async (include) => {
        const bytes = await blog.folder?.read(`_includes/${include}`).catch(() => null);
        return bytes?.toString('utf8') ?? null;
      },
      addressOf: (post) => blog.addressOf(post),
    });
    markdown = rendered.text;
    found.push(...rendered.problems.map(moved(offset)));
  }

  const rendered = renderMarkdown(markdown, blog.kramdown);
  for (const { code, message, line } of rendered.warnings) {
    found.push(problems.kramdownWarning(code, message, line + offset));
  }
  const pieces = cutHtml(rendered.html);
  const base = mediaBaseOf(value);
  const own = ownAddress(blog);
  const addresses = new Map<string, string | null>();
  const lookUp = async (source: string): Promise<string | null> => {
    const local = own(source);
    if (/^(?:https?:)?\/\//i.test(local) || /^data:image\//i.test(local)) return local;
    return media(mediaCandidates(local, base, site), local);
  };
  await Promise.all(
    mediaOf(pieces).map(async (source) => addresses.set(source, await lookUp(source))),
  );
  const refined = refine(pieces, {
    math: value('math') === true,
    mermaid: value('mermaid') === true,
    lineNumbers: blog.lineNumbers,
    marks,
    media: (source) => addresses.get(source) ?? null,
    note: (problem) => found.push(problem),
  });

  const image = value('image');
  const imageOf = (key: string): string =>
    isYamlMap(image ?? null) ? textOf((image as Record<string, YamlValue>)[key]) : '';
  const coverPath = typeof image === 'string' ? image : imageOf('path') || imageOf('src');
  const coverSource = coverPath === '' ? null : await lookUp(coverPath);
  if (coverPath !== '' && coverSource === null) found.push(problems.missingImage(coverPath));
  const authors = said.has('authors') ? textsOf(said.get('authors')) : textsOf(value('author'));
  return {
    lang: textOf(value('lang')) || locale,
    title,
    description: textOf(value('description')),
    date,
    zone,
    authors: authors.map((id) => blog.authors.get(id) ?? id),
    categories: textsOf(value('categories') ?? value('category')),
    tags: textsOf(value('tags') ?? value('tag')),
    cover: coverPath === '' ? null : { src: coverSource, alt: imageOf('alt'), path: coverPath },
    pin: value('pin') === true,
    toc: value('toc') === false ? [] : refined.headings.filter(({ level }) => level <= 4),
    html: refined.html,
    words: countWords(refined.html),
    problems: unique(found),
    address,
    offset,
  };
}

const linesIn = (text: string): number => text.split('\n').length - 1;

const moved =
  (offset: number) =>
  (problem: Problem): Problem =>
    problem.line === undefined ? problem : { ...problem, line: problem.line + offset };

/** Chirpy 7 reads `media_subpath`, older ones `img_path`. */
function mediaBaseOf(value: (key: string) => YamlValue | undefined) {
  for (const key of ['media_subpath', 'img_path'] as const) {
    const folder = textOf(value(key));
    if (folder !== '') return { value: folder, key };
  }
  return { value: null, key: null };
}

/** An address of the blog itself, with its host, as one from the root of the blog. */
function ownAddress({ config, site }: BlogContext): (address: string) => string {
  const url = typeof config['url'] === 'string' ? config['url'].replace(/\/+$/, '') : '';
  const whole = url + site.baseurl;
  return (address) =>
    url !== '' && address.startsWith(`${whole}/`) ? address.slice(whole.length) : address;
}

/** One of each: thirty broken images of one name are one mistake. */
const unique = (found: readonly Problem[]): Problem[] => [
  ...new Map(found.map((one) => [`${one.code}\n${one.message.en}`, one])).values(),
];
