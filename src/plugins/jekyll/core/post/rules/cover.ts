import type { YamlValue } from '../../post-file';
import { type Cover, EMPTY_COVER } from '../content';
import { type Rule, sameText } from '../rule';

const KEY = 'image';
const PARTS = ['path', 'alt', 'lqip'] as const;

const isMap = (value: YamlValue | undefined): value is Record<string, YamlValue> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) !== Date.prototype &&
  (value as { kind?: unknown }).kind !== 'timestamp';

/** Cover image: `image: path` or a map; keys of the map without a field stay in other front matter. */
export const coverRule: Rule<Cover> = {
  keys: [KEY],
  read(entries) {
    const value = entries.get(KEY)?.value;
    if (value === undefined) return { value: EMPTY_COVER, claims: [] };
    if (value === null) return { value: EMPTY_COVER, claims: [KEY] };
    if (typeof value === 'string') return { value: { ...EMPTY_COVER, path: value }, claims: [KEY] };
    if (!isMap(value)) return { value: EMPTY_COVER, claims: [] };

    const cover: Record<(typeof PARTS)[number], string | null> = { ...EMPTY_COVER };
    const rest: Record<string, YamlValue> = {};
    for (const [key, part] of Object.entries(value)) {
      const name = PARTS.find((candidate) => candidate === key);
      if (name && typeof part === 'string') cover[name] = part;
      else if (!name || part !== null) rest[key] = part;
    }
    const kept = Object.keys(rest).length > 0 ? { rest: { [KEY]: rest } } : {};
    return { value: cover, claims: [KEY], ...kept };
  },
  same: (a, b) => PARTS.every((part) => sameText(a[part], b[part])),
  empty: (value) => PARTS.every((part) => sameText(value[part], null)),
  edits(next, entries) {
    const standing = entries.get(KEY)?.value;
    const map: Record<string, YamlValue> = isMap(standing) ? { ...standing } : {};
    for (const part of PARTS) {
      const text = next[part];
      // A cleared part goes; an empty one that stands there (`alt: ""`) says the same and stays.
      if (text !== null && text !== '') map[part] = text;
      else if (text === null || map[part] !== '') {
        if (!(text === '' && part === 'alt' && next.path)) delete map[part];
        else map[part] = '';
      }
    }
    const keys = Object.keys(map);
    if (keys.length === 0) return entries.has(KEY) ? [{ key: KEY, remove: true }] : [];
    if (keys.length === 1 && typeof map['path'] === 'string' && !isMap(standing)) {
      return [{ key: KEY, value: map['path'] }];
    }
    return [{ key: KEY, value: map }];
  },
};
