import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { type FileStamp, untilTelling } from '../../blog/file-stamp';
import { hashOf } from '../../blog/hash';
import { tableOf, writeTransaction } from '../../server/src/database';
import { FILE_UID, MARK_UID } from '../../server/src/plugin-id';
import type { Run } from '../run';
import { contextKey } from './context-key';
import { recordState } from './heads';
import { mediaOf, readMediaStates } from './media-state';

/** A version that a run has found in step with the blog, or brought there. */
export interface InStep {
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  /** Of its file, in the blog. */
  readonly path: string;
  /** SHA-256 of what the file says then. */
  readonly hash: string;
  /** State of its rows from before they were read. */
  readonly source: string;
  /** Media of the library that it shows. */
  readonly media: readonly number[];
}

interface RecordRow {
  readonly id: number;
  readonly post: string;
  readonly entryLocale: string;
  readonly path: string;
  readonly hash: string;
  readonly updatedAt: string;
}

/** Versions that are noted together. */
const PAGE = 200;
/** Milliseconds that a run waits at most for a file that was only just written. */
const PATIENCE = 50;

/**
 * Notes which versions are in step with the blog, so that the next run passes them by. Nothing is noted
 * that does not hold now: the record agrees with the file, and the file can't change unseen.
 */
export async function keepMarks(run: Run, versions: readonly InStep[]): Promise<void> {
  const context = contextKey(run);
  for (let at = 0; at < versions.length; at += PAGE) {
    const page = versions.slice(at, at + PAGE);
    const records = await recordsOf(run.strapi, page);
    const media = await readMediaStates(
      run.strapi,
      page.flatMap((version) => version.media),
    );
    const rows: object[] = [];
    for (const version of page) {
      const record = records.find((one) => says(one, version));
      const stamp = record ? await stampOf(run, version) : null;
      if (!record || !stamp) continue;
      rows.push({
        post: version.documentId,
        entry_locale: version.locale,
        slug: version.slug,
        path: version.path,
        context,
        record: recordState(record.id, record.updatedAt),
        source: version.source,
        media: mediaOf(version.media, media),
        stamp: stamp.text,
      });
    }
    await store(run.strapi, page, rows);
  }
}

/** A post that the blog does not hold any more has nothing to be in step with. */
export async function forgetMark(
  strapi: Core.Strapi,
  { post, locale }: { readonly post: string; readonly locale: string },
): Promise<void> {
  await strapi.db.query(MARK_UID).deleteMany({ where: { post, entryLocale: locale } });
}

const says = (record: RecordRow, { documentId, locale, path, hash }: InStep): boolean =>
  record.post === documentId &&
  record.entryLocale === locale &&
  record.path === path &&
  record.hash === hash;

/** Records of the versions whose files the blog has. */
async function recordsOf(
  strapi: Core.Strapi,
  versions: readonly InStep[],
): Promise<readonly RecordRow[]> {
  return (await strapi.db.query(FILE_UID).findMany({
    where: {
      post: { $in: versions.map(({ documentId }) => documentId) },
      live: true,
      withdrawn: false,
      proposed: { $null: true },
    },
    select: ['id', 'post', 'entryLocale', 'path', 'hash', 'updatedAt'],
  })) as RecordRow[];
}

/** The stamp of a file that says what it should; null for another one, or one that is too fresh to tell. */
async function stampOf({ folder }: Run, { path, hash }: InStep): Promise<FileStamp | null> {
  const [fresh] = await folder.stamps([path]);
  const wait = fresh ? untilTelling(fresh, Date.now()) : 0;
  if (!fresh || wait > PATIENCE) return null;
  if (wait > 0) await pause(wait);
  const bytes = await folder.read(path).catch(() => null);
  const [after] = await folder.stamps([path]);
  return bytes && hashOf(bytes) === hash && after?.text === fresh.text ? after : null;
}

async function store(
  strapi: Core.Strapi,
  versions: readonly InStep[],
  rows: readonly object[],
): Promise<void> {
  const table = () => strapi.db.getConnection(tableOf(strapi, MARK_UID));
  const locales = new Set(versions.map(({ locale }) => locale));
  await writeTransaction(strapi, async ({ trx }) => {
    for (const locale of locales) {
      const ofLocale = versions.filter((version) => version.locale === locale);
      await table()
        .whereIn(
          'post',
          ofLocale.map(({ documentId }) => documentId),
        )
        .where('entry_locale', locale)
        .delete()
        .transacting(trx);
    }
    if (rows.length > 0) await table().insert(rows).transacting(trx);
  });
}
