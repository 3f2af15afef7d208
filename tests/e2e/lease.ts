import Database from 'better-sqlite3';
import type { Panel } from './panel';

/** Has somebody on another machine take the blog, or give it back: whatever writes it has to wait. */
export function setLease(
  { databaseFile }: Pick<Panel, 'databaseFile'>,
  { owner, expires }: { owner: string | null; expires: number },
): void {
  const database = new Database(databaseFile);
  database
    .prepare(
      `UPDATE jekyll_leases SET owner = $owner, what = 'export', host = 'elsewhere', pid = 7,
        space = NULL, since = $now, expires = $expires`,
    )
    .run({ owner, expires, now: Date.now() });
  database.close();
}
