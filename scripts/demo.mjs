/**
 * From a fresh clone to a running CMS with a blog in it: sets the project up, imports the sample
 * blog, exports it into a scratch checkout, proves that every file came back byte for byte, and
 * starts the CMS.
 *
 *   npm run demo [-- --no-start]
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, capture, commandLine, root, StepError } from './lib.mjs';
import { setup } from './setup.mjs';

const blog = path.join(root, 'examples', 'blog');
const checkout = path.join(root, '.tmp', 'demo-blog');
const login = path.join(root, '.tmp', 'demo-login.json');
const started = Date.now();
const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' };

/** Files of the sample's `_posts`, relative to it. */
function postFiles(dir = path.join(blog, '_posts'), prefix = '_posts') {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const at = `${prefix}/${entry.name}`;
    return entry.isDirectory() ? postFiles(path.join(dir, entry.name), at) : [at];
  });
}

/** Runs the command line and returns its JSON document. */
async function jekyll(...args) {
  const { code, stdout, stderr } = await capture(
    process.execPath,
    [commandLine, ...args, '--json'],
    { env },
  );
  // 1: done, with files that were refused; the table shows which.
  if (code !== 0 && code !== 1) {
    process.stderr.write(`${stderr}\n${stdout}\n`);
    throw new StepError('strapi-jekyll', args, code);
  }
  return JSON.parse(stdout);
}

function table(rows) {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => String(row[column]).length)),
  );
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => String(cell).padEnd(widths[column])).join('  ')}`.trimEnd(),
    );
  }
}

async function demoUser() {
  if (existsSync(login)) return JSON.parse(readFileSync(login, 'utf8'));
  const user = {
    email: 'demo@example.com',
    password: `Demo-${randomBytes(9).toString('base64url')}7`,
  };
  const { code, stdout, stderr } = await capture(
    process.execPath,
    [
      bin('strapi'),
      'admin:create-user',
      '--firstname',
      'Demo',
      '--email',
      user.email,
      '--password',
      user.password,
    ],
    { env },
  );
  if (code !== 0) {
    // Somebody has used this database before: their own login counts.
    if (/already exists|already been|taken/i.test(stdout + stderr)) return null;
    throw new Error(`The demo user could not be made:\n${stderr || stdout}`);
  }
  writeFileSync(login, JSON.stringify(user), { mode: 0o600 });
  return user;
}

async function main() {
  await setup();
  const ready = Date.now();

  const imported = await jekyll('import', blog);
  // The checkout is the visitor's to play with once it is there: later runs prove it elsewhere.
  const scratch = existsSync(checkout)
    ? mkdtempSync(path.join(tmpdir(), 'jekyll-demo-'))
    : checkout;
  mkdirSync(scratch, { recursive: true });
  cpSync(blog, scratch, {
    recursive: true,
    filter: (from) => !/[\\/](?:_posts|_site|\.jekyll-cache)(?:[\\/]|$)/.test(from),
  });
  const exported = await jekyll('export', '--blog', scratch);

  const actions = new Map(exported.files.map((file) => [file.path, file.action]));
  const rows = imported.posts.map((post) => {
    const back = path.join(scratch, post.file);
    const same =
      existsSync(back) && readFileSync(back).equals(readFileSync(path.join(blog, post.file)));
    // A post that was here before may have been edited in the CMS since: it may differ.
    const edited = !same && post.action !== 'created';
    return { post, action: actions.get(post.file) ?? '-', same, edited };
  });
  if (scratch !== checkout) rmSync(scratch, { recursive: true, force: true });
  const place = scratch === checkout ? '.tmp/demo-blog' : 'an empty checkout';
  console.log(`\nImported examples/blog and exported it into ${place}:\n`);
  table([
    ['file', 'locale', 'kind', 'items', 'references', 'import', 'export', 'byte for byte'],
    ...rows.map(({ post, action, same, edited }) => [
      post.file,
      post.locale,
      post.kind,
      post.items,
      post.citations,
      post.action,
      action,
      same ? 'yes' : edited ? 'edited since' : 'NO',
    ]),
  ]);
  const edited = rows.filter((row) => row.edited).length;
  const wrong =
    rows.filter(({ same }) => !same).length - edited + (rows.length === postFiles().length ? 0 : 1);
  const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
  const verdict =
    wrong > 0
      ? 'Some files differ from the original.'
      : edited > 0
        ? `${rows.length - edited} of ${rows.length} files are byte for byte the original; ${edited} were edited in the CMS.`
        : `All ${rows.length} files are byte for byte the original.`;
  const spent = `Set-up ${seconds(started, ready)} s, import and export ${seconds(ready, Date.now())} s.`;
  console.log(`\n${verdict} ${spent}`);
  if (wrong > 0) return 1;
  if (process.argv.includes('--no-start')) return 0;

  const user = await demoUser();
  return start(user);
}

/** Starts the CMS in the foreground and says where it is once it answers. */
async function start(user) {
  const settings = Object.fromEntries(
    readFileSync(path.join(root, '.env'), 'utf8')
      .split('\n')
      .map((line) => line.split('=', 2)),
  );
  // The panel shows what an export would do: without a blog of one's own, to that of the demo.
  const blogDir = process.env.JEKYLL_BLOG_DIR || settings.JEKYLL_BLOG_DIR || checkout;
  const server = spawn(process.execPath, [bin('strapi'), 'start'], {
    cwd: root,
    env: { ...env, JEKYLL_BLOG_DIR: blogDir },
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => server.on('exit', (code) => resolve(code ?? 0)));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));

  const address = `http://localhost:${process.env.PORT ?? settings.PORT ?? 1337}/admin`;
  let up = false;
  void ended.then(() => (up = true));
  while (!up) {
    up = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!up) await new Promise((resolve) => setTimeout(resolve, 300));
  }
  if (server.exitCode === null) {
    console.log(`\nThe CMS is at ${address}`);
    console.log(
      user
        ? `Log in as ${user.email} with the password ${user.password}`
        : 'Log in as the user you made before.',
    );
    console.log('Ctrl-C stops it.\n');
  }
  return ended;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`\n${error.message}`);
    process.exit(error.status ?? 1);
  },
);
