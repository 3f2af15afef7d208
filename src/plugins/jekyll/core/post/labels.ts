import { readSurvey } from '../trend-post';
import { kindOf, writeBody } from './body';
import type { BodyFields } from './content';

/**
 * The footnote labels that a survey will have once it is written: one list for each item, in order,
 * one label for each of its citations. null for a plain post, and where the file would not show the
 * items one by one.
 *
 * @param baseline the text after the front matter that stands in the blog, null for a new post
 */
export function comingLabels(fields: BodyFields, baseline: string | null): string[][] | null {
  if (kindOf(fields) === 'plain') return null;
  const items = fields.sections.flatMap((section) => section.items);
  const written = readSurvey(writeBody(fields, baseline), { anyItems: true });
  const read = written?.sections.flatMap((section) => section.items) ?? [];
  if (read.length !== items.length) return null;
  const labels = read.map(({ citations }) => citations.map(({ label }) => label));
  return labels.every((list, index) => list.length === items[index]?.citations.length)
    ? labels
    : null;
}
