import Database from 'better-sqlite3';
import { writeTransaction } from '../../../src/plugins/jekyll/server/src/database';
import { LEASE_UID } from '../../../src/plugins/jekyll/server/src/plugin-id';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';

let app: BootedStrapi;
/** As another process would have it, such as the command line beside a running CMS. */
let other: Database.Database;
beforeAll(async () => {
  app = await bootStrapi();
  other = new Database(app.databaseFile, { timeout: 0 });
});
afterAll(async () => {
  other.close();
  await app.close();
});

const rows = () => app.strapi.db.query(LEASE_UID);
const writeElsewhere = () => other.exec("INSERT INTO jekyll_leases (blog) VALUES ('elsewhere')");

describe('a transaction that reads and then writes', () => {
  it('keeps other processes from writing in between', async () => {
    await writeTransaction(app.strapi, async () => {
      await rows().count();
      expect(writeElsewhere).toThrow(/database is locked/);
      await rows().create({ data: { blog: 'here' } });
    });
    writeElsewhere();
    expect(await rows().count()).toBe(2);
  });

  it('waits for another process that writes, and sees what that wrote', async () => {
    await rows().deleteMany();
    other.exec('BEGIN IMMEDIATE');
    writeElsewhere();
    // The driver waits five seconds at a time, and this thread with it.
    const commits = setTimeout(() => other.exec('COMMIT'), 10);
    const seen = await writeTransaction(app.strapi, () => rows().count());
    clearTimeout(commits);
    expect(seen).toBe(1);
  }, 30_000);

  it('lets a work within it use the same lock', async () => {
    const inner = writeTransaction(app.strapi, ({ trx }) =>
      writeTransaction(app.strapi, async (nested) => nested.trx === trx),
    );
    expect(await inner).toBe(true);
  });
});
