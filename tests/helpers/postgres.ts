import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * `JEKYLL_CMS_DATABASE=postgres` runs integration tests on PostgreSQL instead of SQLite, as
 * `npm run test:postgres` does with a server of its own: a role `strapi` may create databases there.
 */
export const onPostgres = process.env['JEKYLL_CMS_DATABASE'] === 'postgres';
export const POSTGRES = {
  DATABASE_CLIENT: 'postgres',
  DATABASE_HOST: '127.0.0.1',
  DATABASE_PORT: process.env['JEKYLL_CMS_POSTGRES_PORT'] ?? '5432',
  DATABASE_USERNAME: 'strapi',
  DATABASE_PASSWORD: 'strapi',
};
/** What the others are copied from. */
export const GOLDEN = 'jekyll_cms_golden';

const run = promisify(execFile);
const env = {
  ...process.env,
  PGHOST: POSTGRES.DATABASE_HOST,
  PGPORT: POSTGRES.DATABASE_PORT,
  PGUSER: POSTGRES.DATABASE_USERNAME,
  PGPASSWORD: POSTGRES.DATABASE_PASSWORD,
};

export async function createDatabase(name: string, template = 'template1'): Promise<void> {
  await run('createdb', ['--template', template, name], { env });
}

export async function dropDatabase(name: string): Promise<void> {
  await run('dropdb', ['--if-exists', '--force', name], { env });
}
