import type { BodyFields, PostContent } from '../../../../src/plugins/jekyll/core/post';
import { readOther } from '../../../../src/plugins/jekyll/core/post/other';

/** Text of a field without blank lines at its start, white space at its end, and with LF. */
export const trimBlank = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();

/** Jekyll's title of a post without one (jekyll/utils.rb, titleize_slug). */
export const derivedTitle = (slug: string): string =>
  slug
    .replace(/\.+$/, '')
    .replace(/-+$/, '')
    .split('-')
    .map((word) => {
      const [first = '', ...rest] = word;
      return first.toUpperCase() + rest.join('').toLowerCase();
    })
    .join(' ');

const LABEL = /\[\^([\w-]+)\]/g;

/** What each footnote label of a content stands for: the first line of its definition. */
export function labelTexts(content: BodyFields): Map<string, string> {
  const texts = new Map<string, string>();
  const closing = [content.body, content.closing ?? ''].join('\n');
  for (const [, label = '', text = ''] of closing.matchAll(/^ {0,3}\[\^([\w-]+)\]:[ \t]*(.*)$/gm)) {
    texts.set(label, text.trim());
  }
  for (const { items } of content.sections) {
    for (const { citations } of items) {
      for (const { label, text } of citations) {
        if (label !== '') texts.set(label, firstLine(text));
      }
    }
  }
  return texts;
}

export const firstLine = (text: string): string => (text.trim().split('\n')[0] ?? '').trim();

/** A text with every label that is defined replaced by what it stands for; fenced code is no text. */
export function withoutLabels(text: string, texts: ReadonlyMap<string, string>): string {
  let fence: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
      if (fence !== null) {
        if (mark?.startsWith(fence)) fence = null;
        return line;
      }
      fence = mark;
      return line.replace(LABEL, (use, label: string) => {
        const target = texts.get(label);
        return target === undefined ? use : `[^=${target}]`;
      });
    })
    .join('\n');
}

/** Within an item, a label stands for what the item itself cites under it. */
export const itemTexts = (
  texts: ReadonlyMap<string, string>,
  citations: readonly { readonly label: string; readonly text: string }[],
): ReadonlyMap<string, string> =>
  new Map([...texts, ...citations.map(({ label, text }) => [label, firstLine(text)] as const)]);

/** What a reader sees of a body, field by field: trimmed, labels replaced by what they stand for. */
export function seenBody(content: BodyFields): unknown {
  const texts = labelTexts(content);
  const trim = content.sections.length > 0 ? trimSurveyField : trimBlank;
  const field = (text: string): string => withoutLabels(trim(text), texts);
  return {
    // One line of words: a word that holds a comma and a blank reads as two.
    keywords: content.keywords
      .map((word) => word.trim())
      .filter(Boolean)
      .join(', '),
    body: field(content.body),
    sections: content.sections.map(({ heading, lead, items }) => ({
      heading: flat(heading),
      lead: field(lead),
      items: items.map(({ title, body, citations }) => ({
        title: flat(title),
        body: withoutLabels(trim(body), itemTexts(texts, citations)),
        citations: citations.map(({ text }) => trimBlank(text)),
      })),
    })),
    closing: field(content.closing ?? ''),
  };
}

const flat = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

const SEPARATORS =
  /^(?:[^\S\n]*(?:&nbsp;[^\S\n]*)*\n|[^\S\n]*[-*_](?:[^\S\n]*[-*_]){2,}[^\S\n]*(?:\n|$))+/;
const SEPARATORS_AT_END =
  /(?:\n[^\S\n]*(?:(?:&nbsp;[^\S\n]*)+|[-*_](?:[^\S\n]*[-*_]){2,})?[^\S\n]*)+$/;

/** Rules and blank lines around a field of a survey belong to the space between its fields. */
function trimSurveyField(text: string): string {
  return trimBlank(trimBlank(text).replace(SEPARATORS, '').replace(SEPARATORS_AT_END, ''));
}

/** Values of keys without a field, by key. */
export function otherValues(yaml: string): Record<string, unknown> {
  const { entries } = readOther(yaml);
  return Object.fromEntries([...entries].map(([key, entry]) => [key, entry.value]));
}

const none = <T>(value: T | '' | null): T | null => (value === '' ? null : value);

/** Every field in one form: unset and empty are the same on a blog. */
export function normal(content: PostContent): Record<string, unknown> {
  const { categories, tags, authors, redirects, date, math, mermaid, toc, pin, comments } = content;
  return {
    ...{ categories, tags, authors, redirects, date, math, mermaid, toc, pin, comments },
    slug: content.slug.normalize('NFC'),
    title: none(content.title) ?? derivedTitle(content.slug.normalize('NFC')),
    description: none(content.description),
    cover: {
      path: none(content.cover.path),
      alt: none(content.cover.alt),
      lqip: none(content.cover.lqip),
    },
    mediaBase: none(content.mediaBase.value) === null ? null : content.mediaBase,
    other: otherValues(content.otherFrontMatter),
    ...(seenBody(content) as Record<string, unknown>),
  };
}

/**
 * Fields in which two contents differ, each with both values.
 *
 * @param except fields that may differ
 */
export function differences(
  actual: PostContent,
  expected: PostContent,
  except: readonly string[] = [],
): string[] {
  const a = normal(actual);
  const b = normal(expected);
  return Object.keys({ ...a, ...b }).flatMap((field) => {
    if (except.includes(field)) return [];
    const got = canonical(a[field]);
    const wanted = canonical(b[field]);
    return got === wanted ? [] : [`${field}: ${firstDifference(got, wanted)}`];
  });
}

/** JSON with the keys of every map in one order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  ) ?? 'undefined';

function firstDifference(got: string, wanted: string): string {
  let at = 0;
  while (at < got.length && got[at] === wanted[at]) at += 1;
  const from = Math.max(0, at - 40);
  return `got …${got.slice(from, at + 100)}… wanted …${wanted.slice(from, at + 100)}…`;
}
