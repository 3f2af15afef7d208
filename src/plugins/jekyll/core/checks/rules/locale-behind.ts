import { z } from 'zod';
import { rule } from '../types';

const options = z.strictObject({
  /** Days by which a translation may be older than the original. */
  days: z.number().min(0).default(1),
});
const DAY = 24 * 60 * 60 * 1000;

/** A translation whose original was changed since. */
export const localeBehind = rule<z.output<typeof options>>({
  id: 'locale-behind',
  severity: 'warning',
  advice: true,
  needs: ['translations'],
  options,
  *check({ facts: { translations }, options: { days } }) {
    if (!translations || translations.locale === translations.original) return;
    const original = translations.siblings.find(({ locale }) => locale === translations.original);
    if (!original || original.changedAt - translations.changedAt <= days * DAY) return;
    const since = new Date(original.changedAt).toISOString().slice(0, 10);
    yield {
      place: { field: 'title' },
      message: {
        en: `The original (${original.locale}) was changed on ${since}, after this version. Bring it up to date.`,
        ko: `원본(${original.locale})이 이 버전보다 뒤인 ${since}에 바뀌었습니다. 번역을 맞추세요.`,
      },
    };
  },
});
