import type { Region } from './regions';

/** A link or an image as it is spelled. */
export interface BodyLink {
  /** With its Liquid, where it holds some. */
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

/**
 * `[` or `![` with a text that may hold brackets in pairs, and a target with parentheses in pairs.
 * As kramdown has it, a target may hold blanks too.
 */
const INLINE =
  /(\\?)(!?)\[((?:[^[\]\\\n]|\n(?![ \t]*\n)|\\[\s\S]|\[(?:[^[\]\\\n]|\n(?![ \t]*\n)|\\[\s\S])*\])*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()]|\([^\s()]*\))*\)|[ \t]+(?=[^\s()<>"'\\]))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const DEFINITION = /^ {0,3}\[(?!\^)([^\n\]]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/gm;
/** `[text][name]`, `[name][]` and `[name]` alone; an image may have an empty text. */
const REFERENCE = /(\\?)(!?)\[((?:[^[\]\n])*)\](?:\s?\[([^[\]\n]*)\])?(?![(:])/g;
const AUTOLINK = /<(https?:\/\/[^\s<>]+)>/g;
const BARE = /(?<![\w"'=(<[/])https?:\/\/[^\s<>"'`()[\]]+(?:\([^\s<>"'`()]*\)[^\s<>"'`()[\]]*)*/g;
const ATTRIBUTE = (name: string): RegExp =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const TOUCHING = /^\{:(?![:/])([^{}\n]*)\}/;

/**
 * Links and images of a body, Markdown's and HTML's, each where it stands, in order.
 *
 * @param text with its Liquid, which addresses keep
 * @param markdown without, as long as `text`
 * @param prose running text, as long as `text`
 */
export function readLinks(
  text: string,
  markdown: string,
  regions: readonly Region[],
  prose: string,
): Links {
  // A name may hold code, which running text lacks.
  const written = (start: number, { length }: string): string =>
    markdown.slice(start, start + length);
  const spelled = (start: number, { length }: string): string => text.slice(start, start + length);
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
      const [source, escape, bang, label = '', angled, plain = ''] = match;
      const offset = match.index + (escape?.length ?? 0);
      if (!escape && !isHidden(offset)) {
        const behind = offset + (bang?.length ?? 0) + label.length + '[]('.length;
        const href = angled ?? plain;
        const lead = /^\s*<?/.exec(markdown.slice(behind))?.[0].length ?? 0;
        const end = match.index + source.length;
        add(bang === '!', spelled(behind + lead, href), label, offset, end);
      }
      // A link may hold an image: its text is read too.
      pattern.lastIndex = offset + (bang?.length ?? 0) + 1;
    }
  }
  const definitions = new Map<string, { href: string; offset: number }>();
  for (const match of prose.matchAll(DEFINITION)) {
    const [, blankName = '', angled, plain = ''] = match;
    const name = written(match.index + match[0].indexOf('[') + 1, blankName);
    const href = angled ?? plain;
    const start = match.index + match[0].length - href.length - (angled === undefined ? 0 : 1);
    definitions.set(nameOf(name), { href: spelled(start, href), offset: match.index });
  }
  if (definitions.size > 0) {
    for (const match of prose.matchAll(REFERENCE)) {
      const [source, escape = '', bang = '', blankLabel = '', blankName = ''] = match;
      const label = written(match.index + escape.length + bang.length + 1, blankLabel);
      const name = written(match.index + source.length - 1 - blankName.length, blankName);
      const target = definitions.get(nameOf(name || label));
      if (!escape && target) {
        add(bang === '!', target.href, label, match.index, match.index + source.length);
      }
    }
  }
  for (const match of markdown.matchAll(AUTOLINK)) {
    if (isInCode(regions, match.index)) continue;
    links.push({ href: spelled(match.index + 1, match[1] ?? ''), offset: match.index });
  }
  for (const match of prose.matchAll(BARE)) {
    const href = match[0].replace(/[.,;:!?*_~]+$/, '');
    links.push({ href: spelled(match.index, href), offset: match.index });
  }
  readHtml(text, markdown, regions, links, images);
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
  text: string,
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
        if (!found) return null;
        const plain = found[1] ?? found[2] ?? found[3] ?? '';
        const start = offset + found.index + found[0].lastIndexOf(plain);
        return text.slice(start, start + plain.length);
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
