import type { Core } from '@strapi/strapi';
import type { PostVersion } from '../contracts/service';
import { mentionedNames } from '../core/text/mentions';
import { POST_UID, UPLOAD_FILE_UID } from '../server/src/content-model';
import type { PostRow } from './rows';

/** A file of the blog and the medium of the library that it is a copy of. */
export interface BlogMedium {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  readonly fileId: number;
}

/** Posts that one query reads. */
const PAGE = 200;
/** Only what can show a medium: a library has many posts. */
const SHOWS = {
  select: [
    'id',
    'documentId',
    'locale',
    'description',
    'coverPath',
    'body',
    'closing',
    'otherFrontMatter',
  ],
  populate: {
    cover: { select: ['id'] },
    sections: { populate: { items: { select: ['body'] } } },
  },
};

type Row = Pick<
  PostRow,
  | 'id'
  | 'documentId'
  | 'locale'
  | 'description'
  | 'coverPath'
  | 'body'
  | 'closing'
  | 'otherFrontMatter'
  | 'sections'
> & { readonly cover: { readonly id: number } | null };

/**
 * Finds the media that a post shows, as a draft or published, in any locale: by the name of the
 * file in the blog, by a link into the library, or as its cover.
 *
 * @param except versions that don't count
 * @returns paths
 */
export async function shownByPosts(
  strapi: Core.Strapi,
  media: readonly BlogMedium[],
  except: readonly PostVersion[],
): Promise<Set<string>> {
  const found = new Set<string>();
  const leftOut = new Set(except.map(({ documentId, locale }) => `${documentId}\n${locale}`));
  const hashes = await libraryHashes(strapi, media);
  const namesOf = ({ path, fileId }: BlogMedium): string[] => {
    const hash = hashes.get(fileId);
    return [path.slice(path.lastIndexOf('/') + 1), ...(hash ? [hash] : [])];
  };
  for await (const row of rows(strapi)) {
    if (leftOut.has(`${row.documentId}\n${row.locale}`)) continue;
    const left = media.filter(({ path }) => !found.has(path));
    if (left.length === 0) break;
    const names = mentionedNames(textsOf(row).join('\n'), new Set(left.flatMap(namesOf)));
    for (const medium of left) {
      const shown = row.cover?.id === medium.fileId || namesOf(medium).some((at) => names.has(at));
      if (shown) found.add(medium.path);
    }
  }
  return found;
}

/** Names under which the library keeps its files; those of the smaller pictures hold them too. */
async function libraryHashes(
  strapi: Core.Strapi,
  media: readonly BlogMedium[],
): Promise<Map<number, string>> {
  const files = (await strapi.db.query(UPLOAD_FILE_UID).findMany({
    where: { id: { $in: media.map(({ fileId }) => fileId) } },
    select: ['id', 'hash'],
  })) as { id: number; hash: string }[];
  return new Map(files.map(({ id, hash }) => [id, hash]));
}

async function* rows(strapi: Core.Strapi): AsyncGenerator<Row> {
  for (let last = 0; ; ) {
    const page = (await strapi.db.query(POST_UID).findMany({
      ...SHOWS,
      where: { id: { $gt: last } },
      orderBy: { id: 'asc' },
      limit: PAGE,
    })) as Row[];
    yield* page;
    if (page.length < PAGE) return;
    last = page.at(-1)?.id ?? last;
  }
}

const textsOf = (row: Row): string[] =>
  [
    row.coverPath,
    row.description,
    row.body,
    row.closing,
    row.otherFrontMatter,
    ...row.sections.flatMap(({ lead, items }) => [lead, ...items.map(({ body }) => body)]),
  ].filter((text) => text !== null);
