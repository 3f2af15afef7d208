/**
 * Runs the tests from a fresh clone: sets the project up, looks for the programs that some tests
 * need, and starts Jest with what was given.
 *
 *   npm test                          seeded samples of the long checks, the shortest journeys in the browser
 *   npm test -- <jest options>        what they name, without the browser
 *   npm run test:full                 the long checks whole, all journeys
 *   npm run test:browser              all journeys through the admin panel in Chromium
 */
import { bin, run } from './lib.mjs';
import { ensurePrograms } from './programs.mjs';
import { setup } from './setup.mjs';

const args = process.argv.slice(2);
const full = args.includes('--full');
const onlyBrowser = args.includes('--browser');
const jestArgs = args.filter((arg) => arg !== '--full' && arg !== '--browser');

const some = jestArgs.length > 0;
const browser = full || onlyBrowser || !some;

async function jest(...options) {
  await run(process.execPath, [bin('jest'), ...options, ...jestArgs], {
    env: { ...process.env, ...variables },
  });
}

let variables = {};
try {
  await setup({ admin: browser });
  const missing = await ensurePrograms(['jekyll', 'polyglot', ...(browser ? ['chromium'] : [])]);
  variables = {
    STRAPI_TELEMETRY_DISABLED: 'true',
    JEKYLL_CMS_FULL: full ? '1' : '',
    JEKYLL_CMS_MISSING: missing.join(','),
    JEKYLL_CMS_JOURNEYS: full || onlyBrowser ? 'all' : 'short',
  };
  if (!onlyBrowser) await jest();
  if (browser) await jest('--config', 'tests/e2e/jest.config.js');
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
