import type { PostRow } from '../entries/rows';
import type { FieldLines } from '../contracts/preview';

/**
 * Where the texts of a form stand in the content of its file: by these, form and preview scroll
 * together. Texts stand there as they were typed, one after the other.
 *
 * @param content what follows the front matter, from its first line with text on
 */
export function fieldLines(row: PostRow, content: string): FieldLines[] {
  const found: FieldLines[] = [];
  let at = 0;
  const lineAt = (index: number): number => content.slice(0, index).split('\n').length - 1;
  const find = (text: string | null): { start: number; end: number } | null => {
    const wanted = (text ?? '').trim();
    if (wanted === '') return null;
    const start = content.indexOf(wanted, at);
    if (start === -1) return null;
    at = start + wanted.length;
    return { start, end: at };
  };
  const body = find(row.body);
  if (body) found.push({ field: 'body', first: lineAt(body.start), last: lineAt(body.end) });
  row.sections.forEach((section, index) => {
    const heading = find(section.heading);
    if (!heading) return;
    const lead = find(section.lead);
    const items = section.items.map((item) => find(item.title));
    const end = items.findLast((item) => item !== null)?.end ?? lead?.end ?? heading.end;
    const field = `sections.${index}`;
    found.push({ field, first: lineAt(heading.start), last: lineAt(end) });
  });
  const closing = find(row.closing);
  if (closing) {
    found.push({ field: 'closing', first: lineAt(closing.start), last: lineAt(closing.end) });
  }
  return found;
}
