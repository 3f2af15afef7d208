/** Inputs that make a parser go back again and again, or call itself deeper and deeper. */
export interface Hostile {
  readonly name: string;
  readonly text: string;
}

export const HOSTILE_SIZE = 100_000;

const fill = (unit: string, size: number): string =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const nested = (open: string, close: string, size: number): string => {
  const depth = Math.floor(size / (open.length + close.length));
  return `${open.repeat(depth)}x${close.repeat(depth)}`;
};
/** Lines, each with one prefix more than the one before. */
function stairs(prefix: string, text: string, size: number): string {
  const lines: string[] = [];
  let length = 0;
  for (let depth = 0; length < size; depth++) {
    const line = prefix.repeat(depth) + text;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

/** Repeated as they stand, to the size. */
const UNITS: Readonly<Record<string, string>> = {
  stars: '*',
  'double stars before a letter': '**a',
  'star before a letter': '*a ',
  'stars and underscores': '*_',
  'stars and underscores, in words': '*a _b ',
  underscores: '_',
  'underscores before a letter': '__a ',
  tildes: '~',
  'double tildes before a letter': '~~a ',
  backticks: '`',
  'backticks of many lengths': '`a``b```c````d',
  'opening brackets': '[',
  'opening brackets of images': '![',
  'brackets that close': ']',
  'links not closed': '[a](',
  'links with parentheses': '[a](b(',
  'links with titles not closed': '[a](b "',
  'links in angle brackets not closed': '[a](<b',
  'links to nothing': '[a][b] ',
  'footnote marks': '[^1]',
  'footnote marks not closed': '[^',
  'less than': '<',
  'tags not closed': '<b>',
  'tags not ended': '<b ',
  'attributes not ended': '<b a="',
  'closing tags': '</b>',
  'blocks not closed': '<div>\n',
  'blocks with Markdown, not closed': '<div markdown="1">\n',
  'paragraphs not closed': '<p>',
  'comments not closed': '<!-- ',
  'instructions not closed': '<?a ',
  'declarations not closed': '<!A ',
  'character data not closed': '<![CDATA[',
  'scripts not closed': '<script>',
  'autolinks not closed': '<http://a',
  dollars: '$',
  'math not closed': '$$a ',
  'braces of attributes': '{:',
  'attributes not closed': '{: a="b" ',
  'attribute lists': 'a\n{:.b}\n',
  'attribute lists of spans': '*a*{:.b}',
  'definitions of attributes that name themselves': '{:a: a .b}\n',
  extensions: '{::',
  'extensions not closed': '{::comment}\n',
  'extensions not closed, in text': '{::nomarkdown} a ',
  'ends of extensions': '{:/}',
  pipes: '|',
  'pipes and backticks': '|`',
  'rows of a table': '| a | b |\n',
  'separators of a table': '|-|-|\n',
  'rows and separators': 'a|b\n-|-\n',
  quotes: '>',
  'quotes with blanks': '> ',
  'list marks on one line': '* ',
  'ordered list marks on one line': '1. ',
  'list items': '* a\n',
  'empty list items': '*\n',
  'list items and blank lines': '* a\n\n',
  'items with indented text': '* a\n\n      b\n',
  'definition marks': ': ',
  'definition lists': 'a\n: b\n',
  'terms without definition': 'a\nb\n',
  headers: '# a\n',
  'headers that are alike': '# a\n\n',
  'underlines of headers': '=\n',
  rules: '- ',
  'fences not closed': '~~~ a\n',
  'fences of backticks not closed': '``` a\n\n',
  'blank lines': '\n',
  blanks: ' ',
  tabs: '\t',
  'blanks and a letter': '                                                            a',
  'lines of blanks': '        \n',
  'line breaks': 'a  \n',
  backslashes: '\\',
  'backslashes at line ends': 'a\\\\\n',
  escapes: '\\*',
  'double quotes': '"',
  'single quotes': "'",
  'quotes and letters': '"a\'',
  dashes: '-',
  dots: '.',
  guillemets: '<<',
  ampersands: '&',
  'entities not closed': '&#x',
  entities: '&amp;',
  'end of block marks': '^\n',
  'carriage returns': '\r',
  'one letter': 'a',
  hangul: '가',
  'link definitions': '[a]: b\n',
  'link definitions not ended': '[a]: \n',
  'footnote definitions': '[^a]: b\n',
  abbreviations: '*[a]: b\n',
  colons: ':',
  'percent signs and braces': '{% {{ ',
  'plus signs': '+',
  digits: '1',
  hashes: '#',
  'task lists': '- [ ] \n',
  'null characters': '\0',
};

/** Nested, repeated with their ends, or defined and used again and again. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'nested emphasis': (size) => nested('*a **b ', '** *', size),
  'nested links': (size) => nested('[', '](a)', size),
  'nested images': (size) => nested('![', '](a)', size),
  'nested parentheses': (size) => `[a](${nested('(', ')', size)})`,
  'nested brackets': (size) => nested('[', ']', size),
  'nested spans': (size) => nested('<b>', '</b>', size),
  'nested blocks': (size) => nested('<div>\n', '</div>\n', size),
  'nested blocks with Markdown': (size) => nested('<div markdown="1">\n', '\n</div>\n', size),
  'nested lists': (size) => stairs('  ', '* a', size),
  'nested ordered lists': (size) => stairs('   ', '1. a', size),
  'nested quotes': (size) => stairs('> ', 'a', size),
  'nested quotes and lists': (size) => stairs('> * ', 'a', size),
  'nested definitions': (size) => stairs('  ', 'a\n: b', size),
  'notes that name one another': (size) =>
    Array.from({ length: size / 25 }, (_, index) => `[^${index}]: a[^${index + 1}]\n`).join('\n'),
  'a note used often': (size) => `${fill('a[^1] ', size)}\n\n[^1]: b[^1]`,
  'abbreviations and text': (size) =>
    Array.from({ length: size / 40 }, (_, index) => `*[a${index}]: b`).join('\n') +
    `\n\n${fill('a1 a2 a3 ', size / 2)}`,
  'headers of one name and a table of contents': (size) =>
    `* x\n{:toc}\n\n${fill('# a\n\n', size)}`,
  'a wide table': (size) =>
    `${fill('|a', size / 3)}\n${fill('|-', size / 3)}\n${fill('|a', size / 3)}`,
  'definitions of attributes in a row': (size) =>
    Array.from({ length: size / 20 }, (_, index) => `{:a${index}: a${index - 1} .b}`).join('\n') +
    `\n\nx\n{:a${Math.floor(size / 20) - 1}}`,
  'link definitions and uses': (size) =>
    Array.from({ length: size / 30 }, (_, index) => `[a${index}]: b\n[a${index}] c`).join('\n\n'),
  'elements of code and a pipe': (size) => `${fill('<code>', size)}|`,
  'a header with blanks in it': (size) => `# a${fill(' ', size)}b`,
  'a separator that ends as text': (size) => `|a|\n|-${fill('|-', size)}b`,
  'a separator with tabs and text': (size) => `|a|\n|-${fill('\t', size)}b`,
  'a fence with blanks before its end': (size) => `~~~ a${fill(' ', size)}b c\n~~~`,
  'terms of one definition': (size) => `${fill('a\n', size)}: b`,
  'a long address': (size) => `[a](${fill('b', size)})`,
  'a long attribute list': (size) => `a\n{: ${fill('b="c" ', size)}}`,
  'a long tag': (size) => `<b ${fill('a="b" ', size)}>c</b>`,
  'lazy lines of a quote': (size) => `> a\n${fill('b\n', size)}`,
  'lazy lines of nested lists': (size) => `* * * * * * a\n${fill('b\n', size)}`,
  'code spans that nearly close': (size) =>
    Array.from({ length: 400 }, (_, index) => '`'.repeat(1 + (index % 200)) + 'a')
      .join(' ')
      .slice(0, size),
  'quotes in lists in quotes': (size) => fill('> * > 1. ', size),
};

export const hostileInputs = (size = HOSTILE_SIZE): Hostile[] => [
  ...Object.entries(UNITS).map(([name, unit]) => ({ name, text: fill(unit, size) })),
  ...Object.entries(SHAPES).map(([name, make]) => ({ name, text: make(size) })),
];
