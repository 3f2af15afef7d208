import { needsBoundary } from './blocks';
import { editField } from './edit-field';
import type { Element } from './elements';
import { arrangeGaps, commonGap, splitGap } from './gaps';
import type { HouseForm } from './house';
import type { ItemLayout, Layout, SectionLayout } from './layout';
import type { Matches } from './match';
import { freshLine, freshLines, type Output } from './output';
import { labelsOf, printHeading, respellHeading, titleOf, type HeadingLine } from './title';
import type { RawLine } from './lines';
import type { SurveyContent, SurveyItem, SurveySection } from './types';

/** What the sections are written from. `next` has its final labels. */
export interface SectionsEdit {
  readonly layout: Layout;
  readonly old: SurveyContent;
  readonly next: SurveyContent;
  readonly matches: Matches;
  readonly house: HouseForm;
}

/** All sections with what stands between them. */
export function editSections(out: Output, edit: SectionsEdit): void {
  const { layout, next, matches, house } = edit;
  const split = layout.sections.map((section) => splitGap(section.gap));
  // The last section's gap stands before the closing text, whatever section is the last.
  const between = split.slice(0, -1).map((gap) => gap.rest);
  const fresh = commonGap(between, house.betweenSections);
  const gaps = arrangeGaps(between, matches.sections, fresh);
  next.sections.forEach((section, i) => {
    const place = matches.sections[i] ?? null;
    const isLast = place === layout.sections.length - 1;
    editSection(out, edit, section, i);
    if (place !== null && !isLast) out.add(split[place]?.own ?? []);
    out.add(gaps[i] ?? []);
  });
  out.add(layout.sections.at(-1)?.gap ?? []);
}

function editSection(out: Output, edit: SectionsEdit, section: SurveySection, index: number): void {
  const { layout, old, matches, house } = edit;
  const place = matches.sections[index] ?? null;
  const was = place === null ? undefined : layout.sections[place];
  const oldSection = place === null ? undefined : old.sections[place];
  out.addBelow([headingElement(was, '## ', section.heading, [])]);
  editLead(out, edit, section, was, oldSection);
  const order = (matches.items[index] ?? []).map((item) =>
    item && item.section === place ? item.item : null,
  );
  const rests = (s: SectionLayout) => s.items.slice(0, -1).map((item) => splitGap(item.gap).rest);
  const own = was ? rests(was) : [];
  const fresh = commonGap(
    own.length > 0 ? own : layout.sections.flatMap(rests),
    house.betweenItems,
  );
  const gaps = arrangeGaps(own, order, fresh);
  const headGap = itemHeadGap(layout);
  section.items.forEach((item, i) => {
    const from = matches.items[index]?.[i];
    const itemLayout = from && layout.sections[from.section]?.items[from.item];
    const oldItem = from && old.sections[from.section]?.items[from.item];
    editItem(out, item, itemLayout ?? undefined, oldItem ?? undefined, headGap);
    out.add(gaps[i] ?? []);
  });
}

function editLead(
  out: Output,
  { layout, house }: SectionsEdit,
  section: SurveySection,
  was: SectionLayout | undefined,
  old: SurveySection | undefined,
): void {
  const hasItems = section.items.length > 0;
  const headGap =
    was && old?.lead === '' && was.items.length > 0
      ? was.headGap
      : commonGap(
          layout.sections
            .filter((other) => other.lead.length === 0 && other.items.length > 0)
            .map((other) => other.headGap),
          house.beforeFirstItem,
        );
  if (section.lead === '') {
    if (hasItems) out.add(headGap);
    return;
  }
  if (was && old && old.lead !== '') {
    out.add(was.headGap);
    out.add(old.lead === section.lead ? was.lead : editField(was.lead, section.lead));
    if (hasItems && was.items.length > 0) out.add(was.leadGap);
    else if (hasItems) out.add(freshLines(house.afterLead));
    return;
  }
  if (!/^\n?\{:/.test(section.lead)) out.addBelow(freshLines(house.beforeLead));
  out.addBelow(editField([], section.lead));
  if (hasItems) out.addBelow(headGap.length > 0 ? headGap : freshLines(house.afterLead));
}

/** What most items have between their heading and their text. */
function itemHeadGap(layout: Layout): readonly Element[] {
  const written = layout.sections
    .flatMap((section) => section.items)
    .filter((item) => item.body.length > 0);
  return commonGap(
    written.map((item) => item.headGap.filter((element) => element.type === 'line')),
    [],
  );
}

function editItem(
  out: Output,
  item: SurveyItem,
  was: ItemLayout | undefined,
  old: SurveyItem | undefined,
  headGap: readonly Element[],
): void {
  const labels = item.citations.map((citation) => citation.label);
  out.addBelow([headingElement(was, '### ', item.title, labels)]);
  const apart = needsBoundary(item.body);
  if (!was || !old || old.body === '') {
    if (item.body !== '') out.addBelow(headGap);
    if (apart) out.blank();
    out.addBelow(editField([], item.body));
  } else if (item.body !== '') {
    out.addBelow(was.headGap);
    if (apart && old.body !== item.body) out.blank();
    out.add(old.body === item.body ? was.body : editField(was.body, item.body));
  }
  if (was) out.add(splitGap(was.gap).own);
}

function headingElement(
  was: { readonly line: RawLine; readonly heading: HeadingLine } | undefined,
  open: string,
  title: string,
  labels: readonly string[],
): Element {
  if (!was) return freshLine(printHeading(open, title, labels));
  const same =
    titleOf(was.heading) === title && labelsOf(was.heading).join(' ') === labels.join(' ');
  const text = same ? was.line.text : respellHeading(was.heading, title, labels);
  return { type: 'line', line: same ? was.line : { ...was.line, text }, kind: 'heading' };
}
