import {
  createFrontMatter,
  editFrontMatter,
  parsePostFile,
  PostFileError,
  printPostFile,
} from './index';
import type { FrontMatterEdit, YamlValue } from './index';

/** The front matter after edits, without its two lines. */
function edit(yaml: string, ...edits: FrontMatterEdit[]): string {
  const text = printPostFile(editFrontMatter(parsePostFile(`---\n${yaml}---\nbody\n`), edits));
  expect(text.startsWith('---\n') && text.endsWith('---\nbody\n')).toBe(true);
  return text.slice(4, -'---\nbody\n'.length);
}

const set = (key: string, value: YamlValue): FrontMatterEdit => ({ key, value });
const date = (source: string): YamlValue => ({
  kind: 'timestamp',
  source,
  ms: Date.parse(source.replace(' ', 'T').replace(' +0900', '+09:00')),
  hasTime: true,
});
const NEW_DATE = '2025-01-12 00:00:00 +0900';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof PostFileError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a scalar', () => {
  it.each([
    ['title: plain # c\n', 'new', 'title: new # c\n'],
    ['title:   plain\n', 'a: b', 'title:   "a: b"\n'],
    ["title: 'single'\n", "it's", "title: 'it''s'\n"],
    ["title: 'single'\n", 'a\nb', 'title: "a\\nb"\n'],
    ['title: "double" # c\n', 'say "x" \\', 'title: "say \\"x\\" \\\\" # c\n'],
    ['title: "a"\n', '트렌드 🤖', 'title: "트렌드 🤖"\n'],
    ['title: two\n  lines\n', 'one', 'title: one\n'],
    ['title: plain\n', 'yes', 'title: "yes"\n'],
    ['title: plain\n', 'x #y', 'title: "x #y"\n'],
    ['title: plain\n', '12:30', 'title: "12:30"\n'],
    ['title: plain\n', '---', 'title: "---"\n'],
    ['title: !!str 2024\n', 'x', 'title: !!str x\n'],
    ['title: "x" # c\n', null, 'title: # c\n'],
    ['title:\nz: 1\n', 'x', 'title: "x"\nz: 1\n'],
    ['title: \nz: 1\n', 'x', 'title: "x"\nz: 1\n'],
    ['title: # none\n', 'x', 'title: "x" # none\n'],
  ])('in %j set to %j is %j', (yaml, value, expected) => {
    expect(edit(yaml, set('title', value))).toBe(expected);
  });

  it('that already says the value is not touched', () => {
    const file = parsePostFile("---\ntitle:  'x'   # c\npin: Yes\n---\n");
    expect(editFrontMatter(file, [set('title', 'x'), set('pin', true)])).toBe(file);
  });

  it.each([
    ['date: 2024-01-01 00:00:00 +/-TTTT\n', `date: ${NEW_DATE}\n`],
    ['date: "2024-01-01 00:00:00"\n', `date: "${NEW_DATE}"\n`],
    ['date:\n', `date: ${NEW_DATE}\n`],
    ['title: x\n', `title: x\ndate: ${NEW_DATE}\n`],
  ])('date in %j becomes the new date', (yaml, expected) => {
    expect(edit(yaml, set('date', date(NEW_DATE)))).toBe(expected);
  });

  it('in quotes loses them for a time without a zone, which means another moment in quotes', () => {
    const utc = {
      kind: 'timestamp',
      source: '2025-01-12 00:00:00',
      ms: Date.UTC(2025, 0, 12),
      hasTime: true,
    } as const;
    expect(edit('date: "x"\n', set('date', utc))).toBe('date: 2025-01-12 00:00:00\n');
  });
});

describe('a block scalar', () => {
  it('keeps the lines that say the same', () => {
    const yaml = 'description: >-\n    one two three\n    four five six\n    seven eight\n\nz: 1\n';
    const text = 'one two three four 5 six seven eight';
    expect(edit(yaml, set('description', text))).toBe(yaml.replace('five', '5'));
  });

  it.each([
    ['d: |\n  a\n  b\n\nz: 1\n', 'a\n# c\n', 'd: |\n  a\n  # c\n\nz: 1\n'],
    ['d: | # keep\n  a\nz: 1\n', 'b', 'd: |- # keep\n  b\nz: 1\n'],
    ['d: |+\n  a\n\nz: 1\n', 'b\n', 'd: |\n  b\nz: 1\n'],
    ['d: >\n  a\nz: 1\n', 'a\n\nb\n', 'd: >\n  a\n\n\n  b\nz: 1\n'],
    ['d: |\n  a\nz: 1\n', ' lead', 'd: " lead"\nz: 1\n'],
  ])('%j set to %j is %j', (yaml, value, expected) => {
    expect(edit(yaml, set('d', value))).toBe(expected);
  });
});

describe('a flow list', () => {
  it.each([
    ['[ A, B]', ['A', 'B', 'C'], '[ A, B, C]'],
    ['[A,B]', ['A', 'X', 'B'], '[A,X,B]'],
    ['[A,  B, C]', ['A', 'C'], '[A, C]'],
    ['["A", \'B\', C] # c', ['C', 'A', 'B'], '[C, "A", \'B\'] # c'],
    ['["A", "B"]', ['A', 'Z'], '["A", "Z"]'],
    ['["A", B, C]', ['B', 'C', 'A'], '[B, C, "A"]'],
    ['[A]', ['a, b'], '["a, b"]'],
    ['[]', ['A', 'B'], '[A, B]'],
    ['[ A ]', [], '[]'],
    ['[\n  A, # one\n  B\n]', ['A', 'B', 'C'], '[\n  A, # one\n  B,\n  C\n]'],
    ['[\n  A,\n  B\n]', ['A', 'B', 'C'], '[\n  A,\n  B,\n  C\n]'],
    ['[\n  A,\n  B,   # bee\n  "C"\n]', ['A', 'B'], '[\n  A,\n  B   # bee\n]'],
    ['[\n  A, # one\n  B,\n]', ['A'], '[\n  A, # one\n]'],
    ['[\n  A, # one\n  B # two\n]', ['A'], '[\n  A # one\n  # two\n]'],
    ['[A, # one\n  B]', ['A'], '[A # one\n  ]'],
    ['[\n  A,\n  # about B\n  B\n]', ['A'], '[\n  A\n]'],
  ])('%s with %j is %s', (list, value, expected) => {
    expect(edit(`tags: ${list}\nz: 1\n`, set('tags', value))).toBe(`tags: ${expected}\nz: 1\n`);
  });
});

describe('a block list', () => {
  const list = '\n  - A # one\n  # about b\n  - "B"\n';
  it.each<[string, YamlValue, string]>([
    [list, ['A', 'B', 'C'], `${list}  - C\n`],
    [list, ['B', 'A'], '\n  # about b\n  - "B"\n  - A # one\n'],
    [list, ['B'], '\n  # about b\n  - "B"\n'],
    [list, ['A', 'Z'], list.replace('"B"', '"Z"')],
    [list, ['New', 'A', 'B'], `\n  - New${list}`],
    ['\n- A\n- B\n', ['B', 'A'], '\n- B\n- A\n'],
    ['\n-   A\n-   B\n', ['A', 'yes', 'B'], '\n-   A\n-   "yes"\n-   B\n'],
    ["\n- 'A'\n- 'B'\n", ['A', 'B', "it's"], "\n- 'A'\n- 'B'\n- 'it''s'\n"],
    ['\n- A\n', [], ' []\n'],
    [
      '\n- name: a # c\n  url: x\n- name: b\n',
      [{ name: 'a', url: 'z' }, { name: 'b' }, { name: 'c' }],
      '\n- name: a # c\n  url: z\n- name: b\n- name: c\n',
    ],
  ])('%j with %j is %j', (before, value, expected) => {
    expect(edit(`tags:${before}z: 1\n`, set('tags', value))).toBe(`tags:${expected}z: 1\n`);
  });
});

describe('a map', () => {
  const image = 'image:\n    path: a.jpg # p\n    alt: ""\nz: 1\n';
  it.each([
    [image, { path: 'b.jpg', alt: '' }, image.replace('a.jpg', 'b.jpg')],
    [image, { path: 'a.jpg', alt: '', lqip: 'x' }, image.replace('z:', '    lqip: x\nz:')],
    [image, { alt: '' }, 'image:\n    alt: ""\nz: 1\n'],
    [image, '/c.png', 'image: /c.png\nz: 1\n'],
    ['image: /c.png\nz: 1\n', { path: 'a', alt: '' }, 'image:\n  path: a\n  alt: ""\nz: 1\n'],
    [
      'image: { path: a,alt: "b" }\n',
      { path: 'c', alt: 'b', w: 1 },
      'image: { path: c,alt: "b",w: 1 }\n',
    ],
  ])('%j set to %j is %j', (yaml, value, expected) => {
    expect(edit(yaml, set('image', value))).toBe(expected);
  });

  it('takes the key __proto__ as a key', () => {
    const value = JSON.parse('{"__proto__": "x"}') as YamlValue;
    expect(edit('m: {a: 1}\n', set('m', value))).toBe('m: {__proto__: x}\n');
  });
});

describe('keys', () => {
  it('go to their place in the order, in the house form', () => {
    const yaml = '# head\ntitle: x\nauthor: me\n# about z\nz: 1\n';
    const after = edit(
      yaml,
      set('tags', ['a b', 'c, d']),
      set('image', { path: 'p', alt: '' }),
      set('layout', 'post'),
      set('math', true),
      set('own', 'x'),
    );
    expect(after).toBe(
      '# head\nlayout: post\ntitle: x\ntags: [a b, "c, d"]\nmath: true\nauthor: me\nimage:\n  path: p\n  alt: ""\n# about z\nz: 1\nown: x\n',
    );
  });

  it('follow an order that is given', () => {
    const file = parsePostFile('---\nb: 1\nd: 1\n---\n');
    const edited = editFrontMatter(file, [set('c', 1), set('a', 1)], {
      order: ['a', 'b', 'c', 'd'],
    });
    expect(edited.frontMatter?.yaml).toBe('a: 1\nb: 1\nc: 1\nd: 1\n');
  });

  it('that stand twice: the last is edited, all are removed', () => {
    const yaml = 'title: a\nz: 1\ntitle: b\n';
    expect(edit(yaml, set('title', 'c'))).toBe('title: a\nz: 1\ntitle: c\n');
    expect(edit(yaml, { key: 'title', remove: true })).toBe('z: 1\n');
  });

  it('that are removed take their lines only', () => {
    const yaml = '# above\ntags:\n- a\n# in\n- b # c\n\n# below\nz: |\n  x\n\n';
    expect(edit(yaml, { key: 'tags', remove: true })).toBe('# above\n\n# below\nz: |\n  x\n\n');
    expect(edit('a: 1\n', { key: 'a', remove: true })).toBe('');
    expect(edit('a: 1\n', { key: 'b', remove: true })).toBe('a: 1\n');
  });

  it('are set inside a front matter that is one flow map', () => {
    expect(edit('{title: a, tags: [x]}\n', set('title', 'b: c'), set('pin', true))).toBe(
      '{title: "b: c", tags: [x], pin: true}\n',
    );
    expect(edit('{title: a, tags: [x]}\n', { key: 'title', remove: true })).toBe('{tags: [x]}\n');
  });

  it('make a front matter where there is none, with the line ends of the file', () => {
    expect(printPostFile(editFrontMatter(parsePostFile('\uFEFFhi\r\n'), [set('pin', true)]))).toBe(
      '\uFEFF---\r\npin: true\r\n---\r\nhi\r\n',
    );
    expect(printPostFile(editFrontMatter(parsePostFile('---\n---'), [set('pin', true)]))).toBe(
      '---\npin: true\n---',
    );
    expect(edit('# c\n', set('pin', true))).toBe('# c\npin: true\n');
    expect(edit('~\n', set('pin', true))).toBe('pin: true\n');
  });

  it('keep CRLF in what is added', () => {
    const file = parsePostFile('---\r\ntags:\r\n- a\r\n---\r\n');
    const edited = editFrontMatter(file, [set('tags', ['a', 'b']), set('image', { path: 'x' })]);
    expect(edited.frontMatter?.yaml).toBe('tags:\r\n- a\r\n- b\r\nimage:\r\n  path: x\r\n');
  });
});

describe('verbatim YAML', () => {
  it('replaces the lines of its key or is placed like any key', () => {
    const source = 'links:\n  - a # why\n  - b';
    expect(edit('title: x\nlinks: [a]\nz: 1\n', { key: 'links', source })).toBe(
      `title: x\n${source}\nz: 1\n`,
    );
    expect(edit('  title: x\n', { key: 'links', source })).toBe(
      '  title: x\n  links:\n    - a # why\n    - b\n',
    );
  });

  it.each([
    'a: 1\nb: 2',
    'b: 2',
    'a: [',
    'a: |\n  x\n---\n',
    'a: !ruby/object:X {}',
    '',
    'a',
    '- a',
  ])('%j is refused for a', (source) => {
    expect(codeOf(() => edit('t: 1\n', { key: 'a', source }))).toBe('invalid-source');
  });
});

describe('anchors and aliases', () => {
  it('only the alias is replaced', () => {
    expect(edit('a: &x {k: 1}\nb: *x\n', set('b', 2))).toBe('a: &x {k: 1}\nb: 2\n');
    expect(edit('a: &x {t: 1}\n<<: *x\n', set('t', 2))).toBe('a: &x {t: 1}\n<<: *x\nt: 2\n');
  });

  it('what others refer to is not changed under them', () => {
    expect(codeOf(() => edit('a: &x 1\nb: *x\n', set('a', 2)))).toBe('edit-not-possible');
    expect(codeOf(() => edit('a: &x {t: 1}\n<<: *x\n', { key: 't', remove: true }))).toBe(
      'edit-not-possible',
    );
  });
});

describe('what cannot be written', () => {
  it.each([
    ['a: [\n', set('a', 1), 'unreadable-front-matter'],
    ['a: 1\n', set('a', '\uD800'), 'unrepresentable-value'],
    [
      'a: 1\n',
      set('a', { kind: 'timestamp', source: 'soon', ms: 0, hasTime: true }),
      'unrepresentable-value',
    ],
    ['a: 1\n', set('<<', { b: 1 }), 'invalid-key'],
    ['- a\n', set('a', 1), 'unreadable-front-matter'],
  ])('%j with %j is %s', (yaml, change, code) => {
    expect(codeOf(() => edit(yaml, change))).toBe(code);
  });
});

describe('createFrontMatter', () => {
  it('writes the house form in order', () => {
    const block = createFrontMatter([
      { key: 'description', value: '🤖 하반기 소식' },
      { key: 'own', source: 'own: [1,2] # mine' },
      { key: 'tags', value: ['a', 'b'] },
      { key: 'title', value: 'A' },
      { key: 'image', value: { path: 'x.png', alt: '' } },
      { key: 'date', value: date(NEW_DATE) },
      { key: 'pin', value: false },
    ]);
    expect(block).toEqual({
      open: '---\n',
      yaml: `title: "A"\ndate: ${NEW_DATE}\ntags: [a, b]\npin: false\nimage:\n  path: x.png\n  alt: ""\ndescription: 🤖 하반기 소식\nown: [1,2] # mine\n`,
      close: '---\n',
    });
  });
});
