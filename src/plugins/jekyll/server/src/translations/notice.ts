import type { Core } from '@strapi/strapi';
import type { NamedDocument } from '../../../contracts/publishing';
import type { TranslationNotice, TranslationState } from '../../../contracts/translations';
import { named, readPair, readPostVersions } from './pair';

/** What a publication would show that is not translated; null for an original, or where all is. */
export async function translationNotice(
  strapi: Core.Strapi,
  { documentId, locale }: { readonly documentId: string; readonly locale: string },
): Promise<TranslationNotice | null> {
  const versions = await readPostVersions(strapi, documentId, locale);
  const from = versions?.from ?? null;
  if (!versions || from === null) return null;
  const pair = await readPair(strapi, versions, { locale, from });
  if (!pair) return null;
  const shown = new Set(pair.missing.items.map((item) => item.documentId));
  const having = (state: TranslationState): NamedDocument[] =>
    [pair.post, ...pair.items].flatMap(({ translation, reconciled }) => {
      if (!translation || !reconciled || shown.has(translation.documentId)) return [];
      const pairs = [
        ...reconciled.pairs,
        ...reconciled.sections.flatMap((section) => section.pairs),
      ];
      return pairs.some((one) => one.state === state) ? [named(translation)] : [];
    });
  const notice = {
    from,
    missing: pair.missing.items,
    untouched: having('untouched'),
    behind: having('behind'),
  };
  const quiet = notice.missing.length + notice.untouched.length + notice.behind.length === 0;
  return quiet ? null : notice;
}
