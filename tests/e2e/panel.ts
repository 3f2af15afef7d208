/// <reference lib="dom" />
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { appDir, testEnvironment } from '../helpers/environment';

const OWNER = { firstname: 'Olga', email: 'olga@example.com', password: 'Correct-horse-6' };
const EDITOR = { firstname: 'Mina', email: 'mina@example.com', password: 'Correct-horse-7' };
const COLLEAGUE = { firstname: 'Joon', email: 'joon@example.com', password: 'Correct-horse-8' };
const PEOPLE = { olga: OWNER, mina: EDITOR, joon: COLLEAGUE } as const;
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
  /** The server's SQLite file. */
  readonly databaseFile: string;
  /**
   * A page on which an editor, a super admin, is logged in: Mina unless told otherwise. Olga is the
   * first administrator of all, whom Strapi takes on a tour.
   */
  open(options?: {
    language?: 'en' | 'ko';
    theme?: 'light' | 'dark';
    editor?: keyof typeof PEOPLE;
    /** Instead of an editor: somebody whom `addPerson` made. */
    login?: { email: string; password: string };
  }): Promise<Page>;
  /** Makes an administrator with a role of their own and these rights. */
  addPerson(
    name: string,
    permissions: readonly { action: string; subject: string | null; properties?: object }[],
  ): Promise<{ email: string; password: string }>;
  /** Asks the server with the editor's rights. */
  api<Answer>(path: string, init?: { method?: string; body?: object }): Promise<Answer>;
  /** Puts a file into the media library. It lies in the application's folder: to be taken away. */
  upload(name: string, type: string, bytes: Uint8Array): Promise<{ remove(): Promise<void> }>;
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
  const databaseFile = path.join(dir, 'data.db');
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
      ...testEnvironment(databaseFile),
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
  const post = async <Data>(route: string, body: object, bearer?: string): Promise<Data> => {
    const answer = await fetch(`${url}${route}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(bearer && { Authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { data: Data }).data;
  };
  // The first administrator is taken on a tour whose windows cover the lists.
  const owner = await post<{ token: string }>('/admin/register-admin', OWNER);
  const register = async ({ email, password, firstname }: typeof EDITOR): Promise<string> => {
    const { registrationToken } = await post<{ registrationToken: string }>(
      '/admin/users',
      { email, firstname, roles: [1] },
      owner.token,
    );
    const userInfo = { firstname, password };
    return (await post<{ token: string }>('/admin/register', { registrationToken, userInfo }))
      .token;
  };
  const token = await register(EDITOR);
  await register(COLLEAGUE);
  const api: Panel['api'] = async <Answer>(
    route: string,
    init: { method?: string; body?: object } = {},
  ) => {
    const answer = await fetch(`${url}${route}`, {
      method: init.method ?? 'GET',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      ...(init.body && { body: JSON.stringify(init.body) }),
    });
    if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

  const panel: Panel = {
    url,
    databaseFile,
    async open({ language = 'en', theme = 'light', editor = 'mina', login } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 1000 },
        reducedMotion: 'reduce',
      });
      await context.addInitScript(
        ([lang, colours]) => {
          localStorage.setItem('strapi-admin-language', lang ?? 'en');
          localStorage.setItem('STRAPI_THEME', colours ?? 'light');
          // Strapi shows its side panels from an idle callback. A headless Chromium that has no frame
          // to draw may never run it; a person's mouse makes frames all the time.
          setInterval(() => requestAnimationFrame(() => undefined), 250);
        },
        [language, theme],
      );
      const page = await context.newPage();
      await page.goto(`${url}/admin/auth/login`);
      const { email, password } = login ?? PEOPLE[editor];
      await page.fill('input[name=email]', email);
      await page.fill('input[name=password]', password);
      await page.click('button[type=submit]');
      await page.waitForURL((at) => !at.pathname.includes('/auth/'));
      return page;
    },
    async addPerson(name, permissions) {
      const login = { email: `${name}@example.com`, password: 'Correct-horse-8' };
      const role = await api<{ data: { id: number } }>('/admin/roles', {
        method: 'POST',
        body: { name, description: 'made by a test' },
      });
      const { id } = role.data;
      await api(`/admin/roles/${id}/permissions`, {
        method: 'PUT',
        body: {
          permissions: permissions.map((one) => ({ properties: {}, conditions: [], ...one })),
        },
      });
      const invited = await api<{ data: { registrationToken: string } }>('/admin/users', {
        method: 'POST',
        body: { email: login.email, firstname: name, roles: [id] },
      });
      await post('/admin/register', {
        registrationToken: invited.data.registrationToken,
        userInfo: { firstname: name, password: login.password },
      });
      return login;
    },
    api,
    async upload(name, type, bytes) {
      const body = new FormData();
      body.append('files', new Blob([Uint8Array.from(bytes)], { type }), name);
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/upload`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
      const [file] = (await answer.json()) as { id: number }[];
      return {
        remove: () => api(`/upload/files/${file?.id}`, { method: 'DELETE' }),
      };
    },
    async close() {
      await browser.close();
      await stopServer();
    },
  };
  return panel;
}
