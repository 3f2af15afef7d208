import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { createDatabase, dropDatabase, GOLDEN, onPostgres } from './postgres';
import { appDir, goldenDatabase, testEnvironment } from './environment';

export interface BootedStrapi {
  readonly strapi: Core.Strapi;
  /** The SQLite file of this instance; a spawned command line can be pointed at it. */
  readonly databaseFile: string;
  close(): Promise<void>;
  /** Shuts down and leaves the database for {@link bootStrapi} to take up. */
  stop(): Promise<void>;
}

/**
 * Boots the built application on a copy of the golden database (made once by the global set-up),
 * without listening. Every test file has a database of its own.
 *
 * @param existing database of an instance that was stopped: a restart
 */
export async function bootStrapi(existing?: string): Promise<BootedStrapi> {
  const databaseFile = existing ?? (await newDatabase());
  Object.assign(process.env, testEnvironment(databaseFile));

  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  // Durable writes cost more than all else in many tests, and this database is thrown away.
  if (!onPostgres) await strapi.db.connection.raw('PRAGMA synchronous = OFF');
  strapi.server.mount();

  async function stop(): Promise<void> {
    // Strapi's destroy() drops every listener of the process, the test runner's own included.
    const keep = process.removeAllListeners;
    process.removeAllListeners = () => process;
    try {
      await strapi.destroy();
    } finally {
      process.removeAllListeners = keep;
    }
  }
  return {
    strapi,
    databaseFile,
    stop,
    async close() {
      await stop();
      if (onPostgres) await dropDatabase(databaseFile);
      else await rm(path.dirname(databaseFile), { recursive: true, force: true });
    },
  };
}

async function newDatabase(): Promise<string> {
  if (onPostgres) {
    const name = `jekyll_cms_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(name, GOLDEN);
    return name;
  }
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-cms-'));
  const databaseFile = path.join(dir, `${randomUUID()}.db`);
  await copyFile(goldenDatabase, databaseFile);
  return databaseFile;
}
