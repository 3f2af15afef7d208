import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { appDir, goldenDatabase, testEnvironment } from './environment';

export interface BootedStrapi {
  readonly strapi: Core.Strapi;
  /** The SQLite file of this instance; a spawned command line can be pointed at it. */
  readonly databaseFile: string;
  close(): Promise<void>;
}

/**
 * Boots the built application on a copy of the golden database (made once by the global set-up),
 * without listening. Every test file has a database of its own.
 */
export async function bootStrapi(): Promise<BootedStrapi> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-cms-'));
  const databaseFile = path.join(dir, `${randomUUID()}.db`);
  await copyFile(goldenDatabase, databaseFile);
  Object.assign(process.env, testEnvironment(databaseFile));

  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();

  return {
    strapi,
    databaseFile,
    async close() {
      // Strapi's destroy() drops every listener of the process, the test runner's own included.
      const keep = process.removeAllListeners;
      process.removeAllListeners = () => process;
      try {
        await strapi.destroy();
      } finally {
        process.removeAllListeners = keep;
      }
      await rm(dir, { recursive: true, force: true });
    },
  };
}
