import { readReference } from '../../trend-post';
import { citationsOf } from '../cited';
import { rule } from '../types';

/** What readers are counted by says nothing about the source. */
const TRACKING = /([?&])(?:utm_\w+|fbclid|gclid|mc_[ce]id)=[^&]*/g;

/** An address without what two addresses of one page may differ in. */
const sourceOf = (url: string): string =>
  url
    .replace(/#.*$/s, '')
    .replace(TRACKING, '$1')
    .replace(/([?&])&+/g, '$1')
    .replace(/[?&]+$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');

/** One source under two numbers in the list of references. */
export const referenceTwice = rule({
  id: 'reference-twice',
  severity: 'warning',
  advice: true,
  *check({ post }) {
    const first = new Map<string, string>();
    const told = new Set<string>();
    for (const { label, text, place } of citationsOf(post)) {
      const { url } = readReference(text);
      if (url === null) continue;
      const key = sourceOf(url);
      const other = first.get(key);
      if (other === undefined) first.set(key, label);
      else if (other !== label && !told.has(label)) {
        told.add(label);
        yield {
          place,
          message: {
            en: `[^${label}] and [^${other}] cite the same address, so it is listed twice: ${url}. Check that both are meant.`,
            ko: `[^${label}]와(과) [^${other}]이(가) 같은 주소를 인용해 목록에 두 번 나옵니다: ${url}. 둘 다 의도한 것인지 확인하세요.`,
          },
        };
      }
    }
  },
});
