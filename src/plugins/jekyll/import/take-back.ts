import type { Core } from '@strapi/strapi';
import { mergePosts, takeChanges } from '../core/merge';
import { type PostContent, readPost } from '../core/post';
import type { SurveyItem } from '../core/trend-post';
import { composePost } from '../entries/compose';
import { documentsOf } from '../entries/documents';
import type { PostRow } from '../entries/rows';
import { storeEntry } from '../entries/store';
import type { PlacedText } from '../entries/write-version';
import { POST_UID } from '../server/src/content-model';
import type { Problem } from '../core/problem';
import type { MediaImport } from './media';

/** The versions of an entry in one locale. */
export interface Versions {
  readonly draft: PostRow;
  readonly published: PostRow | null;
}

/** How a version takes part in the merge. */
export interface TakeOptions {
  /** IANA zone that dates are read in. */
  readonly zone: string;
  readonly write: WriteVersion;
  /** A draft that changed the same lines stays as it is, instead of keeping the file's text out. */
  readonly keepDraft?: boolean;
}

/** The file of a version, written onto the text that both sides agreed on; null where it can't be. */
export type WriteVersion = (row: PostRow) => Promise<PlacedText | null>;

/** A version of an entry with the changes of its file taken in. */
interface Taken {
  readonly row: PostRow;
  readonly content: PostContent;
  /** Items that the file left alone, by their new place. */
  readonly kept: ReadonlyMap<SurveyItem, string>;
  /** What the file says of the cover is new. */
  readonly newCover: boolean;
}

/** What taking back a file's changes does to an entry. */
export interface TakePlan {
  readonly published: Taken | null;
  /** null where the draft is as published: it follows. */
  readonly draft: Taken | null;
  /** The file says `published: false`, and its base did not. */
  readonly withdraws: boolean;
  /** The file says `published: false`. */
  readonly unpublished: boolean;
}

/**
 * Plans how an entry takes back what was changed in its file: a three-way merge for each version.
 *
 * @param base the text that both sides agreed on
 * @param theirs the file as it stands
 * @returns null where a version changed the same lines: nothing is to be overwritten unseen
 */
export async function planTakeBack(
  { draft, published }: Versions,
  base: PlacedText,
  theirs: PlacedText,
  { zone, write, keepDraft = false }: TakeOptions,
): Promise<TakePlan | null> {
  const take = async (row: PostRow, own: PlacedText): Promise<Taken | null> => {
    const options = { path: theirs.path, zone };
    const text =
      own.text === base.text
        ? theirs.text
        : mergePosts(base.text, own.text, theirs.text, options).text;
    if (text === null) return null;
    // A version that moved its file keeps the name it chose.
    const path = own.path === base.path ? theirs.path : own.path;
    const before = readPost(own.text, own.path, zone).content;
    const after = readPost(text, path, zone).content;
    const entry = composePost(row);
    const content = takeChanges(entry, before, after);
    const newCover = content.cover !== entry.cover;
    return { row, content, kept: keptItems(row, entry, content), newCover };
  };
  const ownDraft = await write(draft);
  if (!ownDraft) return null;
  const unpublished = readPost(theirs.text, theirs.path, zone).draft;
  const withdraws = unpublished && !readPost(base.text, base.path, zone).draft;
  const says = { withdraws, unpublished };
  if (!published) {
    const taken = await take(draft, ownDraft);
    return taken && { published: null, draft: taken, ...says };
  }
  const own = await write(published);
  const taken = own && (await take(published, own));
  if (!own || !taken) return null;
  if (ownDraft.text === own.text && ownDraft.path === own.path) {
    return { published: taken, draft: null, ...says };
  }
  const takenDraft = (await take(draft, ownDraft)) ?? (keepDraft ? unchanged(draft) : null);
  return takenDraft && { published: taken, draft: takenDraft, ...says };
}

function unchanged(row: PostRow): Taken {
  const content = composePost(row);
  return { row, content, kept: keptItems(row, content, content), newCover: false };
}

function keptItems(
  row: PostRow,
  entry: PostContent,
  content: PostContent,
): Map<SurveyItem, string> {
  const documents = new Map<SurveyItem, string>();
  entry.sections.forEach(({ items }, at) =>
    items.forEach((item, index) => {
      const documentId = row.sections[at]?.items[index]?.documentId;
      if (documentId !== undefined) documents.set(item, documentId);
    }),
  );
  const shown = content.sections.flatMap(({ items }) => items);
  return new Map(
    shown.flatMap((item): [SurveyItem, string][] => {
      const documentId = documents.get(item);
      return documentId === undefined ? [] : [[item, documentId]];
    }),
  );
}

/** Takes the images that the file newly names into the library. Before the transaction: it reads files. */
export async function takeMedia(plan: TakePlan, media: MediaImport): Promise<TakenMedia> {
  const covers = new Map<Taken, number | null>();
  const problems: Problem[] = [];
  for (const taken of [plan.published, plan.draft]) {
    if (!taken) continue;
    const found = await media.take(taken.content);
    problems.push(...found.problems);
    covers.set(taken, taken.newCover ? found.coverId : (taken.row.cover?.id ?? null));
  }
  return { covers, problems };
}

export interface TakenMedia {
  readonly covers: ReadonlyMap<Taken, number | null>;
  readonly problems: readonly Problem[];
}

/**
 * Stores what {@link planTakeBack} planned, inside the caller's transaction.
 *
 * @param publish whether an entry without a published version is published now
 * @returns whether the entry is published afterwards
 */
export async function storeTakeBack(
  strapi: Core.Strapi,
  { published, draft, withdraws, unpublished }: TakePlan,
  { covers }: TakenMedia,
  publish: boolean,
): Promise<{ readonly live: boolean }> {
  const store = (taken: Taken, asDraft: boolean): Promise<string> =>
    storeEntry(strapi, taken.content, {
      locale: taken.row.locale,
      draft: asDraft,
      coverId: covers.get(taken) ?? null,
      existing: taken.row,
      twin: null,
      kept: taken.kept,
    });
  const publishes = !published && publish && !unpublished;
  if (published) await store(published, false);
  // After it: publishing sets the draft to what is published.
  if (draft) await store(draft, !publishes);
  if (published && withdraws) {
    const { documentId, locale } = published.row;
    await documentsOf(strapi, POST_UID).unpublish({ documentId, locale });
  }
  return { live: (published !== null && !withdraws) || publishes };
}
