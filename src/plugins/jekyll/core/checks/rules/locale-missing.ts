import { rule } from '../types';

/** A post that has no version in a language of the CMS. */
export const localeMissing = rule({
  id: 'locale-missing',
  severity: 'warning',
  advice: true,
  needs: ['translations'],
  *check({ facts: { translations } }) {
    if (!translations || translations.locale !== translations.original) return;
    const there = new Set([
      translations.locale,
      ...translations.siblings.map(({ locale }) => locale),
    ]);
    const missing = translations.locales.filter((locale) => !there.has(locale));
    if (missing.length === 0) return;
    yield {
      place: { field: 'title' },
      message: {
        en: `The post has no version in: ${missing.join(', ')}. Create it from the locale menu, or leave it if none is wanted.`,
        ko: `다음 언어 버전이 없습니다: ${missing.join(', ')}. 언어 메뉴에서 만드세요. 필요 없다면 그대로 두면 됩니다.`,
      },
    };
  },
});
