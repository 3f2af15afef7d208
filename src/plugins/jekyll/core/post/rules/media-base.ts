import { EMPTY_MEDIA_BASE, MEDIA_BASE_KEYS, type MediaBase } from '../content';
import { DEFAULT_FORM } from '../form';
import { type Rule, sameText, scalarText } from '../rule';

/** Folder of a post's images. Both keys at once: the first that stands there is the field. */
export const mediaBaseRule: Rule<MediaBase> = {
  keys: MEDIA_BASE_KEYS,
  read(entries) {
    for (const key of MEDIA_BASE_KEYS) {
      const entry = entries.get(key);
      if (!entry) continue;
      if (entry.value === null) return { value: { value: null, key }, claims: [key] };
      const value = scalarText(entry);
      if (value !== null) return { value: { value, key }, claims: [key] };
    }
    return { value: EMPTY_MEDIA_BASE, claims: [] };
  },
  same: (a, b) =>
    sameText(a.value, b.value) && (a.key === b.key || a.key === null || sameText(a.value, null)),
  empty: (base) => sameText(base.value, null),
  edits(next, entries, { mediaBaseKey }) {
    const standing = MEDIA_BASE_KEYS.find((key) => entries.has(key));
    if (sameText(next.value, null)) return standing ? [{ key: standing, remove: true }] : [];
    const key = next.key ?? standing ?? mediaBaseKey ?? DEFAULT_FORM.mediaBaseKey;
    if (!standing || standing === key) return [{ key, value: next.value }];
    return [
      { key: standing, remove: true },
      { key, value: next.value },
    ];
  },
};
