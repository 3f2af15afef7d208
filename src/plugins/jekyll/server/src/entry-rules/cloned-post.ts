import type { Core } from '@strapi/strapi';
import { otherText, readOther } from '../../../core/post/other';
import { words } from '../../../entries/compose';
import { POST_UID } from '../content-model';
import { writeTransaction } from '../database';
import type { Rule } from './middleware';

interface Place {
  readonly slug: string | null;
  readonly date: string | null;
  readonly redirects: unknown;
  readonly otherFrontMatter: string | null;
}
interface PlacedRow extends Place {
  readonly id: number;
  readonly locale: string;
}
const PLACE = ['id', 'locale', 'slug', 'date', 'redirects', 'otherFrontMatter'];

/** Keys by which a page says where it stands, or which page it is. */
const PLACE_KEYS = ['permalink', 'redirect_from', 'page_id'];

/**
 * A cloned post is a new one: it starts without the address of the post that it was made of, without
 * that one's old addresses, and without its date. What somebody typed into the form of the clone
 * stays. Slug and date are set when it is first published (`first-publish.ts`).
 */
export const clonedPost: Rule = (strapi) => async (context, next) => {
  const { uid, action, params } = context;
  if (uid !== POST_UID || action !== 'clone' || !params.documentId) return next();

  const source = params.documentId;
  return writeTransaction(strapi, async () => {
    const result = (await next()) as { entries?: Record<string, unknown>[] } | null;
    const originals = await placesOf(strapi, { documentId: source });
    for (const entry of result?.entries ?? []) {
      const [copy] = await placesOf(strapi, { id: entry['id'] });
      const original = copy && originals.find(({ locale }) => locale === copy.locale);
      if (!copy || !original) continue;
      const data = withoutPlace(copy, original);
      await strapi.db.query(POST_UID).update({ where: { id: copy.id }, data: { ...data } });
      Object.assign(entry, data);
    }
    return result;
  });
};

const placesOf = (strapi: Core.Strapi, where: object): Promise<PlacedRow[]> =>
  strapi.db
    .query(POST_UID)
    .findMany({ where: { ...where, publishedAt: { $null: true } }, select: PLACE });

function withoutPlace(copy: Place, original: Place): Place {
  const left = new Set(words(original.redirects));
  const redirects = words(copy.redirects).filter((address) => !left.has(address));
  const isSame = (a: string | null, b: string | null): boolean =>
    a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
  return {
    slug: copy.slug === original.slug ? null : copy.slug,
    date: isSame(copy.date, original.date) ? null : copy.date,
    redirects: redirects.length > 0 ? redirects : null,
    otherFrontMatter:
      copy.otherFrontMatter === original.otherFrontMatter
        ? withoutKeys(copy.otherFrontMatter)
        : copy.otherFrontMatter,
  };
}

/** Other front matter without what names an address; YAML that cannot be read stays as it is. */
function withoutKeys(yaml: string | null): string | null {
  const { entries, problems } = readOther(yaml ?? '');
  if (problems.length > 0 || !PLACE_KEYS.some((key) => entries.has(key))) return yaml;
  return otherText(entries.values(), new Set(PLACE_KEYS), {}) || null;
}
