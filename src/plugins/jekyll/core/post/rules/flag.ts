import type { Flag } from '../content';
import type { Rule } from '../rule';

/** A switch of the theme. Anything but a boolean (`pin: "true"`) stays in other front matter. */
export function flagRule(key: string): Rule<Flag> {
  return {
    keys: [key],
    read(entries) {
      const value = entries.get(key)?.value;
      if (value === null) return { value: null, claims: [key] };
      return typeof value === 'boolean' ? { value, claims: [key] } : { value: null, claims: [] };
    },
    same: (a, b) => a === b,
    empty: (value) => value === null,
    edits: (next, entries) => {
      if (next !== null) return [{ key, value: next }];
      return entries.has(key) ? [{ key, remove: true }] : [];
    },
  };
}
