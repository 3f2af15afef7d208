/// <reference lib="dom" />
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { appDir, testEnvironment } from '../helpers/environment';

const EDITOR = { firstname: 'Mina', email: 'mina@example.com', password: 'Correct-horse-7' };
/** Starting on an empty database takes a few seconds; a busy machine needs many more. */
const START_LIMIT = 120_000;
/** Without these Chromium looks for hosts of its own at every start. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed Chromium or Chrome; null where there is none. */
export function findChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const candidates = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) => names.map((name) => path.join(dir, name)));
  for (const candidate of [process.env.CHROMIUM_PATH ?? '', ...candidates]) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return null;
}

export interface Panel {
  readonly url: string;
  /** A page on which the editor, a super admin, is logged in. */
  open(options?: { language?: 'en' | 'ko'; theme?: 'light' | 'dark' }): Promise<Page>;
  /** Asks the server with the editor's rights. */
  api<Answer>(path: string, init?: { method?: string; body?: object }): Promise<Answer>;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Starts the built Strapi on an empty database of its own, and a browser. */
export async function startPanel(): Promise<Panel> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on the PATH (Debian: apt install chromium)');
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-panel-'));
  const strapi = path.join(
    path.dirname(require.resolve('@strapi/strapi/package.json')),
    'bin',
    'strapi.js',
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [strapi, 'start'], {
    cwd: appDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...testEnvironment(path.join(dir, 'data.db')),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  }
  const stopServer = async () => {
    if (server.exitCode === null) {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    }
    await rm(dir, { recursive: true, force: true });
  };

  const limit = Date.now() + START_LIMIT;
  while (!(await fetch(`${url}/_health`).catch(() => null))?.ok) {
    if (server.exitCode !== null || Date.now() > limit) {
      await stopServer();
      throw new Error(`Strapi did not start:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const post = async (route: string, body: object) =>
    (await fetch(`${url}${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json())) as { data: { token: string } };
  const { token } = (await post('/admin/register-admin', EDITOR)).data;
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

  return {
    url,
    async open({ language = 'en', theme = 'light' } = {}) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
      await context.addInitScript(
        ([lang, colours]) => {
          localStorage.setItem('strapi-admin-language', lang ?? 'en');
          localStorage.setItem('STRAPI_THEME', colours ?? 'light');
        },
        [language, theme],
      );
      const page = await context.newPage();
      await page.goto(`${url}/admin/auth/login`);
      await page.fill('input[name=email]', EDITOR.email);
      await page.fill('input[name=password]', EDITOR.password);
      await page.click('button[type=submit]');
      await page.waitForURL((at) => !at.pathname.includes('/auth/'));
      return page;
    },
    async api<Answer>(route: string, init: { method?: string; body?: object } = {}) {
      const answer = await fetch(`${url}${route}`, {
        method: init.method ?? 'GET',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        ...(init.body && { body: JSON.stringify(init.body) }),
      });
      if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    async close() {
      await browser.close();
      await stopServer();
    },
  };
}
