import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { createDatabase, dropDatabase, GOLDEN, onPostgres } from './postgres';
import { appDir, goldenDatabase, testEnvironment } from './environment';

/** Boots once on an empty file, so that no test pays for migrations. */
export default async function globalSetup(): Promise<void> {
  if (onPostgres) {
    await dropDatabase(GOLDEN);
    await createDatabase(GOLDEN);
    return migrate(GOLDEN);
  }
  // A name of its own: two runs at once must not write one file.
  const fresh = `${goldenDatabase}.${process.pid}`;
  await mkdir(path.dirname(goldenDatabase), { recursive: true });
  await rm(fresh, { force: true });
  await migrate(fresh);
  await rename(fresh, goldenDatabase);
}

async function migrate(database: string): Promise<void> {
  Object.assign(process.env, testEnvironment(database));
  const strapi = createStrapi({
    appDir,
    distDir: path.join(appDir, 'dist'),
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.load();
  const keep = process.removeAllListeners;
  process.removeAllListeners = () => process;
  try {
    await strapi.destroy();
  } finally {
    process.removeAllListeners = keep;
  }
}
