import type { Random } from './random';

type Lines = readonly string[];
type LineMutation = (random: Random, lines: Lines, snippets: Lines) => string[];

/** What begins a block: put before lines, alone or one after the other. */
const PREFIXES = [
  ...['  ', '    ', '\t', ' ', '> ', '>', '* ', '- ', '+ ', '1. ', '2.  ', '# ', '## ', ': ', '| '],
  ...[
    '   ',
    '*\t',
    '- [ ] ',
    '- [x] ',
    '[^1]: ',
    '[a]: ',
    '*[A]: ',
    '{:.a} ',
    '* {:.b} ',
    '      ',
  ],
];
const SUFFIXES = [
  '  ',
  '\\\\',
  ' ',
  ' |',
  '{:.a}',
  ' {:.a}',
  '[^1]',
  '\\',
  '#',
  ' {#id}',
  '\t',
  '`',
];
/** Lines that change what those around them are. */
const LINES = [
  ...[
    '',
    '^',
    '---',
    '***',
    '===',
    '{:.a}',
    '{: #b title="c" }',
    '{::comment}',
    '{:/comment}',
    '{:/}',
  ],
  ...[
    '~~~',
    '```',
    '``` ruby',
    '$$',
    '<div>',
    '</div>',
    '<div markdown="1">',
    '<!--',
    '-->',
    '<p>',
  ],
  ...[
    '|---|---|',
    '|===|',
    '| a | b |',
    '* x',
    '1. y',
    '> z',
    ': d',
    '    code',
    '{:toc}',
    '{:r: .s}',
  ],
  ...[
    '{::options parse_block_html="true" /}',
    '<pre>',
    '</pre>',
    '<br>',
    '{::nomarkdown}',
    '[a]: /u',
  ],
  ...[
    '[^1]: note',
    '*[A]: abbr',
    '# A',
    'a',
    '  b',
    '<details>',
    '</details>',
    '<b>',
    '- ',
    '{:r}',
  ],
];
const SPANS = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~~',
    '$$',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](u)',
    '[^1]',
    '<b>',
    '</b>',
  ],
  ...[
    '{:.a}',
    '"',
    "'",
    '--',
    '---',
    '...',
    '<<',
    '>>',
    '\\',
    '|',
    '&',
    '<',
    '>',
    '&amp;',
    '<!-- c -->',
  ],
  ...[
    '<br />',
    '<http://a.b>',
    '*a*',
    '**a**',
    '`a`',
    '[a](b)',
    '[a][b]',
    '![a](b)',
    '$$x$$',
    '{::comment}',
  ],
  ...[
    '{:/}',
    '{::nomarkdown}',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '가',
    'A',
    '\\*',
    '\\\\\n',
    ':',
    '#',
    '=',
    '-',
  ],
  ...[
    '<div>',
    '</div>',
    '<span markdown="1">',
    '<img src="a">',
    '<code>',
    '</code>',
    '{',
    '}',
    '!',
    '^',
    '~',
  ],
];
const NOISE = '*_`~[](){}<>!#|:;-+=.^$\\"\'&/ \n\t0123abAB가나é\u00a0';

const place = (random: Random, lines: Lines): number => random.below(lines.length + 1);
const range = (random: Random, lines: Lines): [number, number] => {
  const start = random.below(Math.max(1, lines.length));
  return [start, Math.min(lines.length, start + random.between(1, 6))];
};
/** Changes a few lines that stand together. */
const some =
  (change: (random: Random, lines: Lines) => Lines): LineMutation =>
  (random, lines) => {
    const [start, end] = range(random, lines);
    return [
      ...lines.slice(0, start),
      ...change(random, lines.slice(start, end)),
      ...lines.slice(end),
    ];
  };
const each = (change: (random: Random) => (line: string) => string): LineMutation =>
  some((random, lines) => lines.map(change(random)));

function shuffled(random: Random, lines: Lines): string[] {
  const result = [...lines];
  for (let index = result.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [result[index], result[other]] = [result[other] as string, result[index] as string];
  }
  return result;
}

const insert = (lines: Lines, at: number, more: Lines): string[] => [
  ...lines.slice(0, at),
  ...more,
  ...lines.slice(at),
];

const MUTATIONS: readonly LineMutation[] = [
  some(shuffled),
  some(() => []),
  some((_, lines) => [...lines, ...lines]),
  some((_, lines) => lines.filter((line) => line.trim() !== '')),
  some((_, lines) => lines.flatMap((line) => [line, ''])),
  some((_, lines) => [lines.join('')]),
  some((_, lines) => [lines.join(' ')]),
  each((random) => {
    const prefix = random.pick(PREFIXES);
    return (line) => prefix + line;
  }),
  each((random) => {
    const prefix = random.pick(PREFIXES);
    return (line) => (line.trim() === '' ? line : prefix + line);
  }),
  each((random) => {
    const width = random.between(1, 4);
    return (line) => line.replace(new RegExp(`^[ \\t]{1,${width}}`), '');
  }),
  some((random, [first = '', ...rest]) => [
    random.pick(PREFIXES) + first,
    ...rest.map((line) => `  ${line}`),
  ]),
  some((random, [first = '', ...rest]) => [random.pick(PREFIXES) + first, ...rest]),
  each((random) => {
    const suffix = random.pick(SUFFIXES);
    return (line) => line + suffix;
  }),
  (random, lines) => insert(lines, place(random, lines), [random.pick(LINES)]),
  (random, lines) => insert(lines, place(random, lines), [random.pick(LINES), random.pick(LINES)]),
  (random, lines, snippets) =>
    insert(lines, place(random, lines), random.pick(snippets).split('\n')),
  (random, lines, snippets) => {
    const snippet = random.pick(snippets).split('\n');
    const prefix = random.pick(PREFIXES);
    return insert(
      lines,
      place(random, lines),
      snippet.map((line) => prefix + line),
    );
  },
];

export const mangleLines = (random: Random, lines: Lines, snippets: Lines): string[] =>
  random.pick(MUTATIONS)(random, lines, snippets);

/** Puts marks into the text, takes characters out, writes some twice. */
export function mangleCharacters(random: Random, text: string): string {
  let result = text;
  for (let count = random.between(1, 4); count > 0; count--) {
    const at = random.below(result.length + 1);
    const kind = random.below(4);
    if (kind < 2) result = result.slice(0, at) + random.pick(SPANS) + result.slice(at);
    else if (kind === 2) result = result.slice(0, at) + result.slice(at + random.between(1, 3));
    else {
      const end = at + random.between(1, 20);
      const mark = random.pick(SPANS);
      result = result.slice(0, at) + mark + result.slice(at, end) + mark + result.slice(end);
    }
  }
  // A pair of surrogates that was cut is no text that either side could be given.
  return result.replace(/[\uD800-\uDFFF]/gu, '');
}

export const noise = (random: Random, length: number): string =>
  Array.from({ length }, () => random.pick([...NOISE])).join('');
