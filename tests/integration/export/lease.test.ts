import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  BlogBusyError,
  type LeaseHolder,
  LeaseLostError,
  withLease,
} from '../../../src/plugins/jekyll/export/lease';
import { stageKey } from '../../../src/plugins/jekyll/export/stage-key';
import { appDir } from '../../helpers/environment';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';

// Booting Strapi outlasts Jest's five seconds on a busy machine.
jest.setTimeout(120_000);

/** Another connection to the database, as far as this test needs one. */
interface Connection {
  exec(sql: string): void;
  close(): void;
}
const Database: new (file: string) => Connection = jest.requireActual('better-sqlite3');

let app: BootedStrapi;
let dir: string;
let log: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  app = await bootStrapi();
});
beforeEach(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-lease-'));
  log = path.join(dir, 'log');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});
afterAll(() => app.close());

/** Starts a process that takes the lease of the same database. */
function contender(rounds: number, hold = ''): Promise<number | NodeJS.Signals | null> {
  const driver = path.join(__dirname, 'lease-driver.ts');
  const hook = path.join(appDir, 'tests', 'helpers', 'typescript.js');
  const args = ['-r', hook, driver, app.databaseFile, log, String(rounds), hold];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  children.push(child);
  return new Promise((resolve) => {
    child.on('close', (status, signal) => resolve(signal ?? status));
  });
}

const lines = async (): Promise<string[]> =>
  (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean);

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let left = 3000; !(await condition()); left -= 1) {
    if (left === 0) throw new Error('waited for a minute in vain');
    await pause(20);
  }
}

const rows = () => app.strapi.db.connection('jekyll_leases');
const lease = <T>(work: () => Promise<T>, options: { wait?: number; ttl?: number } = {}) =>
  withLease(app.strapi, { what: 'import', ...options }, work);

describe('two processes on one database', () => {
  it('write one after the other, and neither misses its turn', async () => {
    const statuses = await Promise.all([contender(12), contender(12)]);
    expect(statuses).toEqual([0, 0]);
    const turns = (await lines()).filter((line) => !line.startsWith('ready'));
    expect(turns).toHaveLength(48);
    for (let at = 0; at < turns.length; at += 2) {
      expect(turns[at]).toMatch(/^enter/);
      expect(turns[at + 1]).toBe(turns[at]?.replace('enter', 'leave'));
    }
  });

  it('one that was killed makes room at once, where its end can be seen', async () => {
    const ended = contender(1, 'hold');
    await until(async () => (await lines()).some((line) => line.startsWith('enter')));
    await expect(lease(async () => 'in')).rejects.toMatchObject({
      name: 'BlogBusyError',
      holder: { what: 'export', pid: children[0]?.pid, host: os.hostname() },
    });
    children[0]?.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect(await lease(async () => 'in')).toBe('in');
  });
});

/** An owner on another machine, as the table shows it. */
const elsewhere = (expires: number) => ({
  owner: 'another',
  what: 'export',
  host: 'other-host',
  space: null,
  pid: 7,
  since: Date.now() - 60_000,
  expires,
});

describe('an owner that cannot be seen from here', () => {
  it('keeps the lease while it extends it, and loses it when it says nothing any more', async () => {
    await lease(async () => undefined);
    await rows().update(elsewhere(Date.now() + 1500));
    await expect(lease(async () => 'in', { wait: 200 })).rejects.toThrow(
      /"export" \(process 7 on other-host, since 20/,
    );
    expect(await lease(async () => 'in', { wait: 20_000 })).toBe('in');
    expect(Date.now()).toBeGreaterThan(Number((await rows().first())?.since));
    expect((await rows().first())?.owner).toBeNull();
  });
});

describe('within one process', () => {
  it('the second is told who it waits for, and gets its turn', async () => {
    const events: string[] = [];
    const waitedFor: LeaseHolder[] = [];
    const first = withLease(app.strapi, { what: 'export' }, async () => {
      events.push('first in');
      await until(async () => waitedFor.length > 0);
      events.push('first out');
    });
    await until(async () => events.length > 0);
    const second = withLease(
      app.strapi,
      { what: 'import', wait: 20_000, onWait: (holder) => waitedFor.push(holder) },
      async () => events.push('second in'),
    );
    await Promise.all([first, second]);
    expect(events).toEqual(['first in', 'first out', 'second in']);
    expect(waitedFor).toMatchObject([{ what: 'export', pid: process.pid }]);
    expect(Math.abs(Date.now() - (waitedFor[0]?.since.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it('one that waits can be cancelled, and one that fails frees the blog', async () => {
    const controller = new AbortController();
    const failure = withLease(app.strapi, { what: 'export' }, async () => {
      const waiting = withLease(
        app.strapi,
        {
          what: 'import',
          wait: 60_000,
          signal: controller.signal,
          onWait: () => controller.abort(new Error('cancelled')),
        },
        async () => 'in',
      );
      await expect(waiting).rejects.toThrow('cancelled');
      throw new Error('the work failed');
    });
    await expect(failure).rejects.toThrow('the work failed');
    expect(await lease(async () => 'in')).toBe('in');
  });

  it('blogs of other names do not wait for each other', async () => {
    const inner = () => withLease(app.strapi, { what: 'export', blog: 'other' }, async () => 'in');
    expect(await lease(inner)).toBe('in');
  });

  it('says what it wants in both languages', async () => {
    const busy = await lease(() => lease(async () => 'in')).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(BlogBusyError);
    expect((busy as BlogBusyError).problem.message.ko).toContain('"import" 작업');
  });

  it('is not taken in a transaction, where it would wait for itself', async () => {
    const within = app.strapi.db.transaction(() => lease(async () => 'in'));
    await expect(within).rejects.toThrow('outside transactions');
  });
});

describe('a holder', () => {
  it('keeps the lease for longer than it was taken for', async () => {
    const held = withLease(app.strapi, { what: 'export', ttl: 600 }, async ({ assertHeld }) => {
      for (let at = 0; at < 15; at += 1) {
        await pause(100);
        assertHeld();
        await expect(lease(async () => 'in')).rejects.toThrow(BlogBusyError);
      }
    });
    await held;
  });

  it('is stopped where another one has taken the lease', async () => {
    await withLease(app.strapi, { what: 'export', ttl: 300 }, async ({ assertHeld }) => {
      assertHeld();
      await rows().update(elsewhere(Date.now() + 600_000));
      await pause(400);
      expect(assertHeld).toThrow(LeaseLostError);
    });
    // What another one took is not released.
    expect((await rows().where({ blog: 'blog' }).first())?.owner).toBe('another');
    await rows().update({ owner: null });
  });

  it('is stopped while the database is out of reach, and goes on when nobody came between', async () => {
    await withLease(app.strapi, { what: 'export', ttl: 2000 }, async ({ assertHeld }) => {
      const other = new Database(app.databaseFile);
      other.exec('BEGIN IMMEDIATE');
      await pause(3000);
      expect(assertHeld).toThrow(LeaseLostError);
      other.exec('ROLLBACK');
      other.close();
      await pause(1500);
      assertHeld();
    });
  });
});

it('the secret that seals journals stays the same for every process of a database', async () => {
  const key = await stageKey(app.strapi);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await stageKey(app.strapi)).toBe(key);
});
