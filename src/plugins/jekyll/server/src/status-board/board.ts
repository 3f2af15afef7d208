import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { createRecords } from '../../../blog/record';
import { paginationOf } from '../../../contracts/pagination';
import type { BlogService } from '../../../contracts/service';
import type {
  PostStatus,
  StatusCell,
  StatusFilter,
  StatusPageResponse,
  StatusRow,
  VersionStatus,
} from '../../../contracts/status';
import { readLocales } from '../../../entries/locales';
import { withBlog } from '../../../export/session';
import { headsOf } from '../../../status/documents';
import { planStatuses } from '../../../status/plan-statuses';
import { statusOfDeleted } from '../../../status/state-of';
import { PLUGIN_ID } from '../plugin-id';
import { holds, type PostAccess, type Versions } from '../post-access';
import { inEditorsLanguage } from '../publishing/refusal';
import { listVersions, type ListedVersion } from './list-versions';
import { createSnapshot, type Snapshot } from './snapshot';

export interface BoardQuery {
  readonly page: number;
  readonly pageSize: number;
  /** Empty for all. */
  readonly q: string;
  readonly state?: StatusFilter | undefined;
  readonly locale?: string | undefined;
}

/** `strapi.plugin('jekyll').service('statusBoard')`: how every post stands to the blog, in pages. */
export interface StatusBoard {
  /**
   * A page of the posts that one may see. Plans the posts of the page, and no other: a filter by state
   * is answered from what a pass in the background found so far.
   *
   * @throws ApplicationError (400) without a blog
   */
  page(query: BoardQuery, access: PostAccess, mayExport: boolean): Promise<StatusPageResponse>;
  readonly snapshot: Snapshot;
}

/** States in which an export has something to do. */
const EXPORTED: readonly VersionStatus['state'][] = ['new', 'changed', 'to-remove'];

const NO_BLOG = {
  en: 'There is no blog to compare with. Set blogDir in config/plugins (JEKYLL_BLOG_DIR) and start the CMS again.',
  ko: '비교할 블로그가 없습니다. config/plugins의 blogDir(JEKYLL_BLOG_DIR)을 설정하고 CMS를 다시 시작하세요.',
};

export const createStatusBoard = ({ strapi }: { strapi: Core.Strapi }): StatusBoard => {
  const snapshot = createSnapshot(strapi);
  const blog = (): BlogService => strapi.plugin(PLUGIN_ID).service('blog');

  return {
    snapshot,
    async page(query, access, mayExport) {
      const { page, pageSize, state, locale } = query;
      const blogDir = blog().configuredDir();
      if (blogDir === null) {
        throw new errors.ApplicationError(inEditorsLanguage(strapi, NO_BLOG), {
          messages: NO_BLOG,
        });
      }
      const all = (await readLocales(strapi)).all;
      const locales = locale === undefined ? all : [locale];
      const visible = await access.visible();
      const touchable = mayExport ? await access.touchable() : new Set<string>();
      const known = state === undefined ? null : snapshot.progress();
      if (state !== undefined) snapshot.refresh(blogDir);

      const listed = (await listVersions(strapi, query.q)).filter(
        (version) => holds(visible, version) && (!locale || version.locale === locale),
      );
      const sorted = byLastChange(listed);
      const gone = await goneFrom(strapi, query, visible);
      const isShown = shownBy(snapshot, { state, locales, visible });
      const rows = [...gone.map(({ documentId }) => documentId), ...sorted].filter(
        (documentId, index) =>
          index < gone.length ? isWanted(gone[index], state) : isShown(documentId),
      );
      const ids = rows.slice((page - 1) * pageSize, page * pageSize);
      const goneById = new Map(gone.map((post) => [post.documentId, post]));
      const there = ids.filter((id) => !goneById.has(id));
      const planned = new Map<string, PostStatus>();
      if (there.length > 0) {
        await withBlog(strapi, 'status', { blogDir, dryRun: true }, async (run) => {
          const heads = await headsOf(strapi, there);
          for (const post of await planStatuses(run, heads, locales)) {
            planned.set(post.documentId, post);
          }
          return [];
        });
      }
      const data = ids.flatMap((id) => {
        const post = goneById.get(id) ?? planned.get(id);
        return post ? [rowOf(post, visible, touchable)] : [];
      });
      const total = rows.length;
      return {
        data,
        meta: {
          pagination: paginationOf({ page, pageSize }, total),
          locales: all,
          known: known && snapshot.progress(),
        },
      };
    },
  };
};

/** Documents, each once, last changed first. */
function byLastChange(versions: readonly ListedVersion[]): string[] {
  const changed = new Map<string, number>();
  for (const version of versions) {
    const { documentId } = version;
    changed.set(documentId, Math.max(version.changed, changed.get(documentId) ?? 0));
  }
  return [...changed]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([id]) => id);
}

/** Posts whose entry is gone: only who may see all posts sees what they left. */
async function goneFrom(
  strapi: Core.Strapi,
  { q, locale }: BoardQuery,
  visible: Versions,
): Promise<PostStatus[]> {
  if (visible !== 'all') return [];
  const records = (await createRecords(strapi).withdrawn()).filter(
    (record) => (!locale || record.locale === locale) && record.path.includes(q),
  );
  const there = new Set(
    [...(await headsOf(strapi, [...new Set(records.map(({ post }) => post))]))].flatMap(
      ([documentId, heads]) => (heads.length > 0 ? [documentId] : []),
    ),
  );
  const gone = new Map<string, PostStatus>();
  for (const record of records) {
    if (there.has(record.post)) continue;
    const post = statusOfDeleted(record);
    const versions = [...(gone.get(record.post)?.versions ?? []), ...post.versions];
    gone.set(record.post, { ...post, versions });
  }
  return [...gone.values()];
}

const matches = (version: VersionStatus, state: StatusFilter): boolean =>
  state === 'modified' || state === 'behind' ? version[state] : version.state === state;

const isWanted = (post: PostStatus | undefined, state: StatusFilter | undefined): boolean =>
  state === undefined || post?.versions.some((version) => matches(version, state)) === true;

/** Whether a post is listed, as far as that is known. */
const shownBy =
  (
    snapshot: Snapshot,
    {
      state,
      locales,
      visible,
    }: {
      readonly state: StatusFilter | undefined;
      readonly locales: readonly string[];
      readonly visible: Versions;
    },
  ) =>
  (documentId: string): boolean =>
    state === undefined ||
    snapshot
      .get(documentId)
      ?.versions.some(
        (version) =>
          locales.includes(version.locale) &&
          isReadable({ documentId, version, visible }) &&
          matches(version, state),
      ) === true;

/** A version that doesn't exist is nobody's secret to who may see another version of the post. */
const isReadable = ({
  documentId,
  version,
  visible,
}: {
  readonly documentId: string;
  readonly version: VersionStatus;
  readonly visible: Versions;
}): boolean =>
  version.state === 'missing' || holds(visible, { documentId, locale: version.locale });

function rowOf(post: PostStatus, visible: Versions, touchable: Versions): StatusRow {
  const { documentId } = post;
  const versions = post.versions
    .filter((version) => isReadable({ documentId, version, visible }))
    .map((version): StatusCell => {
      const { state, locale } = version;
      return {
        ...version,
        mayExport: EXPORTED.includes(state) && holds(touchable, { documentId, locale }),
      };
    });
  return { ...post, versions };
}
