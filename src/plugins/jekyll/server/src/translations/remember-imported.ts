import type { Core } from '@strapi/strapi';
import { readLocales } from '../../../entries/locales';
import { insertRows } from '../database';
import { TRANSLATION_UID } from '../plugin-id';
import { recordsOf, removeRecords, saveRecord, type TranslationRecord } from './records';
import { planRefresh, type RefreshOptions } from './refresh';
import { tellStatus } from './tell-status';
import { readDrafts, type TranslatedUid, type VersionRow } from './versions';

/** A version that an import has just added to a document which has others. */
export interface ImportedVersion {
  readonly uid: TranslatedUid;
  readonly documentId: string;
  readonly locale: string;
}

/** Documents of one query. */
const DOCUMENTS = 400;

/** A document with its drafts, and what is remembered of them as the import goes on. */
interface JoinedDocument {
  readonly uid: TranslatedUid;
  readonly documentId: string;
  readonly rows: readonly VersionRow[];
  /** Locales that were there before the version that is looked at. */
  readonly present: Set<string>;
  own: TranslationRecord[];
}

/** What is to be written once all versions were looked at. New records have ids below 0. */
interface Changes {
  readonly removed: number[];
  readonly updated: Map<number, { before: TranslationRecord; data: Omit<TranslationRecord, 'id'> }>;
  readonly created: Map<number, Omit<TranslationRecord, 'id'>>;
  /** Id of the record that was created last. */
  last: number;
}

/**
 * Remembers which originals imported versions follow: what {@link keepTranslations} does around each
 * save, for many versions in a few queries. Runs inside the caller's transaction, once the versions
 * are stored.
 *
 * @param versions in the order in which they were added
 */
export async function rememberImported(
  strapi: Core.Strapi,
  versions: readonly ImportedVersion[],
): Promise<void> {
  if (versions.length === 0) return;
  const documents = await readDocuments(strapi, versions);
  const { original: defaultLocale } = await readLocales(strapi);
  const changes: Changes = { removed: [], updated: new Map(), created: new Map(), last: 0 };
  for (const { uid, documentId, locale } of versions) {
    const document = documents.get(keyOf(uid, documentId));
    if (document) addVersion(document, locale, { defaultLocale, changes });
  }
  await write(strapi, documents, changes);
}

const keyOf = (uid: string, documentId: string): string => `${uid} ${documentId}`;

async function readDocuments(
  strapi: Core.Strapi,
  versions: readonly ImportedVersion[],
): Promise<Map<string, JoinedDocument>> {
  const documents = new Map<string, JoinedDocument>();
  for (const uid of new Set(versions.map((version) => version.uid))) {
    const added = versions.filter((version) => version.uid === uid);
    const ids = [...new Set(added.map(({ documentId }) => documentId))];
    for (let start = 0; start < ids.length; start += DOCUMENTS) {
      const documentIds = ids.slice(start, start + DOCUMENTS);
      const drafts = groupBy(
        await readDrafts(strapi, uid, { documentIds }),
        (row) => row.documentId,
      );
      const records = groupBy(await recordsOf(strapi, documentIds), (record) => record.document);
      for (const documentId of documentIds) {
        const rows = drafts.get(documentId) ?? [];
        documents.set(keyOf(uid, documentId), {
          uid,
          documentId,
          rows,
          present: new Set(rows.map(({ locale }) => locale)),
          own: records.get(documentId) ?? [],
        });
      }
    }
    for (const { documentId, locale } of added) {
      documents.get(keyOf(uid, documentId))?.present.delete(locale);
    }
  }
  return documents;
}

function groupBy<T>(all: readonly T[], keyOfOne: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOfOne(one));
    if (group) group.push(one);
    else groups.set(keyOfOne(one), [one]);
  }
  return groups;
}

interface Step {
  readonly defaultLocale: string;
  readonly changes: Changes;
}

function addVersion(document: JoinedDocument, locale: string, step: Step): void {
  // Versions from before anything was remembered: what changes now is told by what stood here.
  if (document.present.size > 1 && document.own.length === 0) refresh(document, {}, step);
  document.present.add(locale);
  if (document.present.size > 1) refresh(document, { fresh: [locale], imported: true }, step);
}

function refresh(
  document: JoinedDocument,
  options: RefreshOptions,
  { defaultLocale, changes }: Step,
): void {
  const { uid, documentId, own, present } = document;
  const rows = document.rows.filter(({ locale }) => present.has(locale));
  const { stale, saves } = planRefresh(uid, documentId, { own, rows, defaultLocale }, options);
  for (const { id } of stale) {
    if (!changes.created.delete(id)) changes.removed.push(id);
    changes.updated.delete(id);
  }
  document.own = own.filter((record) => !stale.includes(record));
  for (const { before, data } of saves) {
    const id = before?.id ?? (changes.last -= 1);
    document.own = [...document.own.filter((record) => record.id !== id), { ...data, id }];
    if (id < 0) changes.created.set(id, data);
    else if (before) {
      changes.updated.set(id, { before: changes.updated.get(id)?.before ?? before, data });
    }
  }
}

async function write(
  strapi: Core.Strapi,
  documents: ReadonlyMap<string, JoinedDocument>,
  { removed, updated, created }: Changes,
): Promise<void> {
  await removeRecords(strapi, removed);
  const moved = new Set([...created.values()].filter(({ behind }) => behind > 0).map(documentOf));
  for (const { before, data } of updated.values()) {
    if (await saveRecord(strapi, before, data)) moved.add(data.document);
  }
  await insertRows(strapi, TRANSLATION_UID, [...created.values()]);
  for (const { uid, documentId } of documents.values()) {
    if (moved.has(documentId)) await tellStatus(strapi, uid, documentId);
  }
}

const documentOf = ({ document }: Omit<TranslationRecord, 'id'>): string => document;
