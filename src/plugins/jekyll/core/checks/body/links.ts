import type { Region } from './regions';

/** A link or an image as it is spelled. */
export interface BodyLink {
  readonly href: string;
  readonly offset: number;
}

export interface Image extends BodyLink {
  readonly alt: string | null;
  /** Text of the attribute list that touches it; null where there is none. */
  readonly attributes: string | null;
  /** Behind the image, before any attribute list. */
  readonly end: number;
  readonly html: boolean;
}

export interface Links {
  readonly links: readonly BodyLink[];
  readonly images: readonly Image[];
}

/** `[` or `![` with a text that may hold brackets in pairs, and a target with parentheses in pairs. */
const INLINE =
  /(\\?)(!?)\[((?:[^[\]\\]|\\[\s\S]|\[(?:[^[\]\\]|\\[\s\S])*\](?:\([^()\n]*\))?)*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const DEFINITION = /^ {0,3}\[(?!\^)([^\n\]]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/gm;
const REFERENCE = /(\\?)(!?)\[([^[\]\n]+)\]\s?\[([^[\]\n]*)\]/g;
const AUTOLINK = /<(https?:\/\/[^\s<>]+)>/g;
const BARE = /(?<![\w"'=(<[/])https?:\/\/[^\s<>"'`()[\]]+(?:\([^\s<>"'`()]*\)[^\s<>"'`()[\]]*)*/g;
const ATTRIBUTE = (name: string): RegExp =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const TOUCHING = /^\{:(?![:/])([^{}\n]*)\}/;

/** Links and images of a body, Markdown's and HTML's, each where it stands, in order. */
export function readLinks(markdown: string, regions: readonly Region[], prose: string): Links {
  const links: BodyLink[] = [];
  const images: Image[] = [];
  const isHidden = hiddenIn(regions);
  const add = (isImage: boolean, href: string, alt: string, offset: number, end: number): void => {
    if (!isImage) links.push({ href, offset });
    else {
      const attributes = TOUCHING.exec(markdown.slice(end, end + 400))?.[1] ?? null;
      images.push({ href, alt, attributes, offset, end, html: false });
    }
  };

  if (markdown.includes('](')) {
    const pattern = new RegExp(INLINE);
    for (let match = pattern.exec(markdown); match; match = pattern.exec(markdown)) {
      const [source, escape, bang, text = '', angled, plain = ''] = match;
      const offset = match.index + (escape?.length ?? 0);
      if (!escape && !isHidden(offset)) {
        add(bang === '!', angled ?? plain, text, offset, match.index + source.length);
      }
      // A link may hold an image: its text is read too.
      pattern.lastIndex = offset + (bang?.length ?? 0) + 1;
    }
  }
  const definitions = new Map<string, { href: string; offset: number }>();
  for (const match of prose.matchAll(DEFINITION)) {
    const [, name = '', angled, plain = ''] = match;
    definitions.set(nameOf(name), { href: angled ?? plain, offset: match.index });
  }
  if (definitions.size > 0) {
    for (const match of prose.matchAll(REFERENCE)) {
      const [source, escape, bang, text = '', name = ''] = match;
      const target = definitions.get(nameOf(name || text));
      if (!escape && target) {
        add(bang === '!', target.href, text, match.index, match.index + source.length);
      }
    }
  }
  for (const match of markdown.matchAll(AUTOLINK)) {
    if (!isInCode(regions, match.index)) links.push({ href: match[1] ?? '', offset: match.index });
  }
  for (const match of prose.matchAll(BARE)) {
    links.push({ href: match[0].replace(/[.,;:!?*_~]+$/, ''), offset: match.index });
  }
  readHtml(markdown, regions, links, images);
  const byPlace = (a: BodyLink, b: BodyLink): number => a.offset - b.offset;
  return { links: links.sort(byPlace), images: images.sort(byPlace) };
}

const nameOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** A link that begins in code, math, a comment or a tag is none; one whose text holds code is. */
function hiddenIn(regions: readonly Region[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at > 0 && (regions[at - 1]?.end ?? 0) > offset) at -= 1;
    while (at < regions.length && (regions[at]?.end ?? 0) <= offset) at += 1;
    const region = regions[at];
    return region !== undefined && region.start <= offset;
  };
}

const isInCode = (regions: readonly Region[], offset: number): boolean =>
  regions.some(
    ({ kind, start, end }) =>
      start <= offset && offset < end && (kind === 'code' || kind === 'comment' || kind === 'math'),
  );

function readHtml(
  markdown: string,
  regions: readonly Region[],
  links: BodyLink[],
  images: Image[],
): void {
  for (const region of regions) {
    if (region.kind !== 'html') continue;
    const source = markdown.slice(region.start, region.end);
    for (const match of source.matchAll(/<(a|img)\b[^<>]*>/gi)) {
      const [tag, name = ''] = match;
      const offset = region.start + match.index;
      const value = (attribute: string): string | null => {
        const found = ATTRIBUTE(attribute).exec(tag);
        return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null;
      };
      if (name.toLowerCase() === 'a') {
        const href = value('href');
        if (href !== null) links.push({ href, offset });
      } else {
        const alt = value('alt');
        const end = offset + tag.length;
        images.push({ href: value('src') ?? '', alt, attributes: tag, offset, end, html: true });
      }
    }
  }
}
