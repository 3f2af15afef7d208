import { labelsOf } from '../trend-post/title';
import { readLayout } from '../trend-post/layout';
import type { RawLine } from '../trend-post/lines';
import type { Element } from '../trend-post/elements';

/** Fields of the entry by the front matter key that says them; every other key has none of its own. */
const FIELD_OF_KEY: Readonly<Record<string, string>> = {
  title: 'title',
  slug: 'slug',
  date: 'date',
  description: 'description',
  category: 'categories',
  categories: 'categories',
  tags: 'tags',
  tag: 'tags',
  author: 'authors',
  authors: 'authors',
  image: 'coverPath',
  math: 'math',
  mermaid: 'mermaid',
  toc: 'toc',
  pin: 'pin',
  comments: 'comments',
  img_path: 'mediaBase',
  media_subpath: 'mediaBase',
  redirect_from: 'redirects',
};

export const fieldOfKey = (key: string): string => FIELD_OF_KEY[key] ?? 'otherFrontMatter';

/**
 * The field of the entry that says a line of the body: `body`, `closing`, `sections.0.heading`,
 * `sections.0.lead`, or of an item, which has an entry of its own, the relation that shows it with
 * its place: `sections.0.items.2`.
 *
 * @returns by index of the line
 */
export function fieldsOfLines(body: string): (line: number) => string {
  const layout = readLayout(body, new Set(), true);
  if (!layout) return () => 'body';
  const indexes = new Map<RawLine, number>(layout.lines.map((line, index) => [line, index]));
  const fields: string[] = [];
  const name = (field: string, elements: readonly Element[]): void => {
    for (const element of elements) {
      const lines = element.type === 'line' ? [element.line] : element.lines;
      for (const line of lines) fields[indexes.get(line) ?? -1] = field;
    }
  };
  const owner = new Map<string, string>();
  for (const line of layout.box?.lines ?? []) fields[indexes.get(line) ?? -1] = 'keywords';
  layout.sections.forEach((section, s) => {
    fields[indexes.get(section.line) ?? -1] = `sections.${s}.heading`;
    name(`sections.${s}.lead`, section.lead);
    section.items.forEach((item, i) => {
      const field = `sections.${s}.items.${i}`;
      fields[indexes.get(item.line) ?? -1] = field;
      name(field, item.body);
      for (const label of labelsOf(item.heading)) if (!owner.has(label)) owner.set(label, field);
    });
  });
  name('closing', layout.closing);
  // A definition is said by the item that cites it, wherever it stands.
  for (const [label, { start, end }] of layout.definitions) {
    const field = owner.get(label);
    if (field) for (let line = start; line < end; line += 1) fields[line] = field;
  }
  return (line) => fields[line] ?? 'body';
}
