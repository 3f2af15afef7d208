import type { PostVersion } from '../../../contracts/service';

/** Where to go, with the posts that are to be planned there. */
export const toExport = (documents: readonly PostVersion[]) =>
  ['/plugins/jekyll/export', { state: { documents } }] as const;

/** Reads what {@link toExport} brought; a location keeps its state in the browser's history. */
export function chosenVersions(state: unknown): readonly PostVersion[] {
  const { documents } = (state ?? {}) as { documents?: unknown };
  if (!Array.isArray(documents)) return [];
  return documents.filter(
    (one): one is PostVersion =>
      typeof one === 'object' &&
      one !== null &&
      typeof (one as PostVersion).documentId === 'string' &&
      typeof (one as PostVersion).locale === 'string',
  );
}
