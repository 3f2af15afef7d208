import type { Core } from '@strapi/strapi';
import type { LocaleStrategy } from '../core/locale-strategy';
import { POST_UID } from '../server/src/content-model';
import { insertRows } from '../server/src/database';
import { FILE_UID } from '../server/src/plugin-id';
import type { FileSummary } from './file-summary';
import { hashOf } from './hash';

/** What the blog was last seen to hold for one post in one locale: the baseline of the next export. */
export interface FileRecord {
  readonly id: number;
  /** documentId of the post. */
  readonly post: string;
  readonly locale: string;
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** The file's text; null when it is not known any more: then only the place is. */
  readonly text: string | null;
  /**
   * The text last put onto a branch for a pull request. The blog says it once that is merged: then
   * both sides agree on it.
   */
  readonly proposed: string | null;
  /** IANA zone that the text's dates were read and written in. */
  readonly zone: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string | null;
  /**
   * Whether the CMS imported the file or wrote it. `archive`: it came from an uploaded archive, and
   * the blog was not seen to hold it yet; its text lends its spelling and claims nothing.
   */
  readonly origin: 'imported' | 'exported' | 'archive';
  /**
   * How the versions of a post met on the site when the CMS wrote the file (`localeStrategy`); null for
   * an imported file, and for one that follows no strategy.
   */
  readonly strategy: LocaleStrategy | null;
  /** A published version of the entry stands behind the file. */
  readonly live: boolean;
  /** Unpublished or deleted in the CMS since: the file is to be removed. */
  readonly withdrawn: boolean;
}

/** A record without its texts. */
export type FileRecordHead = Omit<FileRecord, 'text' | 'proposed'>;

/** A file of which nothing was known, with what reports tell of it. */
export interface NewFile {
  readonly record: NewFileRecord;
  readonly summary: FileSummary;
}

export type NewFileRecord = Omit<FileRecord, 'id' | 'hash' | 'proposed'> & {
  readonly text: string;
};

interface Row extends Omit<FileRecord, 'locale'> {
  readonly entryLocale: string;
}

const HEAD = [
  'id',
  'post',
  'entryLocale',
  'path',
  'hash',
  'zone',
  'origin',
  'strategy',
  'live',
  'withdrawn',
];

/** Records of files that the blog holds, or will hold when a pull request is merged. */
export const IN_BLOG = { $or: [{ live: true }, { proposed: { $notNull: true } }] };

/** Records that one query reads. */
const PAGE = 200;

const toRecord = ({ entryLocale, ...row }: Row): FileRecord => ({ ...row, locale: entryLocale });

/** What is stored of a file whose text is known. */
const dataOf = (
  { locale, ...rest }: NewFileRecord,
  summary: FileSummary | null,
): Record<string, unknown> => ({
  ...rest,
  entryLocale: locale,
  hash: hashOf(rest.text),
  proposed: null,
  summary,
});

export const recordKey = (post: string, locale: string): string => `${post}\n${locale}`;

/** Origin of a file that the blog was seen to hold, or that is written there. */
export const originInBlog = (origin: FileRecord['origin']): 'imported' | 'exported' =>
  origin === 'archive' ? 'imported' : origin;

/** A post from an archive that no blog was seen to hold: a file at its place is somebody else's. */
export const isUnseen = ({ origin, live }: Pick<FileRecord, 'origin' | 'live'>): boolean =>
  origin === 'archive' && !live;

/** Whether a file says what was last seen or written, or what a merged pull request brought. */
export const isAsKnown = (
  { hash, proposed }: Pick<FileRecord, 'hash' | 'proposed'>,
  file: { readonly hash: string; readonly text: string | null },
): boolean => file.hash === hash || (file.text !== null && file.text === proposed);

/** The plugin's records of files, in its hidden content type. */
export interface Records {
  /** Records of the given posts, by {@link recordKey}. */
  ofPosts(posts: readonly string[]): Promise<Map<string, FileRecord>>;
  /** What is known of every path, without the texts: one look at the table, however large it is. */
  byPath(): Promise<Map<string, FileRecordHead>>;
  /** Records of files of the blog that stand at a path, or are to be removed from it. */
  at(path: string): Promise<FileRecord[]>;
  /** The whole record; null where it is gone. */
  load(id: number): Promise<FileRecord | null>;
  find(post: string, locale: string): Promise<FileRecord | null>;
  /** Every record, a page at a time. */
  all(): AsyncGenerator<FileRecord>;
  /** Files to remove: their entries were withdrawn in the CMS after the blog had them. */
  withdrawn(): Promise<FileRecord[]>;
  /** Files that stand for published entries. */
  count(): Promise<number>;
  /**
   * What reports tell of the files that an import read, by record id; of those that the CMS wrote
   * since it is not known.
   */
  summaries(): Promise<Map<number, FileSummary>>;
  /** @param summary what reports tell of the text, where it was read */
  save(
    record: NewFileRecord,
    existing: FileRecord | null,
    summary?: FileSummary | null,
  ): Promise<void>;
  saveNew(files: readonly NewFile[]): Promise<void>;
  /** Notes a text that waits on a branch; the blog itself is as it was. */
  propose(record: Omit<NewFileRecord, 'live' | 'withdrawn'>): Promise<void>;
  /**
   * Notes that a file is gone from the blog. While its post exists the text stays: published again,
   * the post comes back as it was spelled.
   */
  release(record: FileRecord): Promise<void>;
}

/** @param strapi an instance whose database is up */
export function createRecords(strapi: Core.Strapi): Records {
  const query = () => strapi.db.query(FILE_UID);
  const find = async (where: object): Promise<FileRecord[]> =>
    ((await query().findMany({ where })) as Row[]).map(toRecord);

  return {
    async ofPosts(posts) {
      const records = posts.length > 0 ? await find({ post: { $in: posts } }) : [];
      return new Map(records.map((record) => [recordKey(record.post, record.locale), record]));
    },
    async byPath() {
      const rows = (await query().findMany({ select: HEAD })) as Omit<Row, 'text'>[];
      return new Map(
        rows.map(({ entryLocale, ...row }) => [row.path, { ...row, locale: entryLocale }]),
      );
    },
    at: (path) => find({ path, $or: [{ live: true }, { withdrawn: true }] }),
    async load(id) {
      return (await find({ id }))[0] ?? null;
    },
    async find(post, locale) {
      return (await find({ post, entryLocale: locale }))[0] ?? null;
    },
    async *all() {
      for (let last = 0; ; ) {
        const page = (await query().findMany({
          where: { id: { $gt: last } },
          orderBy: { id: 'asc' },
          limit: PAGE,
        })) as Row[];
        yield* page.map(toRecord);
        if (page.length < PAGE) return;
        last = page.at(-1)?.id ?? last;
      }
    },
    withdrawn: () => find({ withdrawn: true, ...IN_BLOG }),
    count: () => query().count({ where: { live: true } }),
    async summaries() {
      const rows = (await query().findMany({
        select: ['id', 'summary'],
        where: { summary: { $notNull: true } },
      })) as { id: number; summary: FileSummary }[];
      return new Map(rows.map(({ id, summary }) => [id, summary]));
    },
    async save(record, existing, summary = null) {
      const data = dataOf(record, summary);
      // The file is the one that was read.
      if (!summary && existing?.hash === data['hash'] && existing?.path === record.path) {
        delete data['summary'];
      }
      if (existing) await query().update({ where: { id: existing.id }, data });
      else await query().create({ data });
    },
    async saveNew(files) {
      const rows = files.map(({ record, summary }) => dataOf(record, summary));
      await insertRows(strapi, FILE_UID, rows);
    },
    async propose({ locale, ...rest }) {
      const proposed = rest.text;
      const existing = (await find({ post: rest.post, entryLocale: locale }))[0];
      // The blog has the post: what it says stays the text that both sides agree on.
      const data = existing?.live
        ? { proposed }
        : { ...rest, entryLocale: locale, hash: hashOf(rest.text), proposed, summary: null };
      if (existing) await query().update({ where: { id: existing.id }, data });
      else await query().create({ data: { ...data, live: false, withdrawn: false } });
    },
    async release({ id, post, locale }) {
      const where = { documentId: post, locale };
      if ((await strapi.db.query(POST_UID).count({ where })) === 0) {
        await query().delete({ where: { id } });
      } else await query().update({ where: { id }, data: { live: false, withdrawn: false } });
    },
  };
}
