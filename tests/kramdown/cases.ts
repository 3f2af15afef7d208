import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, Mode, Question } from './oracle';

/**
 * Documents with what the real kramdown makes of them, many to a file, one file to a feature:
 *
 *     === name of the case | jekyll {"hard_wrap":true}
 *     Markdown
 *     --- html
 *     <p>HTML as the real one gives it; written by `npm run test:kramdown -- --update`</p>
 *     --- warnings
 *     one to a line
 *
 * Without a mode it is kramdown's own. `␉`, `␠` and `␍` stand for a tab, a blank and a carriage
 * return, which no one sees and editors take away; `␄` at the end for no last line end.
 */
export interface Case extends Question {
  readonly name: string;
  /** Absent until it has been asked for. */
  readonly expected: Answer | null;
}

/** The cases of the repository: features, and regressions that the fuzzer once found. */
export const CASES_DIR = path.join(__dirname, 'cases');

const VISIBLE: ReadonlyArray<readonly [string, string]> = [
  ['␉', '\t'],
  ['␠', ' '],
  ['␍', '\r'],
];

const decode = (text: string): string =>
  VISIBLE.reduce((result, [symbol, plain]) => result.replaceAll(symbol, plain), text);

const encode = (text: string): string =>
  text
    .replaceAll('\t', '␉')
    .replaceAll('\r', '␍')
    .replace(/ +(?=␍?$)/gm, (blanks) => '␠'.repeat(blanks.length));

export function parseCases(file: string): Case[] {
  return file
    .split(/^(?==== )/m)
    .filter((part) => part.startsWith('=== '))
    .map(parseCase);
}

function parseCase(part: string): Case {
  const [head = '', rest = ''] = cut(part, '\n');
  const [, name = '', mode = 'kramdown', options = '{}'] =
    /^=== (.*?)(?: \| (jekyll|kramdown)(?: (\{.*\}))?)?$/.exec(head) ?? [];
  const [source = '', answer] = cut(rest.replace(/\n$/, ''), /^--- html(?:\n|$)/m);
  const [html = '', warnings = ''] = cut(answer ?? '', /^--- warnings\n/m);
  return {
    name,
    mode: mode as Mode,
    options: JSON.parse(options),
    text: decode(source.replace(/␄\n*$/, '')),
    expected:
      answer === undefined
        ? null
        : { html: decode(html), warnings: decode(warnings).split('\n').filter(Boolean) },
  };
}

/** The text before a separator and, where there is one, after it. */
function cut(text: string, separator: string | RegExp): [string, string | undefined] {
  const match = typeof separator === 'string' ? text.indexOf(separator) : text.search(separator);
  if (match < 0) return [text, undefined];
  const length =
    typeof separator === 'string' ? separator.length : (separator.exec(text)?.[0].length ?? 0);
  return [text.slice(0, match), text.slice(match + length)];
}

/** A blank line follows each: it parts them for the eye and belongs to none. */
export const printCases = (cases: readonly Case[]): string =>
  cases.map((it) => `${printCase(it)}\n`).join('');

function printCase({ name, mode, options = {}, text, expected }: Case): string {
  const given = Object.keys(options).length > 0;
  const kind = mode === 'kramdown' && !given ? '' : ` | ${mode}`;
  const lines = [`=== ${name}${kind}${given ? ` ${JSON.stringify(options)}` : ''}\n`];
  lines.push(text.endsWith('\n') ? encode(text) : `${encode(text)}␄\n`);
  if (expected !== null) {
    lines.push('--- html\n', ended(encode(expected.html)));
    if (expected.warnings.length > 0)
      lines.push('--- warnings\n', ended(encode(expected.warnings.join('\n'))));
  }
  return lines.join('');
}

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Names of the files of cases in a folder, without extension: the features. */
export const featuresIn = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort();

export const readCases = (dir: string, feature: string): Case[] =>
  parseCases(readFileSync(path.join(dir, `${feature}.txt`), 'utf8'));

export const writeCases = (dir: string, feature: string, cases: readonly Case[]): void =>
  writeFileSync(path.join(dir, `${feature}.txt`), printCases(cases));
