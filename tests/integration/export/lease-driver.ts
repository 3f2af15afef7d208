/**
 * A process of its own that takes the lease, for `lease.test.ts`:
 *
 *   node -r tests/helpers/typescript.js lease-driver.ts <database> <log> <rounds> [hold]
 *
 * Each round writes one line on entering and one on leaving; with `hold` it stays in the first round.
 */
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createStrapi } from '@strapi/strapi';
import { withLease } from '../../../src/plugins/jekyll/export/lease';
import { appDir, testEnvironment } from '../../helpers/environment';

async function main([database = '', log = '', rounds = '1', hold = '']: string[]): Promise<void> {
  Object.assign(process.env, testEnvironment(database));
  const distDir = path.join(appDir, 'dist');
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false });
  strapi.log.level = 'error';
  await strapi.load();
  await appendFile(log, `ready ${process.pid}\n`);
  for (let round = 0; round < Number(rounds); round += 1) {
    await withLease(strapi, { what: 'export', wait: 60_000 }, async ({ assertHeld }) => {
      await appendFile(log, `enter ${process.pid}\n`);
      await pause(hold ? 600_000 : 10);
      assertHeld();
      await appendFile(log, `leave ${process.pid}\n`);
    });
    await pause(5);
  }
  await strapi.destroy();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(3);
});
