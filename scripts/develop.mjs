/**
 * `strapi develop` with the plugin watched: a change in core, server or the command line is built
 * and restarts the server, a change in the plugin's admin part shows in the panel.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { bin, root } from './lib.mjs';
import { setup } from './setup.mjs';

await setup({ admin: false });
const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' };
const plugin = path.join(root, 'src', 'plugins', 'jekyll');
const sdk = path.join(root, 'node_modules', '@strapi', 'sdk-plugin', 'bin', 'strapi-plugin.js');
const children = [
  spawn(process.execPath, [sdk, 'watch'], {
    cwd: plugin,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  }),
  spawn(process.execPath, [bin('strapi'), 'develop', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
];

// Strapi's watcher leaves `dist` folders out: a touched source of the application restarts it.
const built = path.join(plugin, 'dist', 'server', 'index.js');
const entry = path.join(root, 'src', 'index.ts');
let last = existsSync(built) ? statSync(built).mtimeMs : 0;
const timer = setInterval(() => {
  const now = existsSync(built) ? statSync(built).mtimeMs : last;
  if (now === last) return;
  last = now;
  utimesSync(entry, new Date(), new Date());
}, 500);

const stop = (code) => {
  clearInterval(timer);
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
};
for (const child of children) child.on('exit', (code) => stop(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
