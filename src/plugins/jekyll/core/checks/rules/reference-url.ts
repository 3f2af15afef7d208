import { readReference } from '../../trend-post';
import { citationsOf } from '../cited';
import { rule } from '../types';

/** A source that readers can't open. */
export const referenceUrl = rule({
  id: 'reference-url',
  severity: 'warning',
  advice: true,
  *check({ post }) {
    for (const { label, text, place } of citationsOf(post)) {
      if (text.trim() === '' || readReference(text).url !== null) continue;
      yield {
        place,
        message: {
          en: `The reference [^${label}] has no address. Add the URL of the source, so that readers can open it.`,
          ko: `참고문헌 [^${label}]에 주소가 없습니다. 독자가 열어 볼 수 있도록 출처의 URL을 넣으세요.`,
        },
      };
    }
  },
});
