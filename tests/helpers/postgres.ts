import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * `JEKYLL_CMS_DATABASE=postgres` runs the integration tests on a PostgreSQL server of the machine
 * instead of SQLite: on localhost, as a role `strapi` with this password that may create databases.
 */
export const onPostgres = process.env['JEKYLL_CMS_DATABASE'] === 'postgres';
export const POSTGRES = {
  DATABASE_CLIENT: 'postgres',
  DATABASE_HOST: '127.0.0.1',
  DATABASE_USERNAME: 'strapi',
  DATABASE_PASSWORD: 'strapi',
};
/** What the others are copied from. */
export const GOLDEN = 'jekyll_cms_golden';

const run = promisify(execFile);
const env = {
  ...process.env,
  PGHOST: POSTGRES.DATABASE_HOST,
  PGUSER: POSTGRES.DATABASE_USERNAME,
  PGPASSWORD: POSTGRES.DATABASE_PASSWORD,
};

export async function createDatabase(name: string, template = 'template1'): Promise<void> {
  await run('createdb', ['--template', template, name], { env });
}

export async function dropDatabase(name: string): Promise<void> {
  await run('dropdb', ['--if-exists', '--force', name], { env });
}
