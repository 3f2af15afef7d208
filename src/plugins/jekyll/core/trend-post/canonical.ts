import { LABEL, scanBlocks } from './blocks';
import { fieldValue, strip, type Element } from './elements';
import { canonicalKeywords } from './keywords';
import { tailStart } from './layout';
import { blanksAt, splitLines, toLf } from './lines';
import { HOUSE } from './house';
import type { SurveyContent, SurveySection } from './types';

/**
 * The content as a file can say it: LF, no blank lines or separators at the ends of a field, what
 * the last item cannot hold in the closing text, the prefix only where something is cited.
 * Content that was read from a file is its own canonical form. Definitions of labels in `without`
 * are left out.
 */
export function canonicalSurvey(
  content: SurveyContent,
  referencesHeading: string = HOUSE.referencesHeading,
  without: ReadonlySet<string> = new Set(),
): SurveyContent & { readonly closing: string } {
  const trimField = (text: string, leadingSeparators = true): string => {
    if (text === '') return '';
    return fieldValue(strip(elementsOf(toLf(text), without), leadingSeparators).field);
  };
  const cites = content.sections.some((s) => s.items.some((item) => item.citations.length > 0));
  const sections = content.sections.map(
    (section): SurveySection => ({
      heading: flatLine(section.heading),
      prefix: section.items.some((item) => item.citations.length > 0)
        ? canonicalPrefix(section.prefix)
        : '',
      lead: trimField(section.lead),
      items: section.items.map((item) => ({
        title: flatLine(item.title),
        body: trimField(item.body, false),
        citations: item.citations.map(({ label, text }) => ({
          label: LABEL.test(label) ? label : '',
          text: toLf(text).trim(),
        })),
      })),
    }),
  );
  let closing =
    content.closing === null ? (cites ? referencesHeading : '') : trimField(content.closing);
  // A file says sections behind the last item as closing text.
  const lastShown = sections.findLastIndex((section) => section.items.length > 0);
  if (lastShown >= 0) {
    const behind = sections.splice(lastShown + 1);
    closing = [...behind.flatMap(({ heading, lead }) => [`## ${heading}`, lead]), closing]
      .filter((text) => text !== '')
      .join('\n\n');
  }
  const section = sections.at(-1);
  const item = section?.items.at(-1);
  if (section && item) {
    const [body, tail] = splitTail(item.body);
    closing = [tail, closing].filter((text) => text !== '').join('\n\n');
    const items = [...section.items.slice(0, -1), { ...item, body }];
    sections[sections.length - 1] = { ...section, items };
  }
  return {
    keywords: canonicalKeywords(content.keywords),
    body: trimField(content.body),
    sections,
    closing,
  };
}

/** A prefix as labels can have it: ASCII word characters and hyphens. */
export function canonicalPrefix(prefix: string): string {
  return prefix
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\w-]/g, '')
    .replace(/^-+|-+$/g, '');
}

function flatLine(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ').replace(/^[ \t]+/, '');
  return flat.slice(0, blanksAt(flat));
}

function splitTail(body: string): [string, string] {
  const scan = scanBlocks(splitLines(body));
  const at = tailStart(scan, 0);
  if (at >= scan.lines.length) return [body, ''];
  const elements = elementsOf(body);
  return [
    fieldValue(strip(elements.slice(0, at), false).field),
    fieldValue(strip(elements.slice(at)).field),
  ];
}

function elementsOf(text: string, without: ReadonlySet<string> = new Set()): Element[] {
  const { lines, kinds, definitions } = scanBlocks(splitLines(text));
  const elements: Element[] = [];
  for (let i = 0; i < lines.length; ) {
    const definition = definitions.find((d) => d.start === i && without.has(d.label));
    const line = lines[i];
    if (definition) elements.push({ type: 'slot', definition, lines: [] });
    else if (line) elements.push({ type: 'line', line, kind: kinds[i] ?? 'text' });
    i = definition?.end ?? i + 1;
  }
  return elements;
}
