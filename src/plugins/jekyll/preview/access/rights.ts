import type { Core, UID } from '@strapi/strapi';
import { EMPTY_FIELDS } from '../../entries/form-row';
import type { PostRow, SectionRow, TrendItemRow } from '../../entries/rows';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../../server/src/content-model';
import {
  CREATOR,
  type PermissionChecker,
  permissionChecker,
} from '../../server/src/permission-checker';

export interface Readable {
  readonly row: PostRow;
  /** Something is missing that whoever asks may not read. */
  readonly leftOut: boolean;
}

/** What whoever asks may see. */
export interface Reader {
  /** @param version as the database has it, with its {@link CREATOR} */
  mayReadPost(version: object): boolean;
  /** Whether they may begin a post in a locale. */
  mayCreate(locale: string): boolean;
  /**
   * The version without what they may not read; items and references are looked up for that.
   *
   * @param version as for `mayReadPost`; an empty one for an entry that was never saved
   */
  readable(row: PostRow, version: object): Promise<Readable>;
}

export function createReader(strapi: Core.Strapi, userAbility: unknown): Reader {
  const checker = (uid: UID.ContentType) => permissionChecker(strapi, userAbility, uid);
  const post = checker(POST_UID);
  const item = checker(TREND_ITEM_UID);
  const reference = checker(REFERENCE_UID);

  /** Rights name a component's fields one by one (`sections.heading`), or the component. */
  const hides = (of: PermissionChecker, entity: object, ...names: string[]): boolean =>
    names.every((name) => of.cannot.read(entity, name));

  /** The entries themselves, with their creators, by row id. */
  const entries = async (of: PermissionChecker, uid: UID.ContentType, ids: readonly number[]) => {
    const rows: { id: number }[] =
      ids.length === 0 || !of.requiresEntity.read()
        ? []
        : await strapi.db.query(uid).findMany({ where: { id: { $in: ids } }, populate: CREATOR });
    return new Map(rows.map((row) => [row.id, row]));
  };

  return {
    mayReadPost: (version) => !post.cannot.read() && !post.cannot.read(version),
    mayCreate: (locale) => !post.cannot.create() && !post.cannot.create({ locale }),
    async readable(row, version) {
      let leftOut = false;
      const left = <T>(value: T): T => {
        leftOut = true;
        return value;
      };
      const idsOf = (rows: readonly object[]): number[] =>
        rows.map((one) => (one as { id?: number }).id ?? 0).filter(Boolean);
      const items = row.sections.flatMap((section) => section.items);
      const cited = items.flatMap(({ citations }) =>
        citations.flatMap((citation) => (citation.reference ? [citation.reference] : [])),
      );
      const knownItems = await entries(item, TREND_ITEM_UID, idsOf(items));
      const knownReferences = await entries(reference, REFERENCE_UID, idsOf(cited));
      const known = (from: Map<number, object>, one: object): object =>
        from.get((one as { id?: number }).id ?? 0) ?? one;

      const readableItem = (one: TrendItemRow): TrendItemRow[] => {
        const entity = known(knownItems, one);
        if (item.cannot.read() || item.cannot.read(entity)) return left([]);
        const citations = one.citations.map((citation) => {
          if (!citation.reference) return citation;
          const source = known(knownReferences, citation.reference);
          return reference.cannot.read(source) ? left({ ...citation, reference: null }) : citation;
        });
        const hidesCitations = hides(item, entity, 'citations', 'citations.reference');
        return [
          {
            ...one,
            title: hides(item, entity, 'title') ? left(null) : one.title,
            body: hides(item, entity, 'body') ? left(null) : one.body,
            citations: hidesCitations ? left([]) : citations,
          },
        ];
      };
      const hidden = (field: string): boolean =>
        hides(post, version, 'sections', `sections.${field}`);
      const sections = row.sections.map(
        (section): SectionRow => ({
          ...section,
          heading: hidden('heading') ? left(null) : section.heading,
          prefix: hidden('prefix') ? left(null) : section.prefix,
          lead: hidden('lead') ? left(null) : section.lead,
          items: hidden('items') ? left([]) : section.items.flatMap(readableItem),
        }),
      );
      const fields = Object.fromEntries(
        Object.entries(EMPTY_FIELDS).filter(
          ([field]) => post.cannot.read(version, field) && left(true),
        ),
      );
      return { row: { ...row, sections, ...fields }, leftOut };
    },
  };
}

/** The rights of the user who asked for an address, as they are now; null where the user is gone. */
export async function abilityOf(strapi: Core.Strapi, userId: number): Promise<unknown> {
  const user: { isActive?: boolean; blocked?: boolean } | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId }, populate: ['roles'] });
  if (!user?.isActive || user.blocked) return null;
  return strapi.service('admin::permission').engine.generateUserAbility(user);
}
