import type { Core } from '@strapi/strapi';
import { UPLOAD_FILE_UID } from '../../server/src/content-model';
import { ASSET_UID } from '../../server/src/plugin-id';
import type { Mark } from './heads';

/** What is known of media of the library, by what a mark names. */
export type MediaStates = ReadonlyMap<number, string>;

const idsOf = (media: string): number[] =>
  media === '' ? [] : media.split(',').map((state) => Number(state.split('.')[0]));

/** The media that some marks name, as the library and the records of the blog's images have them now. */
export async function readMediaStates(
  strapi: Core.Strapi,
  ids: Iterable<number>,
): Promise<MediaStates> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const files = (await strapi.db.query(UPLOAD_FILE_UID).findMany({
    where: { id: { $in: wanted } },
    select: ['id', 'updatedAt'],
  })) as { id: number; updatedAt: string }[];
  const assets = (await strapi.db.query(ASSET_UID).findMany({
    where: { fileId: { $in: wanted } },
    orderBy: 'id',
  })) as { id: number; fileId: number; path: string }[];
  return new Map(
    files.map(({ id, updatedAt }) => {
      const places = assets.filter(({ fileId }) => fileId === id).map((asset) => asset.id);
      return [id, [id, new Date(updatedAt).getTime(), ...places].join('.')];
    }),
  );
}

/** Media of the marks of a page, read with two queries, or none where no post shows any. */
export const mediaOfMarks = (
  strapi: Core.Strapi,
  marks: Iterable<Mark | null>,
): Promise<MediaStates> =>
  readMediaStates(
    strapi,
    [...marks].flatMap((mark) => idsOf(mark?.media ?? '')),
  );

/** How a mark names the media of a post. */
export const mediaOf = (ids: readonly number[], states: MediaStates): string =>
  [...new Set(ids)]
    .toSorted((a, b) => a - b)
    .map((id) => states.get(id) ?? `${id}.`)
    .join(',');

/** Whether the media that a mark names are as they were. */
export const isSameMedia = ({ media }: Mark, states: MediaStates): boolean =>
  media === mediaOf(idsOf(media), states);
