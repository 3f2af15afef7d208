import { addressOfText } from '../../core/address';
import type { KramdownOptions } from '../../core/kramdown';
import {
  isYamlMap,
  parsePostFile,
  readFileName,
  readFrontMatter,
  titleFromSlug,
  type YamlValue,
} from '../../core/post-file';
import type { BlogFolder } from '../../blog/blog-folder';
import { scanPosts } from '../../blog/scan';
import type { Site } from '../../blog/site';
import { cutHtml, type OpenTag } from '../render/html-pieces';
import { renderMarkdown } from '../render/markdown';
import { siteHtml } from '../true-preview/site-page';
import { findPost } from './find-post';
import { type HeaderLook, headerOf, type SaidAbove } from './header';
import { type Marks, marksOf } from './marks';
import { builtNames, FILES, SITE } from './site-files';
import { templateOf } from './template';
import { type Element, elementsIn, isElement, printNode, treeOf } from './tree';

/** How the site shows its posts: everything of a page but the post. */
export interface SiteLook {
  readonly html: OpenTag;
  /** What its head holds, but for the title. */
  readonly head: string;
  /** The body, with places for the parts of a post (`place`). */
  readonly body: string;
  readonly header: HeaderLook;
  readonly marks: Marks;
}

export interface LookedAt {
  readonly folder: BlogFolder;
  readonly site: Site;
  readonly own: readonly string[];
  readonly zone: string;
  readonly kramdown: KramdownOptions;
}

interface BuiltPost extends SaidAbove {
  readonly lang: string;
  readonly title: string;
  readonly markdown: string;
  readonly page: Element;
}

/** The newest posts tell what a site does; some of them, so that one odd post does not. */
const LOOKED_AT = 3;
const TRIED = 30;

/**
 * Learns from the built site (`_site`) how its posts look; null where it has none of them.
 *
 * @param lang of the post to be shown: bars and menus are in the language of the page
 */
export async function readLook(blog: LookedAt, lang: string): Promise<SiteLook | null> {
  const posts = await builtPosts(blog);
  const isWanted = (post: BuiltPost): boolean => bare(post.lang) === bare(lang);
  const inLanguage = posts.filter(isWanted);
  const rest = posts.filter((post) => !isWanted(post));
  const contents: string[] = [];
  let look: Omit<SiteLook, 'marks'> | null = null;
  for (const post of [...inLanguage, ...rest]) {
    const body = named(post.page, 'body');
    const html = named(post.page, 'html');
    if (!body || !html) continue;
    const content = treeOf(cutHtml(renderMarkdown(post.markdown, blog.kramdown).html));
    const found = findPost(body, { title: post.title, content });
    if (!found) continue;
    contents.push(printNode(found.content));
    if (look) continue;
    const other = [...inLanguage, ...rest].find((one) => one !== post)?.page;
    const head = named(post.page, 'head')?.children ?? [];
    look = {
      html: html.tag,
      head: head
        .filter((one) => !isElement(one) || kept(one))
        .map(printNode)
        .join(''),
      body: templateOf(body, found, printNode(other ?? (await frontPage(blog)) ?? treeOf([]))),
      header: headerOf(found, post),
    };
  }
  return look && { ...look, marks: marksOf(contents) };
}

const textOf = (value: YamlValue | undefined): string => (typeof value === 'string' ? value : '');

/** `ko` of `ko-KR`. */
const bare = (lang: string): string => lang.replace(/[-_].*$/, '').toLowerCase();

/** Of a head: style sheets and how wide the page is; the rest speaks of one post. */
function kept({ tag }: Element): boolean {
  if (tag.name === 'style' || tag.name === 'link') return true;
  return tag.name === 'meta' && !tag.attributes.some(({ name }) => name === 'property');
}

const named = (page: Element, name: string): Element | null =>
  elementsIn(page).find((one) => one.tag.name === name) ?? null;

const safe = (html: string, { own }: LookedAt, at: string): Element =>
  treeOf(cutHtml(siteHtml(html, { math: false, mermaid: false, files: FILES, own, at, head: '' })));

async function frontPage(blog: LookedAt): Promise<Element | null> {
  const page = await blog.folder.read(`${SITE}/index.html`).catch(() => null);
  return page && safe(page.toString('utf8'), blog, '/');
}

async function builtPosts(blog: LookedAt): Promise<BuiltPost[]> {
  const { folder, site, zone } = blog;
  const name = (file: string): string => file.replace(/^.*\//, '');
  const files = (await scanPosts(folder.root).catch(() => [])).sort((a, b) =>
    name(a) < name(b) ? 1 : -1,
  );
  const found: BuiltPost[] = [];
  for (const file of files.slice(0, TRIED)) {
    if (found.length === LOOKED_AT) break;
    const text = (await folder.read(file).catch(() => null))?.toString('utf8');
    if (text === undefined) continue;
    const address = addressOfText(text, file, zone, site.address);
    for (const built of builtNames(address)) {
      const page = (await folder.read(`${SITE}/${built}`).catch(() => null))?.toString('utf8');
      if (page === undefined) continue;
      const parsed = parsePostFile(text);
      const said = new Map(readFrontMatter(parsed).entries.map(({ key, value }) => [key, value]));
      const title = said.get('title') ?? titleFromSlug(readFileName(file)?.slug ?? '');
      const lang = said.get('lang');
      const image = said.get('image') ?? null;
      found.push({
        lang: typeof lang === 'string' ? lang : (site.lang ?? ''),
        title: String(title),
        description: textOf(said.get('description')),
        cover: textOf(isYamlMap(image) ? image['path'] : image),
        markdown: parsed.body,
        page: safe(page, blog, address),
      });
      break;
    }
  }
  return found;
}
