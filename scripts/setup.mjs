/**
 * Everything between a fresh clone and a project that runs: packages, development secrets, the
 * plugin, the server, the admin panel. Steps whose inputs have not changed are left out.
 *
 *   node scripts/setup.mjs [--no-admin]
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, root, run, step } from './lib.mjs';

const PLUGIN = 'src/plugins/jekyll';
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const PLUGIN_SOURCES = [
  'admin',
  'blog',
  'checks',
  'cli',
  'contracts',
  'core',
  'entries',
  'export',
  'git',
  'import',
  'preview',
  'server',
  'status',
]
  .map((part) => `${PLUGIN}/${part}`)
  // The command line carries the content types for other projects.
  .concat('src/api', 'src/components')
  .concat(`${PLUGIN}/package.json`, `${PLUGIN}/tsconfig.base.json`);

/** Development secrets, made once; nothing that stands in the file is changed. */
export function writeEnv() {
  const file = path.join(root, '.env');
  if (existsSync(file)) return false;
  const secret = () => randomBytes(24).toString('base64url');
  const template = readFileSync(path.join(root, '.env.example'), 'utf8');
  const text = template.replace(/^([A-Z_]+)=.*tobemodified.*$/gim, (line, name) =>
    name === 'APP_KEYS' ? `${name}=${secret()},${secret()}` : `${name}=${secret()}`,
  );
  writeFileSync(file, text, { mode: 0o600 });
  process.stderr.write('> wrote development secrets into .env\n');
  return true;
}

export async function setup({ admin = true } = {}) {
  await step({
    name: 'install packages',
    // It names every dependency of both manifests; what else those say needs no installation.
    inputs: ['package-lock.json'],
    result: 'node_modules/@strapi/strapi/package.json',
    work: () => run(npm, ['ci', '--no-audit', '--no-fund']),
  });
  writeEnv();
  await step({
    name: 'build the plugin',
    inputs: PLUGIN_SOURCES,
    result: `${PLUGIN}/dist/server/index.js`,
    work: () => run(npm, ['run', '--silent', 'build'], { cwd: path.join(root, PLUGIN) }),
  });
  await step({
    name: 'compile the server',
    inputs: ['config', 'src/api', 'src/components', 'src/index.ts', 'tsconfig.json'],
    result: 'dist/src/index.js',
    work: () => run(process.execPath, [bin('tsc'), '-p', 'tsconfig.json']),
  });
  if (!admin) return;
  await step({
    name: 'build the admin panel',
    inputs: [
      'config/admin.ts',
      'config/plugins.ts',
      'package-lock.json',
      'src/admin',
      `${PLUGIN}/admin`,
      `${PLUGIN}/core`,
      `${PLUGIN}/contracts`,
    ],
    result: 'dist/build/index.html',
    work: () =>
      run(process.execPath, [bin('strapi'), 'build'], {
        env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' },
      }),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await setup({ admin: !process.argv.includes('--no-admin') });
}
