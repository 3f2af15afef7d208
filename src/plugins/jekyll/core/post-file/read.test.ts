import { parsePostFile, readFrontMatter, readSnippet } from './index';

const read = (yaml: string) => readFrontMatter(parsePostFile(`---\n${yaml}---\n`));

describe('readFrontMatter', () => {
  it('gives keys with values, their lines and where they stand', () => {
    const { entries } = read('# c\ntitle: "x" # t\n\ntags:\n- a\n  # deeper\n# own\npin: on\r\n');
    expect(entries).toEqual([
      { key: 'title', value: 'x', source: 'title: "x" # t\n', line: 3 },
      { key: 'tags', value: ['a'], source: 'tags:\n- a\n  # deeper\n', line: 5 },
      { key: 'pin', value: true, source: 'pin: on\n', line: 9 },
    ]);
  });

  it('lists the last of two equal keys', () => {
    expect(
      read('a: 1\nb: 2\na: 3\n').entries.map(({ key, value, line }) => [key, value, line]),
    ).toEqual([
      ['b', 2, 3],
      ['a', 3, 4],
    ]);
  });

  it('marks what comes through a merge key', () => {
    const { entries } = read('d: &d {t: 1}\n<<: *d\n');
    expect(entries.map(({ key, merged }) => [key, merged ?? false])).toEqual([
      ['d', false],
      ['<<', false],
      ['t', true],
    ]);
  });

  it('keeps __proto__ a key', () => {
    const { entries } = read('__proto__: {polluted: 1}\nm:\n  __proto__: {polluted: 1}\n');
    expect(entries.map(({ key }) => key)).toEqual(['__proto__', 'm']);
    expect(Object.keys(entries[1]?.value ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['a: 1\nb: [x\nc: 2\n', 'front-matter-syntax'],
    ['a: b: c\n', 'front-matter-syntax'],
    ['a: x\n\t\nb: 1\n', 'front-matter-syntax'],
    [': x\n', 'front-matter-syntax'],
    ['a: *none\n', 'front-matter-alias'],
    ['a: &a [*a]\n', 'front-matter-alias'],
    ['a: :sym\n', 'front-matter-symbol'],
    ['a: !ruby/object:Gem {}\n', 'front-matter-tag'],
    ['- a\n', 'front-matter-not-a-map'],
    ['a: x\u0007\n', 'front-matter-character'],
    [`a: ${'['.repeat(20000)}\n`, 'front-matter-depth'],
  ])('%j is the problem %s', (yaml, code) => {
    const { entries, problems } = read(yaml);
    expect(entries).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message.ko).not.toBe('');
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  it('places a problem in the file', () => {
    expect(read('ok: 1\nbad: @x\n').problems).toMatchObject([{ line: 3, column: 6 }]);
  });

  it('answers a multiplying alias with a problem at once', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `k${n}: &k${n} [${n ? `*k${n - 1}, *k${n - 1}, *k${n - 1}` : '1'}]\n`,
    );
    const start = Date.now();
    expect(read(levels.join('')).problems[0]?.code).toBe('front-matter-alias-limit');
    expect(Date.now() - start).toBeLessThan(1000);
  });
});

describe('readSnippet', () => {
  it('reads pairs, with or without a final newline', () => {
    expect(readSnippet('a: 1\nb: [x]').entries).toEqual([
      { key: 'a', value: 1, source: 'a: 1\n', line: 1 },
      { key: 'b', value: ['x'], source: 'b: [x]\n', line: 2 },
    ]);
  });

  it.each([
    ['a: 1\n---\nb: 2', 'snippet-document-marker'],
    ['a: 1\n...', 'snippet-document-marker'],
    ['%YAML 1.1\na: 1', 'snippet-directive'],
    ['a: !ruby/sym x', 'front-matter-tag'],
  ])('refuses %j', (yaml, code) => {
    expect(readSnippet(yaml)).toMatchObject({ entries: [], problems: [{ code }] });
  });
});
