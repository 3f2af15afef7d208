/**
 * Measures on the built application.
 *
 *   npm run bench:import [-- <options of tests/bench/import.ts>]
 *   npm run bench:export [-- <number of posts>]
 */
import path from 'node:path';
import { root, run } from './lib.mjs';
import { setup } from './setup.mjs';

const DRIVERS = { import: 'tests/bench/import.ts', export: 'tests/bench/export.ts' };
const [what, ...args] = process.argv.slice(2);
try {
  await setup({ admin: false });
  const typescript = path.join(root, 'tests', 'helpers', 'typescript.js');
  await run(process.execPath, ['-r', typescript, path.join(root, DRIVERS[what]), ...args]);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
