import { POST_UID } from '../content-model';
import { localeCondition, localeScope } from '../publishing/scope';
import { has, type Rule } from './middleware';

interface CoverRow {
  readonly coverPath: string | null;
  readonly cover: { readonly id: number } | null;
}

/** Id of the medium that data sets: null clears it, undefined leaves it open. */
function mediumId(value: unknown): number | null | undefined {
  if (value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  if (Array.isArray(value)) return value.length === 0 ? null : mediumId(value[0]);
  if (typeof value === 'object') {
    const relation = value as {
      id?: unknown;
      set?: unknown;
      connect?: unknown;
      disconnect?: unknown;
    };
    if (relation.id !== undefined) return mediumId(relation.id);
    if (relation.set !== undefined) return mediumId(relation.set);
    if (Array.isArray(relation.connect) && relation.connect.length > 0)
      return mediumId(relation.connect);
    if (Array.isArray(relation.disconnect) && relation.disconnect.length > 0) return null;
  }
  return undefined;
}

/**
 * A post has one cover, though two fields can say it: a medium, or a path as text. Whichever an
 * editor changed last counts, and the other gives way, so that the blog shows what was chosen.
 */
export const coverSource: Rule = (strapi) => async (context, next) => {
  const { uid, action, params } = context;
  const { data, documentId } = params;
  const concerned = has(data, 'cover') || has(data, 'coverPath');
  if (uid !== POST_UID || action !== 'update' || !data || !documentId || !concerned) return next();

  const scope = await localeScope(strapi, params.locale);
  const row = (await strapi.db.query(POST_UID).findOne({
    where: { documentId, publishedAt: { $null: true }, ...localeCondition(scope) },
    select: ['id', 'coverPath'],
    populate: { cover: { select: ['id'] } },
  })) as CoverRow | null;
  if (!row) return next();

  const before = row.cover?.id ?? null;
  const given = has(data, 'cover') ? mediumId(data['cover']) : undefined;
  const mediumChanged = given !== undefined && given !== before;
  const pathChanged =
    has(data, 'coverPath') && (data['coverPath'] || null) !== (row.coverPath || null);
  if (mediumChanged && !pathChanged) data['coverPath'] = null;
  else if (pathChanged && !mediumChanged && before !== null) data['cover'] = null;
  return next();
};
