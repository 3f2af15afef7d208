import { headingLevel, needsBoundary, scanBlocks } from './blocks';
import { canonicalSurvey } from './canonical';
import { houseOf, type HouseForm, type SurveyPrintOptions } from './house';
import { assignLabels, labelSurvey } from './labels';
import { splitLines } from './lines';
import { isReferencesLine } from './references-heading';
import { relabel, type Target } from './targets';
import { printHeading } from './title';
import type { SurveyContent, SurveySection } from './types';

/** A survey in the house form, LF, from its content alone. */
export function printSurvey(content: SurveyContent, options: SurveyPrintOptions = {}): string {
  const house = houseOf(options);
  const canonical = canonicalSurvey(content, house.referencesHeading);
  const keep = ({ label }: Target) => (label === '' ? null : label);
  const { targets, labelling } = labelSurvey(canonical, (attempt) =>
    assignLabels(canonical, attempt, keep, new Set(), attempt.literal.defined),
  );
  const labelled = relabel(canonical, targets, (target) => labelling.labels.get(target) ?? '');
  const lines = printStart(labelled, house);
  labelled.sections.forEach((section, i) => {
    if (i > 0) lines.push(...house.betweenSections);
    lines.push(...printSection(section, house));
  });
  const texts = new Map<string, string>();
  for (const { items } of labelled.sections) {
    for (const { label, text } of items.flatMap((item) => item.citations)) texts.set(label, text);
  }
  const definitions = [...texts].map(([label, text]) => printDefinition(label, text));
  const closing = printClosing(labelled.closing ?? '', definitions, house);
  if (closing.length > 0) lines.push(...house.beforeClosing, ...closing);
  return `${lines.join('\n')}\n`;
}

/** Lines up to the first section. */
function printStart(content: SurveyContent, house: HouseForm): string[] {
  const lines = [...house.start];
  if (content.keywords.length > 0) lines.push(...printBox(content.keywords, house));
  if (content.body !== '') {
    if (content.keywords.length > 0) lines.push(...house.beforeBody);
    lines.push(...content.body.split('\n'));
  }
  if (lines.length > house.start.length) lines.push(...house.beforeFirstSection);
  return lines;
}

/** The keywords box with the separators on both sides. */
export function printBox(keywords: readonly string[], house: HouseForm): string[] {
  return [
    ...house.beforeKeywords,
    house.keywordsLabel,
    house.keywordsPrefix + keywords.join(', '),
    house.keywordsClass,
    ...house.afterKeywords,
  ];
}

/** A section with its final labels. */
export function printSection(section: SurveySection, house: HouseForm): string[] {
  const lines = [printHeading('## ', section.heading, [])];
  if (section.lead !== '') {
    if (!/^\n?\{:/.test(section.lead)) lines.push(...house.beforeLead);
    lines.push(...section.lead.split('\n'));
    if (section.items.length > 0) lines.push(...house.afterLead);
  } else if (section.items.length > 0) lines.push(...house.beforeFirstItem);
  section.items.forEach((item, i) => {
    if (i > 0) lines.push(...house.betweenItems);
    lines.push(
      printHeading(
        '### ',
        item.title,
        item.citations.map((c) => c.label),
      ),
    );
    if (needsBoundary(item.body)) lines.push('');
    if (item.body !== '') lines.push(...item.body.split('\n'));
  });
  return lines;
}

/** `[^label]: text`, its continuation lines indented as far as the renderer needs it. */
export function printDefinition(label: string, text: string): string {
  const plain = `[^${label}]:${text === '' || text.startsWith('\n') ? '' : ' '}${text}`;
  const { definitions } = scanBlocks(splitLines(plain));
  if (definitions.length === 1 && definitions[0]?.text === text) return plain;
  return plain.replace(/\n(?=[^\n])(?! {4}|\t)/g, '\n    ');
}

/** Definitions stand right below the references heading, or at the end where there is none. */
function printClosing(closing: string, definitions: readonly string[], house: HouseForm): string[] {
  const lines = closing === '' ? [] : closing.split('\n');
  if (definitions.length === 0) return lines;
  const printed = definitions.flatMap((text, i) => {
    // Indented lines take in whatever stands right below them.
    const least = definitions[i - 1]?.includes('\n') ? [''] : [];
    const gap = house.betweenDefinitions.length > 0 ? house.betweenDefinitions : least;
    return [...(i > 0 ? gap : []), ...text.split('\n')];
  });
  const at = referencesEnd(lines);
  if (at < 0) return lines.length === 0 ? printed : [...lines, '', ...printed];
  return [...lines.slice(0, at), ...printed, ...lines.slice(at)];
}

/**
 * The line after the references heading, where a definition can stand without changing what
 * follows; -1 when there is no such place.
 */
export function referencesEnd(lines: readonly string[]): number {
  const { kinds } = scanBlocks(lines.map((text) => ({ text, eol: '\n' })));
  const at = lines.findIndex(
    (text, i) => kinds[i] === 'heading' && headingLevel(text) > 0 && isReferencesLine(text),
  );
  if (at < 0) return -1;
  const isEnd = at === lines.length - 1;
  const opensGap = kinds[at + 1] === 'blank' && /^[^\s{]/.test(lines[at + 2] ?? '');
  return isEnd || opensGap ? at + 1 : -1;
}
