import type { ExportedFile, ExportReport } from '../../../contracts/report';
import { outcomeOf } from './outcome';

const problem = (code: string) => ({
  code,
  severity: 'error' as const,
  message: { en: code, ko: code },
});
function report(files: Partial<ExportedFile>[], more: Partial<ExportReport> = {}): ExportReport {
  const all = files.map(
    (file): ExportedFile => ({
      path: 'a.md',
      slug: 'a',
      locale: 'ko',
      action: 'same',
      problems: [],
      ...file,
    }),
  );
  const totals = { add: 0, change: 0, rename: 0, delete: 0, same: 0, conflict: 0, refused: 0 };
  for (const { action } of all) totals[action] += 1;
  return { files: all, totals, commit: null, push: null, problems: [], ...more };
}

it('counts what was written', () => {
  const files = [{ action: 'add' }, { action: 'rename' }, { action: 'same' }] as const;
  expect(outcomeOf(report([...files], { commit: 'abc' }))).toEqual({
    kind: 'written',
    written: 2,
    left: 0,
    commit: 'abc',
    problems: [],
  });
  expect(outcomeOf(report([{ action: 'same' }]))).toMatchObject({ kind: 'nothing', written: 0 });
});

it('names what was left alone, and why', () => {
  const outcome = outcomeOf(
    report(
      [
        { action: 'change', problems: [problem('warned')] },
        { action: 'conflict', problems: [problem('both-changed')] },
        { action: 'refused', problems: [problem('address')] },
      ],
      { problems: [problem('push')] },
    ),
  );
  expect(outcome).toMatchObject({ kind: 'some', written: 1, left: 2 });
  expect(outcome.problems.map(({ code }) => code)).toEqual(['both-changed', 'address', 'push']);
});
