/**
 * `strapi develop` with the plugin watched: a change in core, server or the command line is built
 * and restarts the server, a change in the plugin's admin part is built and shows in the panel.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { bin, root } from './lib.mjs';
import { setup } from './setup.mjs';

const POLL_MS = 300;
/** A build writes several files: it is done once they have stood still this long. */
const SETTLED_MS = 900;

const plugin = path.join(root, 'src', 'plugins', 'jekyll');
const outputs = ['server/index.js', 'server/index.mjs', 'admin/index.js', 'admin/index.mjs'].map(
  (file) => path.join(plugin, 'dist', file),
);
const serverOutput = outputs[0];
/** Strapi's watcher leaves `dist` folders out: a touched source of the application restarts it. */
const entry = path.join(root, 'src', 'index.ts');
const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' };

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : null);
const settled = () =>
  outputs.map(modified).every((time) => time !== null && Date.now() - time > SETTLED_MS);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const children = [];
let stopped = false;
function stop(code) {
  stopped = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}
function start(script, args, options) {
  const child = spawn(process.execPath, [script, ...args], { env, ...options });
  child.on('exit', (code) => stop(code ?? 0));
  children.push(child);
}

await setup({ admin: false });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

const begun = Date.now();
start(
  path.join(root, 'node_modules', '@strapi', 'sdk-plugin', 'bin', 'strapi-plugin.js'),
  ['watch'],
  {
    cwd: plugin,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
// Watching empties the plugin's build and makes it anew: Strapi must not start in between.
while (!stopped && !(settled() && modified(serverOutput) > begun)) await pause(POLL_MS);

if (!stopped)
  start(bin('strapi'), ['develop', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
let seen = modified(serverOutput);
while (!stopped) {
  await pause(POLL_MS);
  const now = modified(serverOutput);
  if (now === null || now === seen || !settled()) continue;
  seen = now;
  utimesSync(entry, new Date(), new Date());
}
