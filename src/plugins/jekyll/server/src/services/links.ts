import type { Core, Modules, UID } from '@strapi/strapi';
import {
  type BrokenLink,
  type LinksResponse,
  type LinkUse,
  USES_LIMIT,
} from '../../../contracts/links';
import { paginationOf } from '../../../contracts/pagination';
import type { JobSummary } from '../../../contracts/jobs';
import { checkLinks } from '../checks/links';
import type { JobActor, Jobs } from '../jobs';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { permissionChecker } from '../permission-checker';
import { LINK_UID, PLUGIN_ID } from '../plugin-id';

interface Row {
  readonly url: string;
  readonly status: number | null;
  readonly error: string | null;
  readonly checkedAt: string;
  readonly brokenSince: string;
}

/** Where links stand: fields of drafts that say the address, whole or within a text. */
const PLACES: readonly { readonly uid: UID.ContentType; readonly fields: readonly string[] }[] = [
  { uid: REFERENCE_UID as UID.ContentType, fields: ['url'] },
  { uid: TREND_ITEM_UID as UID.ContentType, fields: ['body'] },
  { uid: POST_UID as UID.ContentType, fields: ['body', 'closing'] },
];

const isBroken = { brokenSince: { $notNull: true } };
const iso = (date: string): string => new Date(date).toISOString();

/** What the looks at external links found, which {@link checkLinks} keeps, and a look right now. */
export const createLinksService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws JobBusyError (409) where somebody looks already */
  look(actor: JobActor): JobSummary {
    const jobs: Jobs = strapi.plugin(PLUGIN_ID).service('jobs');
    return jobs.start('link-look', actor, async ({ signal, onProgress }) => {
      const look = await checkLinks(strapi, { signal, onProgress, deadAgain: true });
      signal.throwIfAborted();
      return look;
    });
  },

  /** @param userAbility of whoever asks: only entries that one may read are named */
  async page(
    { page, pageSize }: { page: number; pageSize: number },
    userAbility: unknown,
  ): Promise<LinksResponse> {
    const query = strapi.db.query(LINK_UID);
    const rows: Row[] = await query.findMany({
      where: isBroken,
      orderBy: [{ brokenSince: 'desc' }, { id: 'asc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    const total = await query.count({ where: isBroken });
    const last: Pick<Row, 'checkedAt'> | null = await query.findOne({
      select: ['checkedAt'],
      orderBy: { checkedAt: 'desc' },
    });
    const data: BrokenLink[] = [];
    for (const { url, status, error, brokenSince, checkedAt } of rows) {
      const usedIn = await usesOf(strapi, url, userAbility);
      const times = { since: iso(brokenSince), checkedAt: iso(checkedAt) };
      data.push({ url, status, error, ...times, usedIn });
    }
    return {
      data,
      meta: {
        pagination: paginationOf({ page, pageSize }, total),
        looked: await query.count(),
        lastLook: last && iso(last.checkedAt),
      },
    };
  },
});

export type LinksService = ReturnType<typeof createLinksService>;

async function usesOf(strapi: Core.Strapi, url: string, userAbility: unknown): Promise<LinkUse[]> {
  const uses: LinkUse[] = [];
  for (const { uid, fields } of PLACES) {
    const checker = permissionChecker(strapi, userAbility, uid);
    if (checker.cannot.read()) continue;
    const { filters = {} } = await checker.sanitizedQuery.read({});
    const says = { $or: fields.map((field) => ({ [field]: { $contains: url } })) };
    const found = await strapi.documents(uid).findMany({
      filters: { $and: [filters, says] } as Modules.Documents.Params.Filters.Any<UID.ContentType>,
      fields: ['documentId', 'locale', 'title'] as never,
      locale: '*',
      status: 'draft',
      limit: USES_LIMIT - uses.length,
    });
    uses.push(
      ...(found as unknown as { documentId: string; locale: string; title: string | null }[]).map(
        ({ documentId, locale, title }) => ({ uid, documentId, locale, title: title ?? '' }),
      ),
    );
    if (uses.length >= USES_LIMIT) break;
  }
  return uses;
}
