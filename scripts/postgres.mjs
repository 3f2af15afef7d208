/**
 * Runs the tests that ask the database the most on PostgreSQL: a server of their own, in a folder
 * that is thrown away.
 *
 *   npm run test:postgres [-- <jest options>]
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { bin, run } from './lib.mjs';
import { ensurePrograms } from './programs.mjs';
import { setup } from './setup.mjs';

/** Statements of our own, publishing, a bulk import, and a plain round trip. */
const SUITES = [
  'import/bulk.test',
  'import/bulk-editing',
  'integration/export/unchanged',
  'integration/export/changes',
  'publishing/withdraw',
  'surveys/writing',
];
const INSTALLED = '/usr/lib/postgresql';

function programs() {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (!newest) throw new Error(`No PostgreSQL server was found in ${INSTALLED}.`);
  return path.join(INSTALLED, newest, 'bin');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A server refuses to run as root: there it runs as the user that its package brings. */
const asServer = (command, args) =>
  process.getuid?.() === 0
    ? run('runuser', ['-u', 'postgres', '--', command, ...args], { stdio: 'ignore' })
    : run(command, args, { stdio: 'ignore' });

async function withServer(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jekyll-cms-postgres-'));
  const data = path.join(folder, 'data');
  const at = (program) => path.join(programs(), program);
  if (process.getuid?.() === 0) await run('chown', ['postgres', folder]);
  await asServer(at('initdb'), ['--pgdata', data, '--username', 'strapi', '--auth', 'trust']);
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const control = (...args) => asServer(at('pg_ctl'), ['--pgdata', data, '--wait', ...args]);
  await control('start', '--log', path.join(folder, 'log'), '--options', settings);
  try {
    await work(String(port));
  } finally {
    await control('stop', '--mode', 'immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
try {
  await setup({ admin: false });
  const missing = await ensurePrograms(['postgres']);
  if (missing.length === 0) {
    await withServer((port) =>
      run(
        process.execPath,
        [bin('jest'), '--selectProjects', 'integration', '--testPathPatterns', ...SUITES, ...args],
        {
          env: {
            ...process.env,
            STRAPI_TELEMETRY_DISABLED: 'true',
            JEKYLL_CMS_DATABASE: 'postgres',
            JEKYLL_CMS_POSTGRES_PORT: port,
          },
        },
      ),
    );
  }
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(error.status ?? 1);
}
