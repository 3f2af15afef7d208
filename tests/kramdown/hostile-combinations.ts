import { HOSTILE_SIZE, type Hostile } from './hostile';
import type { Random } from './random';

/**
 * What begins something, what is then repeated, and what ends it or does not: where a pattern tries
 * again and again, some of these combinations find it.
 */
const STARTS = [
  ...[
    '',
    'a',
    '# a',
    '> a',
    '* a',
    '1. a',
    ': a',
    'a\n: a',
    'a\n\n: ',
    '|a',
    'a|',
    '|`',
    '|a|\n|-',
  ],
  ...['[a', '[a](', '[a](b', '[a](b "', '[a][', '![', '![a](', '[a]:', '[a]: b', '[a]: b "'],
  ...['[^a]', '[^a]: ', 'a[^1]\n\n[^1]: ', '[^a]: b\n\n    ', '*[', '*[a]: ', 'a {#', '# a {#'],
  ...['<a', '<a b', '<a b=', '<a b="', '</a', '<!--', '<?', '<div', '<div>', '<p>', '<pre>'],
  ...['<div markdown="1">', '<table>', '<script>', '<http://', '<a@', '&', '&#', '{:', '{:a'],
  ...['{: a="', '{:a: ', '{::', '{::a', '{::options a="', '`', '```', '~~~', '~~~ a', '~~~ a\n~~~'],
  ...['$$', '*', '**a', '_a', '"', "'", '--', '\\', '    a', '\t', '^', '=', 'a\n=', '-\n', '***'],
  ...['- - ', '* a\n\n'],
];
const UNITS = [
  ...[
    ' ',
    '\t',
    '\n',
    ' \n',
    '  \n',
    '\n\n',
    '\n ',
    '\t\n',
    '\n\t',
    '\r',
    '\u00a0',
    'a',
    'a b',
    ' a',
  ],
  ...['a\n', '\n    a', '가', '1', '#', ' #', '#a{', '*', '**a*', '_', '_a__', '`', '`a``', '|`a`'],
  ...[
    '-',
    '--- ',
    '=',
    '=\n',
    ' a=b',
    'a="',
    ' a="b"c',
    " a='b'c",
    ' .a',
    '{#a} ',
    '"',
    "'",
    '"a"',
  ],
  ...['"a\'', ' "', '|', '|a', '|-', '|:-', ':-', '\\|', '\\', ' \\', '\\\n', '~', '~~a', '~~~\n'],
  ...[
    '```a\n',
    '^',
    '^[',
    '$',
    '$$a',
    '!',
    '![a',
    '[',
    ']',
    '](',
    '[^',
    '[^a]',
    '[a]: ',
    '[a](b "c" d',
  ],
  ...[
    '*[a',
    '(',
    '(b',
    ')',
    '<',
    '</',
    '<a',
    '<a ',
    '</b ',
    '<b>|',
    '<b c="',
    '<!--',
    '<?',
    '<code>',
  ],
  ...[
    '</code>',
    '>',
    '> ',
    '&',
    '&#',
    '&a;',
    '.',
    ':',
    '::a',
    ': a\n',
    '{',
    '{:',
    '{::',
    '{:a}',
    '}',
  ],
  ...['{: .a}\n', '- ', '* ', '1. '],
];
const ENDS = [
  ...[
    '',
    'b',
    ']',
    ')',
    '"',
    '>',
    '/>',
    '-->',
    '</a>',
    '</div>',
    '}',
    '{:/}',
    '|',
    '#',
    '`',
    '*',
    '$$',
  ],
  ...['" "', '}\n', '\n\nx', '\n===', '\n: a', '\n{: .a}', '\n\n[a]: b', '\n~~~', '\n```\n'],
  ...['\n|-|\n|a|'],
];

/** Some of the combinations, each of the size in characters. */
export function* hostileCombinations(
  random: Random,
  count: number,
  size = HOSTILE_SIZE,
): Generator<Hostile> {
  for (let index = 0; index < count; index++) {
    const [start, unit, end] = [random.pick(STARTS), random.pick(UNITS), random.pick(ENDS)];
    const text = start + unit.repeat(Math.ceil(size / unit.length)) + end;
    yield { name: JSON.stringify([start, unit, end]), text };
  }
}
