import { readAddressRules } from '../../address';
import type { BlogFacts } from '../facts';
import { findings } from './findings';

export interface Case {
  readonly text: string;
  readonly facts?: BlogFacts;
}
export type Cases = readonly (string | Case)[];
/** By rule: texts in which it finds one thing, and texts in which it finds nothing. */
export type CasesByRule = Readonly<
  Record<string, { readonly finds: Cases; readonly silent: Cases }>
>;

export const at = (text: string, facts: BlogFacts): Case => ({ text, facts });

/** A blog with two images, a post, an author and a dead link. */
export const BLOG: BlogFacts = {
  site: { cdn: null, baseurl: '', url: 'https://blog.example' },
  address: readAddressRules({ permalink: '/posts/:title/' }),
  fileSize: (path) => ({ 'assets/a.png': 10_000, 'assets/large.png': 3_000_000 })[path] ?? null,
  postAt: (address) => (address === '/posts/there/' ? { ids: new Set(['제목']) } : null),
  hasPostNamed: (name) => name === '2025-01-01-there',
  authors: new Set(['kim']),
  names: { tags: ['c'], categories: [] },
  deadLinks: new Map([
    ['https://dead.example/a', { url: 'https://dead.example/a', status: 404, since: '2025-02-03' }],
  ]),
};
/** The same below a path. */
export const PROJECT: BlogFacts = {
  ...BLOG,
  site: { cdn: null, baseurl: '/blog', url: 'https://blog.example' },
};

const cases = (list: Cases): [string, Case][] =>
  list.map((entry) => {
    const one = typeof entry === 'string' ? { text: entry } : entry;
    return [JSON.stringify(one.text.replace(/^---[^]*?---\n+/, '') || one.text), one];
  });

export function testCases(all: CasesByRule): void {
  describe.each(Object.entries(all))('%s', (id, { finds, silent }) => {
    it.each(cases(finds))('finds one thing in %s', (_name, { text, facts = {} }) => {
      const found = findings(id, text, { facts });
      expect(found).toHaveLength(1);
      const [problem] = found;
      expect(problem).toMatchObject({ code: id });
      expect(problem?.message.ko).toMatch(/[가-힣]/);
      expect(problem?.message.en).not.toMatch(/[가-힣]{20}/);
      expect(problem?.line !== undefined || problem?.field !== undefined).toBe(true);
    });

    it.each(cases(silent))('finds nothing in %s', (_name, { text, facts = {} }) => {
      expect(findings(id, text, { facts })).toEqual([]);
    });
  });
}
