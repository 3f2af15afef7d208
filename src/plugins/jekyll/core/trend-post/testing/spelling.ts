import { needsBoundary } from '../blocks';
import type { ModelItem, SurveyModel } from './model';
import type { Random } from './random';

/** A survey in some writer's habit, and what must be read from it. */
export interface Spelled {
  readonly text: string;
  readonly labels: ReadonlyMap<number, string>;
}

const PREFIXES = ['iss', 'pa', 'deep-learning', 'x_1', '2024'] as const;

/** What source number `n` prints. */
export function sourceText(n: number): string {
  const kinds = [
    `[Source ${n} of the harbour](https://example.org/s/${n})`,
    `[출처 ${n} (초안)](https://example.org/wiki/Tide_(${n}))`,
    `Lee, *Ropes* ${n}, <https://example.org/${n}>`,
    `[Paper ${n}](https://example.org/p/${n} "a title")\n\n    A second paragraph of ${n}.`,
    `출처 ${n}, 주소 없음`,
  ];
  return kinds[n % kinds.length] ?? '';
}

/** Writes a model down with labels, separators, spacing and line ends that chance decides. */
export function spell(model: SurveyModel, random: Random): Spelled {
  const labels = labelsFor(model, random);
  const blank = (least: number) => Array.from({ length: least + random.below(3) }, () => '');
  const rule = () => random.pick(['---', '--------', '***', '_ _ _', '- - -', '----------']);
  const spacer = () =>
    random.pick([['&nbsp;'], ['&nbsp;', '&nbsp;'], ['<br>'], ['<br/>', '', '<br/>']]);
  const separators = random.pick<() => string[]>([
    () => [],
    () => [rule(), ...blank(1)],
    () => [...spacer(), ...blank(1), rule(), ...blank(random.below(2))],
    () => [...spacer(), ...blank(1)],
  ]);
  const tight = random.chance(0.3);
  const perSection = random.chance(0.15);
  const glue = random.pick([' ', ' ', '', '  ']);
  const trailing = () => (random.chance(0.1) ? random.pick([' ', '  ', '\t']) : '');
  const definitionGap = random.pick([0, 1, 1, 2]);
  // Closing #s below an id would make the id text.
  const closersFor = (heading: string) =>
    random.chance(0.05) && !heading.endsWith('}') ? ' ##' : '';
  const lines: string[] = blank(0);

  if (random.chance(0.5)) lines.push(...separators());
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  if (model.keywords.length > 0) {
    lines.push(
      random.pick(['> **<u>KEYWORDS</u>**        ', '> **KEYWORDS**', '>  <u>KEYWORDS</u>  ']),
      `> ${model.keywords.join(random.pick([', ', ',  ']))}${trailing()}`,
      random.pick(['{: .prompt-info }', '{: .prompt-info}', '{:.prompt-info}']),
      '',
      ...separators(),
      '',
    );
  }
  if (model.body !== '') lines.push(...model.body.split('\n'), ...blank(1), ...separators());
  const printed = new Set<number>();
  const define = (sources: readonly number[]) => {
    for (const n of sources) {
      if (printed.has(n)) continue;
      if (printed.size > 0 && !isBlankEnd(lines))
        lines.push(...Array<string>(gapAfter(lines, definitionGap)).fill(''));
      printed.add(n);
      const text = `[^${labels.get(n) ?? ''}]: ${sourceText(n)}`;
      lines.push(...`${text}${trailing()}`.split('\n'));
    }
  };
  model.sections.forEach((section, s) => {
    lines.push(`## ${section.heading}${closersFor(section.heading)}${trailing()}`);
    if (!tight || section.lead !== '') lines.push(...blank(random.below(2)));
    if (section.lead !== '') lines.push(...section.lead.split('\n'), ...blank(1));
    section.items.forEach((item, i) => {
      if (i > 0) lines.push(...blank(1));
      lines.push(titleLine(item, labels, glue, random) + trailing());
      const direct = item.body.startsWith('{:');
      if (needsBoundary(item.body)) lines.push('');
      else if (item.body !== '' && !tight && !direct) lines.push(...blank(random.below(2)));
      if (item.body !== '') lines.push(...item.body.split('\n'));
    });
    if (perSection && s < model.sections.length - 1) {
      lines.push('');
      define(section.items.flatMap((item) => item.sources));
    }
    if (s < model.sections.length - 1) lines.push(...blank(1), ...separators());
  });
  lines.push(...blank(1), ...separators());
  if (
    model.outro.startsWith('##') ||
    (model.outro !== '' && lines.some((l) => /^<|^&|^[-*_]/.test(l)))
  ) {
    lines.push(...(hasSeparator(lines) || model.outro.startsWith('##') ? [] : ['', '---', '']));
    lines.push(...model.outro.split('\n'), ...blank(1));
  }
  if (model.referencesHeading !== '') lines.push(model.referencesHeading, ...blank(0));
  const all = model.sections.flatMap((section) => section.items.flatMap((item) => item.sources));
  define(random.chance(0.9) ? all : [...all].reverse());
  if (model.uncited)
    lines.push(
      ...blank(gapAfter(lines, definitionGap)),
      `[^${model.uncited.label}]: ${model.uncited.text}`.trimEnd(),
    );
  lines.push(...blank(0));
  const eol = random.pick(['\n', '\n', '\r\n']);
  return { text: lines.join(eol) + (random.chance(0.8) ? eol : ''), labels };
}

function hasSeparator(lines: readonly string[]): boolean {
  const last = lines.filter((line) => line !== '').at(-1) ?? '';
  return /^(?:&nbsp;|<br|[-*_ ]+$)/.test(last);
}

/** Indented lines take in what stands right below them. */
function gapAfter(lines: readonly string[], gap: number): number {
  return /^(?: {4}|\t)/.test(lines.at(-1) ?? '') ? Math.max(1, gap) : gap;
}

function isBlankEnd(lines: readonly string[]): boolean {
  return lines.at(-1) === '';
}

function titleLine(
  item: ModelItem,
  labels: ReadonlyMap<number, string>,
  glue: string,
  random: Random,
): string {
  const attributes = / \{#[^}]*\}$/.exec(item.title)?.[0] ?? '';
  const core = item.title.slice(0, item.title.length - attributes.length);
  const marks = item.sources.map((n) => `${glue}[^${labels.get(n) ?? ''}]`).join('');
  const closers = random.chance(0.04) ? ' ###' : '';
  return `### ${core}${marks}${closers}${attributes}`;
}

function labelsFor(model: SurveyModel, random: Random): Map<number, string> {
  const labels = new Map<number, string>();
  const habit = random.pick(['prefix', 'prefix', 'prefix', 'ref', 'number', 'word']);
  let all = 0;
  model.sections.forEach((section, s) => {
    let n = 0;
    for (const source of section.items.flatMap((item) => item.sources)) {
      if (labels.has(source)) continue;
      n += 1;
      all += 1;
      if (habit === 'prefix') labels.set(source, `ref-${PREFIXES[s] ?? 'z'}-${n}`);
      if (habit === 'ref') labels.set(source, `ref${all}`);
      if (habit === 'number') labels.set(source, `${all}`);
      if (habit === 'word') labels.set(source, `Kim_${all}-${(all * 7) % 11}`);
    }
  });
  return labels;
}
