/**
 * Runs the tests from a fresh clone: sets the project up, looks for the programs that some tests
 * need, and starts Jest with what was given.
 *
 *   npm test [-- <jest options>]      seeded samples of the long checks
 *   npm run test:full                 the long checks whole
 */
import { bin, run } from './lib.mjs';
import { ensurePrograms } from './programs.mjs';
import { setup } from './setup.mjs';

const args = process.argv.slice(2);
const full = args[0] === '--full';

try {
  await setup({ admin: false });
  const missing = await ensurePrograms(['jekyll']);
  await run(process.execPath, [bin('jest'), ...args.slice(full ? 1 : 0)], {
    env: {
      ...process.env,
      STRAPI_TELEMETRY_DISABLED: 'true',
      JEKYLL_CMS_FULL: full ? '1' : '',
      JEKYLL_CMS_MISSING: missing.join(','),
    },
  });
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
