/**
 * Runs the tests from a fresh clone: sets the project up, looks for the programs that some tests
 * need, and starts Jest with what was given.
 *
 *   npm test [-- <jest options>]      seeded samples of the long checks
 *   npm run test:full                 the long checks whole, then the browser
 *   npm run test:browser              the admin panel in Chromium
 */
import { bin, run } from './lib.mjs';
import { ensurePrograms } from './programs.mjs';
import { setup } from './setup.mjs';

const args = process.argv.slice(2);
const full = args.includes('--full');
const browser = full || args.includes('--browser');
const jestArgs = args.filter((arg) => arg !== '--full' && arg !== '--browser');

async function jest(...options) {
  await run(process.execPath, [bin('jest'), ...options, ...jestArgs], {
    env: { ...process.env, ...variables },
  });
}

let variables = {};
try {
  await setup({ admin: browser });
  const missing = await ensurePrograms(browser ? ['jekyll', 'chromium'] : ['jekyll']);
  variables = {
    STRAPI_TELEMETRY_DISABLED: 'true',
    JEKYLL_CMS_FULL: full ? '1' : '',
    JEKYLL_CMS_MISSING: missing.join(','),
  };
  if (full || !browser) await jest();
  if (browser) await jest('--config', 'tests/e2e/jest.config.js');
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
