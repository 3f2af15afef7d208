import type { FileRecord } from '../blog/record';
import type { PlacedText } from '../entries/write-version';

/** A medium's place in the blog. */
export interface PlacedAsset {
  readonly path: string;
  readonly hash: string;
  readonly fileId: number;
}

/** The record that a unit was planned with: it is settled only while that one counts. */
export interface KnownRecord {
  readonly id: number;
  readonly hash: string | null;
}

export const knownRecord = (record: FileRecord | null): KnownRecord | null =>
  record && { id: record.id, hash: record.hash };

/** What settles the file of a post in the database, also after a restart: plain JSON. */
export interface PostNote {
  readonly kind: 'post';
  readonly post: string;
  readonly locale: string;
  readonly slug: string | null;
  readonly title: string | null;
  readonly known: KnownRecord | null;
  /** Row id of the published version whose text this is: publishing anew makes another. */
  readonly published: number | null;
  /** What the blog holds afterwards. */
  readonly final: { readonly path: string; readonly hash: string };
  /** What both sides agree on afterwards, where that is not the file as it stands. */
  readonly agreed: PlacedText | null;
  readonly zone: string;
  readonly origin: FileRecord['origin'];
  /** Strategy under which the file was written; notes of older runs have none. */
  readonly strategy?: FileRecord['strategy'];
  /** The entry takes back what was changed in the blog: what the CMS said before. */
  readonly pull: PlacedText | null;
  /** A person chose the file's text: a draft that says something else stays, and the post is published. */
  readonly chosen?: true;
  /** Old address that the entry's redirects name from now on. */
  readonly redirect: { readonly from: string; readonly to: string } | null;
}

/** Media that were copied into the blog. */
export interface MediaNote {
  readonly kind: 'media';
  readonly assets: readonly PlacedAsset[];
}

/** The file of a withdrawn post, gone with the images that nothing else shows. */
export interface RemovalNote {
  readonly kind: 'removal';
  readonly known: KnownRecord;
  readonly path: string;
  readonly title: string | null;
  readonly locale: string;
}

/** Posts that take one another's places: their files are put in place together. */
export interface ExchangeNote {
  readonly kind: 'exchange';
  readonly posts: readonly PostNote[];
}

export type Note = PostNote | ExchangeNote | MediaNote | RemovalNote;

/** The posts whose files a unit brings up to date. */
export function postsOf(note: Note): readonly PostNote[] {
  if (note.kind === 'post') return [note];
  return note.kind === 'exchange' ? note.posts : [];
}

/** Paths and titles by which a report and a commit name what a unit writes. */
export function namesOf(note: Note): (readonly [path: string, title: string | null])[] {
  if (note.kind === 'media') return note.assets.slice(0, 1).map(({ path }) => [path, null]);
  if (note.kind === 'removal') return [[note.path, note.title]];
  return postsOf(note).map(({ final, title }) => [final.path, title]);
}
