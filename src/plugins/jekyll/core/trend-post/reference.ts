/** A source as the CMS keeps it. */
export interface Reference {
  readonly title: string;
  readonly url: string | null;
}

const AUTOLINK = /<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+)>/;
const BARE_URL = /\bhttps?:\/\/[^\s<>]+/;

/**
 * The source that a definition names: its first inline link, else its first autolink or bare URL
 * (then the text around it is the title, or the URL when there is none), else the text alone.
 */
export function readReference(text: string): { title: string; url: string | null } {
  const link = firstLink(text);
  if (link) return link;
  const auto = AUTOLINK.exec(text);
  if (auto) return { title: around(text, auto) || (auto[1] ?? ''), url: auto[1] ?? null };
  const bare = BARE_URL.exec(text);
  if (bare) {
    const url = trimUrl(bare[0]);
    const title = around(text, { 0: url, index: bare.index });
    return { title: title || url, url };
  }
  return { title: flat(text), url: null };
}

/** `[title](url)`, or the title where there is no url. What would end the link early is escaped. */
export function printReference(ref: { title: string; url: string | null }): string {
  const title = flat(ref.title);
  if (ref.url === null || ref.url.trim() === '') return title;
  return `[${escapeTitle(title)}](${escapeUrl(ref.url.trim())})`;
}

/** Whether a definition's text is exactly what `printReference` gives. */
export function printsAs(text: string, ref: { title: string; url: string | null }): boolean {
  return text === printReference(ref);
}

/**
 * A definition's own words after its reference was corrected: the old address and the old title
 * give way to the new ones wherever they are spelled as a link of the reference would spell them,
 * and the title also where the reference has it from these words.
 */
export function respellReference(text: string, before: Reference, after: Reference): string {
  const respelled = respellTitle(text, before, after);
  const [oldUrl, newUrl] = [before, after].map(({ url }) => (url ? escapeUrl(url.trim()) : ''));
  if (oldUrl && newUrl && oldUrl !== newUrl) {
    // What goes on after it is another address.
    const whole = new RegExp(`${literal(oldUrl)}(?=[\\s)>\\]"',;]|[.:!?](?:\\s|$)|$)`, 'g');
    return respelled.replace(whole, () => newUrl);
  }
  return respelled;
}

function respellTitle(text: string, before: Reference, after: Reference): string {
  const [oldTitle, newTitle] = [before, after].map(({ title }) => flat(title));
  if (!oldTitle || !newTitle || oldTitle === newTitle) return text;
  const linked = text.split(`[${escapeTitle(oldTitle)}]`).join(`[${escapeTitle(newTitle)}]`);
  return linked === text ? retitleWords(text, before, newTitle) : linked;
}

/** One line from which `readReference` made the reference, with a new title where the old stood. */
function retitleWords(text: string, { title, url }: Reference, newTitle: string): string {
  const read = readReference(text);
  if (text.includes('\n') || read.title !== title || read.url !== url) return text;
  if (url && [url, `<${url}>`].includes(text.trim())) {
    return printReference({ title: newTitle, url });
  }
  // The address may hold the words of the title too.
  const parts = url ? text.split(url) : [text];
  if (count(parts.join('\n'), title) !== 1) return text;
  const retitled = parts.map((part) => part.replace(title, () => newTitle)).join(url ?? '');
  // A title that would swallow the address, or bring another one, stays out.
  return readReference(retitled).url === url ? retitled : text;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function firstLink(text: string): { title: string; url: string } | null {
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', open + 1)) {
    if (isEscaped(text, open) || text[open + 1] === '^' || text[open - 1] === '!') continue;
    const close = closing(text, open, '[', ']');
    if (close < 0 || text[close + 1] !== '(') continue;
    const target = readTarget(text, close + 1);
    if (target === null) continue;
    return { title: unescapeTitle(flat(text.slice(open + 1, close))), url: target };
  }
  return null;
}

/** The address of `(url)`, `(<url>)`, `(url "title")` at `open`; null when it is none. */
function readTarget(text: string, open: number): string | null {
  const end = closing(text, open, '(', ')');
  if (end < 0) return null;
  const inner = text.slice(open + 1, end).trim();
  const angled = /^<([^<>\n]*)>(?:\s+(?:"[\s\S]*"|'[\s\S]*'))?$/.exec(inner);
  if (angled) return angled[1] ?? '';
  const plain = /^(\S+?)(?:\s+(?:"[\s\S]*"|'[\s\S]*'))?$/.exec(inner);
  return plain ? (plain[1] ?? '').replace(/\\([()<>\\])/g, '$1') : null;
}

/** The index of the bracket that closes the one at `open`, or -1. */
function closing(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  const angled = left === '(' && /^\(\s*</.test(text.slice(open));
  for (let i = open; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (angled && text[i] === '<') i = Math.max(i, text.indexOf('>', i));
    else if (text[i] === left) depth += 1;
    else if (text[i] === right) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function around(text: string, hit: { 0: string; index: number }): string {
  const rest = `${text.slice(0, hit.index)} ${text.slice(hit.index + hit[0].length)}`;
  return flat(rest)
    .replace(/^[\s:,–—-]+|[\s:,–—-]+$/g, '')
    .replace(/\(\s*\)$/, '')
    .trim();
}

/** Punctuation that ends a sentence, and a bracket without its partner, are no part of a URL. */
function trimUrl(url: string): string {
  let end = url.replace(/[.,;:!?'"]+$/, '');
  while (end.endsWith(')') && count(end, ')') > count(end, '(')) end = end.slice(0, -1);
  return end;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Balanced brackets may stay as they are; others would end the link text early. */
function escapeTitle(title: string): string {
  const plain = title.replace(/\\(?=[[\]\\]|$)/g, '\\\\');
  return balanced(plain, '[', ']') ? plain : plain.replace(/[[\]]/g, '\\$&');
}

function unescapeTitle(title: string): string {
  const plain = title.replace(/\\\\/g, '\\');
  const bare = title.replace(/\\([[\]\\])/g, '$1');
  return escapeTitle(plain) === title ? plain : escapeTitle(bare) === title ? bare : title;
}

function escapeUrl(url: string): string {
  const safe = url.replace(/[\s<>]/g, (char) => encodeURIComponent(char));
  return balanced(safe, '(', ')') ? safe : safe.replace(/\(/g, '%28').replace(/\)/g, '%29');
}

function balanced(text: string, left: string, right: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === left) depth += 1;
    else if (text[i] === right) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
