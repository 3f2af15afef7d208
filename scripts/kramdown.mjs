/**
 * Measures our kramdown: against the real one, or by the clock.
 *
 *   npm run test:kramdown [-- <options of tests/kramdown/measure.ts>]
 *   npm run bench:kramdown
 */
import path from 'node:path';
import { root, run } from './lib.mjs';
import { ensurePrograms } from './programs.mjs';
import { setup } from './setup.mjs';

const [what, ...args] = process.argv.slice(2);
const DRIVERS = { measure: 'tests/kramdown/measure.ts', bench: 'tests/bench/kramdown.ts' };
try {
  await setup({ admin: false });
  if (what === 'measure' && (await ensurePrograms(['jekyll'])).length > 0)
    throw new Error('Without Jekyll there is nothing to compare with.');
  const typescript = path.join(root, 'tests', 'helpers', 'typescript.js');
  await run(process.execPath, ['-r', typescript, path.join(root, DRIVERS[what]), ...args]);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
