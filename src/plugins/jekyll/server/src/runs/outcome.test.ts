import type { ExportedFile, ExportReport } from '../../../contracts/report';
import { outcomeOf } from './outcome';

const TOTALS = { add: 0, change: 0, rename: 0, delete: 0, same: 0, conflict: 0, refused: 0 };
const report = (files: readonly ExportedFile[]): ExportReport => ({
  files,
  totals: TOTALS,
  commit: null,
  push: null,
  problems: [],
});
const changed = (path: string, diff: string): ExportedFile => ({
  path,
  slug: 'a',
  locale: 'ko',
  documentId: 'a',
  action: 'change',
  problems: [],
  diff,
});

describe('the files that the record of a run keeps', () => {
  it('hold their diffs, cut between lines', () => {
    const line = `+${'x'.repeat(99)}\n`;
    const { files } = outcomeOf(report([changed('a', 'short\n'), changed('b', line.repeat(300))]));
    expect(files.map(({ path, documentId }) => [path, documentId])).toEqual([
      ['a', 'a'],
      ['b', 'a'],
    ]);
    expect(files[0]?.diff).toBe('short\n');
    expect(files[1]?.diff?.length).toBeLessThanOrEqual(20_000);
    expect(files[1]?.diff?.endsWith('x\n')).toBe(true);
  });

  it('hold no more diffs once there are a million characters', () => {
    const big = `${'x'.repeat(19_000)}\n`;
    const many = Array.from({ length: 80 }, (_, index) => changed(String(index), big));
    const { files } = outcomeOf(report(many));
    const kept = files.filter(({ diff }) => diff !== undefined);
    expect(files).toHaveLength(80);
    expect(kept).toHaveLength(52);
  });

  it('hold of a conflict the diff between its sides, and not the texts', () => {
    const conflict = { base: 'a', blog: 'b', cms: 'c', diff: '-b\n+c\n', marked: null };
    const file = { ...changed('a', 'other'), action: 'conflict' as const, conflict };
    const [kept] = outcomeOf(report([file])).files;
    expect(kept).toMatchObject({ diff: '-b\n+c\n' });
    expect(kept).not.toHaveProperty('conflict');
  });
});
