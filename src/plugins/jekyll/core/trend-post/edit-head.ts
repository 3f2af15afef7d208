import { editField } from './edit-field';
import type { Element } from './elements';
import type { HouseForm } from './house';
import type { Layout } from './layout';
import { trailingBlanks } from './lines';
import { freshLine, freshLines, type Output } from './output';
import { printBox } from './print';
import type { SurveyContent } from './types';

/** Everything before the first section: keywords box, body, separators. */
export function editHead(
  out: Output,
  layout: Layout,
  old: SurveyContent,
  next: SurveyContent,
  house: HouseForm,
): void {
  const empty = layout.body.length === 0;
  let gap: readonly Element[] = empty ? layout.bodyGap : layout.bodyHead;
  const hasBox = old.keywords.length > 0;
  if (hasBox && next.keywords.length > 0) {
    out.addBelow(layout.head);
    out.addBelow(boxLines(layout, old, next));
  } else if (hasBox) {
    out.addBelow(layout.head.slice(0, blanks(layout.head)));
    gap = gap.slice(blanks(gap));
    const rule = (element: Element | undefined) =>
      element?.type === 'line' && element.kind === 'rule';
    if (layout.head.some(rule) && rule(gap[0])) gap = gap.slice(1);
  } else if (next.keywords.length > 0) {
    const lead = gap.slice(0, blanks(gap));
    out.addBelow(lead.length > 0 ? lead : freshLines(house.start));
    out.addBelow(freshLines(printBox(next.keywords, house)));
    gap = gap.slice(lead.length);
    out.blank();
  }
  const text =
    next.body === '' || next.body === old.body ? layout.body : editField(layout.body, next.body);
  if (next.body !== '' && !empty) {
    out.add(gap);
    out.add(text);
    out.add(layout.bodyGap);
    return;
  }
  if (next.body === '') {
    out.add(gap);
    if (!empty) out.add(dropLeadingBlanks(out, layout.bodyGap));
    return;
  }
  // A body where none stood: below the box's rule, else at the start.
  let at = blanks(gap);
  const first = gap[at];
  if (next.keywords.length > 0 && hasBox && first?.type === 'line' && first.kind === 'rule')
    at += 1;
  out.add(gap.slice(0, at));
  if (at > 0 || out.elements.length > 0) out.blank();
  out.addBelow(text);
  const rest = gap.slice(at);
  if (rest.length === 0 || blanks(rest) === 0) out.addBelow([freshLine('')]);
  out.addBelow(rest);
}

/** The box with other words on the line where its words stand. */
function boxLines(layout: Layout, old: SurveyContent, next: SurveyContent): Element[] {
  const lines = layout.box?.lines ?? [];
  const asElement = (line: (typeof lines)[number]): Element => ({
    type: 'line',
    line,
    kind: 'text',
  });
  const read = layout.box?.read;
  if (!read || old.keywords.join(', ') === next.keywords.join(', ')) return lines.map(asElement);
  const words = lines[read.wordsLine];
  const trailing = trailingBlanks(words?.text ?? '');
  return [
    ...lines.slice(0, read.wordsLine),
    { text: read.wordsPrefix + next.keywords.join(', ') + trailing, eol: words?.eol ?? '' },
    ...lines.slice(-1),
  ].map(asElement);
}

function dropLeadingBlanks(out: Output, gap: readonly Element[]): readonly Element[] {
  const last = out.elements.at(-1);
  const afterBlank = !last || (last.type === 'line' && last.kind === 'blank');
  return afterBlank ? gap.slice(blanks(gap)) : gap;
}

/** How many blank lines a stretch begins with. */
function blanks(gap: readonly Element[]): number {
  const at = gap.findIndex((element) => element.type !== 'line' || element.kind !== 'blank');
  return at < 0 ? gap.length : at;
}
