import type { Core } from '@strapi/strapi';
import { POST_UID } from '../server/src/content-model';
import { FILE_UID } from '../server/src/plugin-id';
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
  /** IANA zone that the text's dates were read and written in. */
  readonly zone: string;
  /** SHA-256 of the file's bytes. */
  readonly hash: string | null;
  /** Whether the CMS imported the file or wrote it. */
  readonly origin: 'imported' | 'exported';
  /** A published version of the entry stands behind the file. */
  readonly live: boolean;
  /** Unpublished or deleted in the CMS since: the file is to be removed. */
  readonly withdrawn: boolean;
}

/** A record without its text. */
export type FileRecordHead = Omit<FileRecord, 'text'>;

export type NewFileRecord = Omit<FileRecord, 'id' | 'hash'> & { readonly text: string };

interface Row extends Omit<FileRecord, 'locale'> {
  readonly entryLocale: string;
}

const HEAD = ['id', 'post', 'entryLocale', 'path', 'hash', 'zone', 'origin', 'live', 'withdrawn'];

const toRecord = ({ entryLocale, ...row }: Row): FileRecord => ({ ...row, locale: entryLocale });

export const recordKey = (post: string, locale: string): string => `${post}\n${locale}`;

/** The plugin's records of files, in its hidden content type. */
export interface Records {
  /** Records of the given posts, by {@link recordKey}. */
  ofPosts(posts: readonly string[]): Promise<Map<string, FileRecord>>;
  /** What is known of every path, without the texts: one look at the table, however large it is. */
  byPath(): Promise<Map<string, FileRecordHead>>;
  /** The whole record; null where it is gone. */
  load(head: FileRecordHead): Promise<FileRecord | null>;
  /** Files to remove: their entries were withdrawn in the CMS after the blog had them. */
  withdrawn(): Promise<FileRecord[]>;
  /** Files that stand for published entries. */
  count(): Promise<number>;
  save(record: NewFileRecord, existing: FileRecord | null): Promise<void>;
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
    async load({ id }) {
      return (await find({ id }))[0] ?? null;
    },
    withdrawn: () => find({ withdrawn: true, live: true }),
    count: () => query().count({ where: { live: true } }),
    async save(record, existing) {
      const { locale, ...rest } = record;
      const data = { ...rest, entryLocale: locale, hash: hashOf(record.text) };
      if (existing) await query().update({ where: { id: existing.id }, data });
      else await query().create({ data });
    },
    async release({ id, post, locale }) {
      const where = { documentId: post, locale };
      if ((await strapi.db.query(POST_UID).count({ where })) === 0) {
        await query().delete({ where: { id } });
      } else await query().update({ where: { id }, data: { live: false, withdrawn: false } });
    },
  };
}
