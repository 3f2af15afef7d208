import { writeTransaction } from '../database';
import { respellReference } from '../../../core/trend-post';
import { CITATION_UID, REFERENCE_UID } from '../content-model';
import { localeCondition, localeScope } from '../publishing/scope';
import { type Rule } from './middleware';

interface ReferenceRow {
  readonly id: number;
  readonly title: string | null;
  readonly url: string | null;
}

/**
 * A citation may print its reference in words of its own. When an editor corrects the reference's
 * address or title, those words follow wherever they name the old one, so that every post shows
 * the correction.
 */
export const referenceText: Rule = (strapi) => async (context, next) => {
  const { uid, action, params } = context;
  if (uid !== REFERENCE_UID || action !== 'update' || !params.documentId) return next();

  const where = {
    documentId: params.documentId,
    ...localeCondition(await localeScope(strapi, params.locale)),
  };
  const read = () =>
    strapi.db
      .query(REFERENCE_UID)
      .findOne({ where, select: ['id', 'title', 'url'] }) as Promise<ReferenceRow | null>;
  return writeTransaction(strapi, async () => {
    const before = await read();
    const result = await next();
    const after = before && (await read());
    if (!before || !after) return result;

    const [from, to] = [before, after].map(({ title, url }) => ({ title: title ?? '', url }));
    if (!from || !to || (from.title === to.title && from.url === to.url)) return result;
    const citations = (await strapi.db.query(CITATION_UID).findMany({
      where: { reference: { id: before.id }, text: { $notNull: true } },
      select: ['id', 'text'],
    })) as { id: number; text: string }[];
    for (const { id, text } of citations) {
      const respelled = respellReference(text, from, to);
      if (respelled === text) continue;
      await strapi.db.query(CITATION_UID).update({ where: { id }, data: { text: respelled } });
    }
    return result;
  });
};
