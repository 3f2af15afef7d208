// eslint-disable-next-line no-restricted-imports -- the blog's real posts are files
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { itWithShared, sharedDir } from '../../../../../tests/helpers/shared';
import { editSurvey, printSurvey, readSurvey, sameSurvey, type SurveyContent } from './index';
import { ENGLISH, HARBOUR } from './testing/fixtures';

function read(text: string): SurveyContent {
  const content = readSurvey(text);
  if (!content) throw new Error('not a survey');
  return content;
}

/** Lines that only one of the texts has: `-` of the first, `+` of the second. */
function changes(before: string, after: string): string[] {
  const left = before.split('\n');
  const right = after.split('\n');
  const gone = left.filter((line) => !take(right, line));
  return [...gone.map((line) => `-${line}`), ...right.map((line) => `+${line}`)];
}

function take(lines: string[], line: string): boolean {
  const at = lines.indexOf(line);
  if (at >= 0) lines.splice(at, 1);
  return at >= 0;
}

function withSection(
  content: SurveyContent,
  index: number,
  change: (section: SurveyContent['sections'][number]) => SurveyContent['sections'][number],
): SurveyContent {
  return {
    ...content,
    sections: content.sections.map((section, i) => (i === index ? change(section) : section)),
  };
}

const cites = (content: SurveyContent) =>
  content.sections.map((s) => s.items.map((item) => item.citations.map((c) => c.label)));

describe('readSurvey', () => {
  it('reads keywords, sections, prefixes, items and citations', () => {
    const content = read(HARBOUR);
    expect(content.keywords).toEqual(['항만 기술', 'Tide Models', '로봇 배']);
    expect(content.sections.map((s) => [s.heading, s.prefix, s.items.length])).toEqual([
      ['⚓ **Issues**', 'iss', 3],
      ['📚 **Papers**', 'pa', 2],
    ]);
    expect(content.sections[0]?.items[1]).toEqual({
      title: '등대의 새 눈',
      body: '- 등대 위에 라이다를 올렸습니다.\n\n![fig1](pier-1.png){: width="600"}\n_등대 위의 라이다_',
      citations: [
        { label: 'ref-iss-2', text: '[Eyes of the lighthouse](https://harbour.example/eyes)' },
        { label: 'ref-iss-3', text: '[Lidar at sea](https://harbour.example/lidar)' },
      ],
    });
    expect(content.body).toBe('');
    expect(content.closing).toBe('## References');
  });

  it('reads one numbering, shared labels, leads and sections without items', () => {
    const content = read(ENGLISH);
    expect(content.body).toBe("Welcome to this month's survey.");
    expect(content.sections.map((s) => [s.heading, s.prefix, s.lead, s.items.length])).toEqual([
      ['News', '', 'The best of the month.', 2],
      ['Interlude', '', 'Nothing but text here.', 0],
      ['Tools', '', '', 2],
    ]);
    expect(cites(content)).toEqual([[['ref1'], ['ref2', 'ref3']], [], [['ref1'], []]]);
    expect(content.sections[0]?.items[1]?.citations[1]?.text).toBe(
      'Big Boats Weekly, issue 3.\n\n    Second paragraph of the note.',
    );
    expect(content.closing).toBe('# References\n\n[^stray]: Nobody cites this one.\n[^ref4]:');
  });

  it('gives LF values for a CRLF file', () => {
    expect(read(HARBOUR.replace(/\n/g, '\r\n'))).toEqual(read(HARBOUR));
  });

  it.each([
    ['no headings', 'Just text.\n'],
    ['items without marks', '## A\n### b\ntext\n'],
    ['marks that nothing defines', '## A\n### b [^x]\ntext\n'],
    ['half of the items marked', '## A\n### b [^x]\n### c\n\n[^x]: y\n'],
    ['definitions inside a fence', '## A\n### b [^x]\n\n```\n[^x]: y\n```\n'],
    ['a definition that a paragraph swallows', '## A\n### b [^x]\ntext\n[^x]: y\n'],
    ['items above the first section', '### b [^x]\n\n[^x]: y\n'],
  ])('says plain for %s', (_name, text) => {
    expect(readSurvey(text)).toBeNull();
  });

  it.each([
    ['another class', '> **KEYWORDS**\n> a, b\n{: .prompt-tip }'],
    ['another label', '> **Keywords**\n> a, b\n{: .prompt-info }'],
    ['no class', '> **KEYWORDS**\n> a, b'],
    ['no words', '> **KEYWORDS**\n{: .prompt-info }'],
    ['a list of words', '> **KEYWORDS**\n> - a\n> - b\n{: .prompt-info }'],
    ['an empty word', '> **KEYWORDS**\n> a, , b\n{: .prompt-info }'],
  ])('keeps a box with %s in the body', (_name, box) => {
    const content = read(`${box}\n\n## A\n### b [^x]\n\n[^x]: y\n`);
    expect(content.keywords).toEqual([]);
    expect(content.body).toBe(box);
  });

  it('keeps marks at the title that nothing defines', () => {
    const content = read('## A\n### b [^no] [^x]\n### c [^x] [^no]\n### d [^x]\n\n[^x]: y\n');
    expect(content.sections[0]?.items.map((i) => [i.title, i.citations.length])).toEqual([
      ['b [^no]', 1],
      ['c [^x] [^no]', 0],
      ['d', 1],
    ]);
  });

  it('reads marks before closing #s, before an id and inside emphasis', () => {
    const content = read('## A\n### a [^x] ##\n### b [^x] {#bee}\n### **c [^x]**\n\n[^x]: y\n');
    expect(content.sections[0]?.items.map((i) => [i.title, i.citations.length])).toEqual([
      ['a', 1],
      ['b {#bee}', 1],
      ['**c**', 1],
    ]);
    expect(read(printSurvey(content))).toEqual(content);
  });

  it('lets the last of two equal definitions win and keeps the other in the closing text', () => {
    const content = read('## A\n### b [^x]\n\n## Refs\n[^x]: old\n\n[^x]: new\n');
    expect(content.sections[0]?.items[0]?.citations[0]?.text).toBe('new');
    expect(content.closing).toBe('## Refs\n[^x]: old');
    expect(sameSurvey(read(printSurvey(content)), content)).toBe(true);
  });

  it('takes a references heading inside a section for no item', () => {
    const content = read(
      '## A\n### b [^x]\n### 참고 문헌\n[^x]: y\n\n## B\n### c [^z]\n\n[^z]: w\n',
    );
    expect(content.sections.map((s) => s.items.map((i) => i.title))).toEqual([['b'], ['c']]);
  });

  itWithShared('reads the sample of the blog', () => {
    const folder = join(sharedDir() ?? '', 'sample');
    for (const file of readdirSync(folder)) {
      const body = bodyOf(readFileSync(join(folder, file), 'utf8'));
      const content = read(body);
      expect(content.sections.map((s) => [s.prefix, s.items.length])).toEqual([
        ['iss', 10],
        ['pa', 10],
        ['llm', 4],
        ['data', 4],
      ]);
      expect(cites(content).flat(2)).toHaveLength(28);
      expect(editSurvey(body, content)).toBe(body);
      expect(read(printSurvey(content))).toEqual(content);
    }
  });

  itWithShared('reads every other post as plain', () => {
    const folder = join(sharedDir() ?? '', 'corpus');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const posts = files.filter((file) => /_posts.*\.(md|markdown)$/.test(file));
    expect(posts.length).toBeGreaterThan(200);
    const surveys = posts.filter((file) =>
      readSurvey(bodyOf(readFileSync(join(folder, file), 'utf8'))),
    );
    expect(surveys).toEqual([]);
  });
});

function bodyOf(file: string): string {
  return file.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
}

describe('printSurvey', () => {
  it('gives a survey in the house form again', () => {
    const spelledOtherwise = ['-------------------', '### Tides as Tokens  [^ref-pa-1]'];
    const lines = changes(HARBOUR, printSurvey(read(HARBOUR))).filter((line) => line !== '+');
    expect(lines.filter((l) => l.startsWith('-')).map((l) => l.slice(1))).toEqual(
      expect.arrayContaining(spelledOtherwise),
    );
    expect(lines).toHaveLength(7);
  });

  it('numbers citations without a label, by section prefix or through the post', () => {
    const item = (text: string) => ({ title: text, body: '', citations: [{ label: '', text }] });
    const section = (prefix: string, ...items: string[]) => ({
      heading: 'H',
      prefix,
      lead: '',
      items: items.map(item),
    });
    const content: SurveyContent = {
      keywords: [],
      body: '',
      sections: [section('x', 'a', 'b'), section('', 'c'), section('', 'd')],
      closing: null,
    };
    const printed = read(printSurvey(content));
    expect(cites(printed).flat(2)).toEqual(['ref-x-1', 'ref-x-2', 'ref1', 'ref2']);
    expect(printed.closing).toBe('## References');
    expect(sameSurvey(printed, content)).toBe(true);
  });
});

describe('editSurvey', () => {
  const base = read(HARBOUR);

  it('changes the title line only', () => {
    const next = withSection(base, 1, (s) => ({
      ...s,
      items: s.items.map((item, i) => (i === 0 ? { ...item, title: '물때 토큰' } : item)),
    }));
    expect(changes(HARBOUR, editSurvey(HARBOUR, next))).toEqual([
      '-### Tides as Tokens  [^ref-pa-1]',
      '+### 물때 토큰  [^ref-pa-1]',
    ]);
  });

  it('moves an item, renumbers its group and its uses in running text', () => {
    const next = withSection(base, 0, (s) => ({ ...s, items: [...s.items].reverse() }));
    const edited = editSurvey(HARBOUR, next);
    expect(edited.indexOf('파도 요금제 [^ref-iss-1]')).toBeGreaterThan(0);
    expect(edited).toContain('등대의 새 눈 [^ref-iss-2] [^ref-iss-3]');
    expect(edited).toContain('조용한 예인선 [^ref-iss-4]');
    expect(edited).toContain('장력을 예측합니다[^ref-iss-2].');
    expect(changes(HARBOUR, edited).every((line) => /예인선|요금제|tugs|price/.test(line))).toBe(
      true,
    );
    expect(edited.split('\n')).toHaveLength(HARBOUR.split('\n').length);
  });

  it('adds a citation with its definition at its place', () => {
    const next = withSection(base, 0, (s) => ({
      ...s,
      items: s.items.map((item, i) =>
        i === 0
          ? {
              ...item,
              citations: [...item.citations, { label: '', text: '[New](https://n.example)' }],
            }
          : item,
      ),
    }));
    const edited = editSurvey(HARBOUR, next);
    expect(edited).toContain(
      '[^ref-iss-1]: [Quiet tugs](https://harbour.example/tugs)\n\n' +
        '[^ref-iss-2]: [New](https://n.example)\n\n' +
        '[^ref-iss-3]: [Eyes of the lighthouse](https://harbour.example/eyes) \n',
    );
    expect(edited).toContain('장력을 예측합니다[^ref-iss-3].');
  });

  it('removes an item with its definition and renumbers nothing', () => {
    const next = withSection(base, 0, (s) => ({ ...s, items: s.items.slice(1) }));
    expect(changes(HARBOUR, editSurvey(HARBOUR, next))).toEqual([
      '-### 조용한 예인선 [^ref-iss-1]',
      '-- 전기 예인선이 첫 항해를 마쳤습니다. ',
      '-- 소음은 절반으로 줄었습니다.',
      '-[^ref-iss-1]: [Quiet tugs](https://harbour.example/tugs)',
      '-',
      '-',
    ]);
  });

  it('keeps a definition that running text still uses', () => {
    const next = withSection(base, 0, (s) => ({
      ...s,
      items: s.items.filter((item) => item.title !== '등대의 새 눈'),
    }));
    const edited = editSurvey(HARBOUR, next);
    expect(edited).toContain('[^ref-iss-2]: [Eyes');
    expect(edited).not.toContain('[^ref-iss-3]');
    expect(editSurvey(edited, next)).toBe(edited);
  });

  it('changes nothing for labels of an earlier numbering', () => {
    const moved = withSection(base, 0, (s) => ({ ...s, items: [...s.items].reverse() }));
    const edited = editSurvey(HARBOUR, moved);
    expect(sameSurvey(read(edited), moved)).toBe(true);
    expect(editSurvey(edited, moved)).toBe(edited);
  });

  it('follows a new prefix', () => {
    const edited = editSurvey(
      HARBOUR,
      withSection(base, 1, (s) => ({ ...s, prefix: 'paper' })),
    );
    expect(changes(HARBOUR, edited).filter((line) => line.startsWith('+'))).toEqual([
      '+### Tides as Tokens  [^ref-paper-1]',
      '+### Ropes and Gates [^ref-paper-2]',
      '+[^ref-paper-1]: [Tides as Tokens](https://papers.example/1)',
      '+[^ref-paper-2]: [Ropes and Gates](https://papers.example/2)',
    ]);
  });

  it('numbers around labels that are in use', () => {
    const text =
      '## A\n### a [^z]\nsee [^ref1]\n### b [^y]\n\n## Refs\n[^z]: Z\n[^y]: Y\n[^ref1]: R\n';
    const next = withSection(read(text), 0, (s) => ({ ...s, items: [...s.items].reverse() }));
    const edited = editSurvey(text, next);
    expect(cites(read(edited)).flat(2)).toEqual(['ref2', 'ref3']);
    expect(edited).toContain('see [^ref1]');
  });

  it('keeps CRLF and a missing final line end', () => {
    const crlf = HARBOUR.replace(/\n/g, '\r\n').replace(/\r\n$/, '');
    const next = { ...base, keywords: [...base.keywords, '부표'] };
    const edited = editSurvey(crlf, next);
    expect(edited.replace(/\r\n/g, '')).not.toContain('\n');
    expect(edited).toContain('> 항만 기술, Tide Models, 로봇 배, 부표\r\n');
    expect(edited.endsWith('https://papers.example/2)')).toBe(true);
  });
});
