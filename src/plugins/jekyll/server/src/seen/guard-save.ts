import type { Core, UID } from '@strapi/strapi';
import {
  type ChangedSince,
  type FieldDifference,
  readSeen,
  SEEN_HEADER,
  type SeenVersion,
} from '../../../contracts/seen';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { writeTransaction } from '../database';
import { permissionChecker } from '../permission-checker';
import {
  type DocumentContext,
  type DocumentMiddleware,
  paramsOf,
} from '../publishing/save-and-publish';
import { describeVersion, populateOf } from './describe';
import { changedSinceError } from './refusal';

const GUARDED: readonly string[] = [POST_UID, TREND_ITEM_UID, REFERENCE_UID];

/** The parts of a Koa context that are used here. */
interface Request {
  readonly originalUrl?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly state?: { readonly userAbility?: unknown };
}

interface SavedRow extends Readonly<Record<string, unknown>> {
  readonly id: number;
  readonly updatedAt: string;
  readonly updatedBy: {
    readonly id: number;
    readonly firstname?: string;
    readonly lastname?: string;
    readonly username?: string;
  } | null;
}

/** Requests that were let through: publishing saves first, and is not to be stopped by itself. */
const passed = new WeakSet<object>();

/**
 * Saving and publishing over a version that somebody has saved since it was opened asks first:
 * throws `ChangedSinceError` (409). Concerns requests that say which version they saw.
 */
export const guardSave =
  (strapi: Core.Strapi): DocumentMiddleware =>
  async (context, next) => {
    const request = strapi.requestContext.get() as Request | undefined;
    const seen = request && concerned(context, request);
    if (!request || !seen || passed.has(request)) return next();
    return writeTransaction(strapi, async ({ trx }) => {
      const row = await savedVersion(strapi, context.uid, seen, trx);
      if (row && Date.parse(row.updatedAt) > Date.parse(seen.updatedAt)) {
        throw changedSinceError(strapi, await changedSince(strapi, context, request, seen, row));
      }
      passed.add(request);
      return next();
    });
  };

/** The version that the request saw, where the action is about to change just that. */
function concerned(context: DocumentContext, request: Request): SeenVersion | null {
  const { uid, action } = context;
  if (!GUARDED.includes(uid) || (action !== 'update' && action !== 'publish')) return null;
  const query = new URLSearchParams(request.originalUrl?.split('?')[1] ?? '');
  const header = request.headers?.[SEEN_HEADER];
  const seen = readSeen(typeof header === 'string' ? header : (query.get('jekyll[seen]') ?? ''));
  const { documentId, locale } = paramsOf(context);
  return seen && seen.documentId === documentId && [locale].flat().includes(seen.locale)
    ? seen
    : null;
}

async function savedVersion(
  strapi: Core.Strapi,
  uid: string,
  { documentId, locale }: SeenVersion,
  trx: object,
): Promise<SavedRow | null> {
  const type = uid as UID.ContentType;
  // References have no drafts: their one row is always published.
  const drafts = strapi.contentType(type).options?.draftAndPublish === true;
  const where = { documentId, locale, ...(drafts ? { publishedAt: { $null: true } } : {}) };
  // Whoever saves at the same moment waits, where the database can do that; SQLite is locked already.
  const lock = strapi.db.queryBuilder(type) as unknown as {
    select(columns: string[]): typeof lock;
    where(condition: object): typeof lock;
    transacting(transaction: object): typeof lock;
    forUpdate(): typeof lock;
    execute(): Promise<unknown>;
  };
  await lock.select(['id']).where(where).transacting(trx).forUpdate().execute();
  return strapi.db.query(type).findOne({
    where,
    populate: { ...populateOf(strapi, type), updatedBy: true },
  });
}

async function changedSince(
  strapi: Core.Strapi,
  context: DocumentContext,
  request: Request,
  seen: SeenVersion,
  row: SavedRow,
): Promise<ChangedSince> {
  const { data } = context.params as { data?: Record<string, unknown> };
  const uid = context.uid as UID.ContentType;
  const name = nameOf(row.updatedBy);
  return {
    code: 'CHANGED_SINCE',
    messages: {
      en: `Not saved: ${name ?? 'an import or an export'} saved this entry after you opened it. Look at the differences, then save again or reload the page.`,
      ko: `저장하지 않았습니다. 여신 뒤에 ${name === null ? '가져오기나 내보내기로' : `${name} 님이`} 이 항목을 저장했습니다. 차이를 확인한 다음 다시 저장하거나 페이지를 새로 고치세요.`,
    },
    seen: { ...seen, updatedAt: new Date(row.updatedAt).toISOString() },
    savedBy: row.updatedBy && { id: row.updatedBy.id, name: name ?? '' },
    differences: await differences(strapi, uid, request, row, data ?? {}),
    components: componentIds(strapi, uid, row),
  };
}

async function differences(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  request: Request,
  row: SavedRow,
  data: Record<string, unknown>,
): Promise<FieldDifference[]> {
  const may = permissionChecker(strapi, request.state?.userAbility, uid);
  const saved = await describeVersion(strapi, uid, row);
  const yours = await describeVersion(strapi, uid, row, data);
  return [...saved].flatMap(([field, text]) => {
    const own = yours.get(field) ?? '';
    return own === text || !mayRead(field) ? [] : [{ field, saved: text, yours: own }];
  });

  /** Rights name the fields of a component one by one. */
  function mayRead(field: string): boolean {
    const attribute = strapi.contentType(uid).attributes[field] as { component?: UID.Component };
    if (!attribute.component) return !may.cannot.read(row, field);
    const fields = Object.keys(strapi.components[attribute.component]?.attributes ?? {});
    return fields.every((name) => !may.cannot.read(row, `${field}.${name}`));
  }
}

function componentIds(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  row: SavedRow,
): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(strapi.contentType(uid).attributes)
      .filter(([, { type }]) => type === 'component')
      .map(([name]) => [
        name,
        [row[name]].flat().flatMap((one) => (one as { id?: number } | null)?.id ?? []),
      ]),
  );
}

function nameOf(user: SavedRow['updatedBy']): string | null {
  if (!user) return null;
  const { firstname, lastname, username } = user;
  return username || [firstname, lastname].filter(Boolean).join(' ') || `#${user.id}`;
}
