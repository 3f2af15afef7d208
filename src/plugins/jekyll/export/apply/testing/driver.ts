/**
 * A run in a process of its own, for tests that kill it:
 *
 *   node -r tests/helpers/typescript.js driver.ts <blog> <ledger>
 *
 * It recovers what an earlier run left, plans what is left of the scenario, and carries it out. The
 * ledger takes the place of the database: one line for each unit that was settled and for each end.
 */
import { appendFile } from 'node:fs/promises';
import { openStage, recover, type RunHandlers } from '..';
import { filesBefore, isOpen, unitsOf } from './scenario';
import { TestBlog } from './blog';

export const KEY = 'a key of the tests';

export const handlers = (ledger: string): RunHandlers<string> => ({
  async settle(outcomes) {
    const lines = outcomes.map(({ status, note }) => `${status}: ${note}\n`);
    await appendFile(ledger, lines.join(''));
  },
  finish: () => appendFile(ledger, 'finished\n'),
});

/** The whole run; a second one after an uninterrupted one does nothing. */
export async function run(dir: string, ledger: string): Promise<void> {
  const blog = await TestBlog.with({}, dir);
  const folder = await blog.open();
  await recover(folder, { key: KEY }, handlers(ledger));
  const files = await blog.files();
  const all = unitsOf(filesBefore());
  const open = all.filter(({ changes }) => changes.some((one) => isOpen(one, files)));
  if (open.length === 0) return;
  const units = all.filter((unit) => unit.changes.length === 0 || open.includes(unit));
  const stage = await openStage<string>(folder, { key: KEY });
  for (const unit of units) await stage.add(unit);
  await stage.seal({ units: units.length });
  await stage.apply(handlers(ledger));
}

if (require.main === module) {
  const [, , dir = '', ledger = ''] = process.argv;
  run(dir, ledger).catch((error: unknown) => {
    console.error(error);
    process.exit(3);
  });
}
