import { headingLevel, scanBlocks, type Definition, type ScannedText } from './blocks';
import { strip, type Element } from './elements';
import { readKeywords, type KeywordsBox } from './keywords';
import { splitLines, type RawLine } from './lines';
import { labelsOf, readHeading, type HeadingLine } from './title';
import { isReferencesLine } from './references-heading';

/** Where an item stands: its heading, its text, and what separates it from the next item. */
export interface ItemLayout {
  readonly line: RawLine;
  readonly heading: HeadingLine;
  readonly headGap: readonly Element[];
  readonly body: readonly Element[];
  readonly gap: readonly Element[];
}

/** Where a section stands; `gap` is what separates its last text from the next section. */
export interface SectionLayout {
  readonly line: RawLine;
  readonly heading: HeadingLine;
  readonly headGap: readonly Element[];
  readonly lead: readonly Element[];
  readonly leadGap: readonly Element[];
  readonly items: readonly ItemLayout[];
  readonly gap: readonly Element[];
}

/** A survey's text in pieces, in file order: all pieces together are the text again. */
export interface Layout {
  readonly lines: readonly RawLine[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly head: readonly Element[];
  readonly box: { readonly lines: readonly RawLine[]; readonly read: KeywordsBox } | null;
  readonly bodyHead: readonly Element[];
  readonly body: readonly Element[];
  readonly bodyGap: readonly Element[];
  readonly sections: readonly SectionLayout[];
  readonly closing: readonly Element[];
  readonly end: readonly Element[];
}

interface Outline {
  readonly sections: readonly { readonly at: number; readonly items: readonly number[] }[];
  readonly tail: number;
}

/**
 * Takes a body apart, or gives null when it is no survey. `extra` names definitions that are to
 * be held apart like cited ones although no title cites them; `anyItems` takes every text with
 * items for a survey, however few of them cite something.
 */
export function readLayout(
  body: string,
  extra: ReadonlySet<string> = new Set(),
  anyItems = false,
): Layout | null {
  const lines = splitLines(body);
  const scan = scanBlocks(lines);
  // kramdown: the last of several definitions wins.
  const definitions = new Map(scan.definitions.map((d) => [d.label, d] as const));
  const heading = (at: number) =>
    readHeading(lines[at]?.text ?? '', (label) => definitions.has(label));
  const outline = readOutline(scan, heading, anyItems);
  if (!outline) return null;
  const cited = new Set(extra);
  for (const { items } of outline.sections) {
    for (const at of items) for (const label of labelsOf(heading(at))) cited.add(label);
  }
  const taken = new Map<number, Definition>();
  for (const d of definitions.values()) if (cited.has(d.label)) taken.set(d.start, d);
  const range = (from: number, to: number) => elementsBetween(scan, taken, from, to);

  const first = outline.sections[0]?.at ?? 0;
  const { head, box, rest } = readHead(scan, first);
  const intro = strip(range(rest, first));
  const sections = outline.sections.map((section, index): SectionLayout => {
    const end = outline.sections[index + 1]?.at ?? outline.tail;
    const leadEnd = section.items[0] ?? end;
    const lead = strip(range(section.at + 1, leadEnd));
    const noLead = lead.field.length === 0;
    const items = section.items.map((at, i): ItemLayout => {
      const text = strip(range(at + 1, section.items[i + 1] ?? end), false);
      const empty = text.field.length === 0;
      return {
        line: lines[at] ?? { text: '', eol: '' },
        heading: heading(at),
        headGap: empty ? [] : text.before,
        body: text.field,
        gap: empty ? [...text.before, ...text.after] : text.after,
      };
    });
    const last = items.at(-1);
    const gap = last ? last.gap : [...(noLead ? lead.before : []), ...lead.after];
    if (last) items[items.length - 1] = { ...last, gap: [] };
    const bare = !last && noLead;
    return {
      line: lines[section.at] ?? { text: '', eol: '' },
      heading: readHeading(lines[section.at]?.text ?? '', () => false),
      headGap: bare ? [] : noLead ? [...lead.before, ...lead.after] : lead.before,
      lead: lead.field,
      leadGap: last && !noLead ? lead.after : [],
      items,
      gap,
    };
  });
  const tail = strip(range(outline.tail, lines.length));
  const lastSection = sections.at(-1);
  if (lastSection) {
    sections[sections.length - 1] = {
      ...lastSection,
      gap: [...lastSection.gap, ...tail.before],
    };
  }
  return {
    lines,
    definitions,
    head: range(0, head),
    box: box && { lines: lines.slice(head, rest), read: box },
    bodyHead: intro.before,
    body: intro.field,
    bodyGap: intro.after,
    sections,
    closing: tail.field,
    end: tail.after,
  };
}

/** The definition's line range as one slot, every other line for itself. */
function elementsBetween(
  scan: ScannedText,
  taken: ReadonlyMap<number, Definition>,
  from: number,
  to: number,
): Element[] {
  const elements: Element[] = [];
  for (let i = from; i < to; ) {
    const definition = taken.get(i);
    const end = definition?.end ?? i + 1;
    const lines = scan.lines.slice(i, end);
    if (definition) elements.push({ type: 'slot', definition, lines });
    else
      for (const line of lines)
        elements.push({ type: 'line', line, kind: scan.kinds[i] ?? 'text' });
    i = end;
  }
  return elements;
}

/** The keywords box, when nothing but separators stands before it. */
function readHead(
  scan: ScannedText,
  first: number,
): { head: number; box: KeywordsBox | null; rest: number } {
  let head = 0;
  while (head < first && ['blank', 'rule', 'spacer'].includes(scan.kinds[head] ?? '')) head += 1;
  const box = readKeywords(scan.lines.slice(head, first).map((line) => line.text));
  return box ? { head, box, rest: head + box.lines } : { head: 0, box: null, rest: 0 };
}

/**
 * Finds sections and items: `###` headings below a `##` heading. A references heading without
 * marks is no item, nor is anything below a `##` references heading unless it has marks. It is a
 * survey when more than half of the items end in a mark that is defined.
 */
function readOutline(
  scan: ScannedText,
  heading: (at: number) => HeadingLine,
  anyItems: boolean,
): Outline | null {
  const sections: { at: number; items: number[] }[] = [];
  let marked = 0;
  let total = 0;
  let inReferences = false;
  scan.lines.forEach((line, at) => {
    if (scan.kinds[at] !== 'heading') return;
    const level = headingLevel(line.text);
    const section = sections.at(-1);
    if (level === 2) {
      sections.push({ at, items: [] });
      inReferences = isReferencesLine(line.text);
    } else if (level === 3 && section) {
      const isMarked = labelsOf(heading(at)).length > 0;
      if (!isMarked && (inReferences || isReferencesLine(line.text))) return;
      section.items.push(at);
      total += 1;
      if (isMarked) marked += 1;
    }
  });
  if (total === 0 || (marked * 2 <= total && !anyItems)) return null;
  while (sections.at(-1)?.items.length === 0) sections.pop();
  const last = sections.at(-1)?.items.at(-1) ?? 0;
  return { sections, tail: tailStart(scan, last + 1) };
}

/**
 * The last item ends at the first separator, heading up to `##`, references line or definition. A
 * spacer above a figure does not end it: within items that is what spacers are for.
 */
export function tailStart(scan: ScannedText, from: number): number {
  for (let at = from; at < scan.lines.length; at += 1) {
    if (endsItem(scan, at) || (scan.kinds[at] === 'spacer' && !showsFigure(scan, at + 1)))
      return at;
  }
  return scan.lines.length;
}

function endsItem(scan: ScannedText, at: number): boolean {
  const kind = scan.kinds[at];
  const text = scan.lines[at]?.text ?? '';
  if (kind === 'rule' || kind === 'definition') return true;
  if (kind === 'heading') return headingLevel(text) <= 2 || isReferencesLine(text);
  const opens = at === 0 || scan.kinds[at - 1] === 'blank' || scan.kinds[at - 1] === 'spacer';
  return kind === 'text' && opens && isReferencesLine(text);
}

const FIGURE = /^[ \t]*(?:!\[|\[!\[|<(?:img|figure|p[^>]*><img)\b)/i;

/** Whether a figure is the next thing below blank lines and spacers. */
function showsFigure(scan: ScannedText, from: number): boolean {
  for (let at = from; at < scan.lines.length; at += 1) {
    const kind = scan.kinds[at];
    if (kind !== 'blank' && kind !== 'spacer') return FIGURE.test(scan.lines[at]?.text ?? '');
  }
  return false;
}
