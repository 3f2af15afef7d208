import type { Seeded } from './seeded';

/** Texts that YAML, Markdown, Liquid and Ruby read otherwise when they are spelled carelessly. */
export const NASTY_TEXTS: readonly (string | null)[] = [
  'Plain new words',
  'It\'s "both" kinds of quotes',
  '# no comment',
  'key: value',
  '- a dash in front',
  '--- three dashes',
  '한글 제목: 새로운 소식 🧑‍💻👨‍👩‍👧',
  '[brackets] and {braces}, commas',
  '*star &anchor',
  '@at `tick`',
  'yes',
  'null',
  '~',
  '2024-01-01',
  '2024-01-01 10:00:00 +0900',
  '0x1F',
  '12:30',
  '1_000',
  'a colon at the end:',
  'a hash #inside and # after a space',
  'back\\slash and \\n',
  'a tab\tinside',
  ' blanks around ',
  'long words again and again '.repeat(60).trim(),
  'x'.repeat(2000),
  '{{ liquid }} {% raw %}',
  '|',
  '> quoted',
  'first line\nsecond line',
  '!tag',
  '? question',
  'no\u00a0break',
  'line\u2028separator',
  'e\u0301 decomposed',
  '<<',
  '...',
  '%YAML 1.1',
  '',
  null,
];

export const NASTY_WORDS: readonly (readonly string[] | null)[] = [
  [],
  null,
  ['one'],
  ['one', 'two words'],
  ['a, b', 'c'],
  ['c: d', '# e', 'f #g'],
  ["it's", '"quoted"'],
  ['- x', '-'],
  ['yes', 'null', '12', '1.5e3'],
  ['한글', '🧑‍💻'],
  ['[x]', '{y}', '&z', '*w'],
  ['UPPER', 'lower'],
  ['2024-01-01', '12:30'],
  ['back\\slash', '{{ liquid }}'],
];

export const SLUGS: readonly (string | null)[] = [
  'a-new-slug',
  '한글-슬러그',
  'With Space',
  'a[b](c)',
  '../../outside',
  'a/b',
  '.',
  'x'.repeat(300),
  'con',
  '2020-01-02-again',
  'cafe\u0301',
  'dotted.name',
];

export const OTHER_PAIRS: readonly string[] = [
  'extra_key: plain\n',
  'extra_key: "quoted: yes"\n',
  'extra_map:\n  a: 1\n  b: [x, y]\n',
  'extra_list:\n  - one\n  - two\n',
  'extra_text: |\n  first\n  second\n',
  'layout: other\n',
  'extra_key: ~\n',
  'description: of a key that has a field\n',
  'title: of a key that has a field\n',
];

export const BROKEN_YAML: readonly string[] = [
  'key: [unclosed\n',
  '---\n',
  '- a list\n',
  'just words\n',
  'a: b: c\n',
  '...\nescaped: yes\n',
];

/** Bodies that a plain post may get: something of the old one, changed at one place. */
export function bodyEdit(old: string, random: Seeded): string | null {
  const lines = old.split('\n');
  const at = random.int(Math.max(1, lines.length));
  switch (random.int(9)) {
    case 0:
      return `${old}\n\nA paragraph at the end.`;
    case 1:
      return [...lines.slice(0, at), '한 줄을 끼워 넣습니다. 🧑‍💻', ...lines.slice(at)].join('\n');
    case 2:
      return [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
    case 3:
      return [...lines.slice(0, at), `${lines[at] ?? ''} and more`, ...lines.slice(at + 1)].join(
        '\n',
      );
    case 4:
      return `New first line.\n\n${old}`;
    case 5:
      return '---\ntitle: no front matter\n---\n\n{% raw %}{{ text }}{% endraw %}';
    case 6:
      return old.replace(/\n/g, '\r\n') + '\r\n\r\nWith another line end.';
    case 7:
      return '';
    default:
      return null;
  }
}
