import type { PostForm, Settings, StoredSettings } from '../../../contracts/settings';

/** Limits of the numbers, as the server has them. */
export const LIMITS = {
  autoExportDelay: { min: 0, max: 3600 },
  keepRuns: { min: 1, max: 100_000 },
  spacers: { min: 0, max: 6 },
  imageWidth: { min: 1, max: 9999 },
} as const;

export const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** What is to be stored: all that differs from the configuration, which counts for the rest. */
export function changesOf(settings: Settings, configured: Settings): StoredSettings {
  const { timezone, singleLocale, postForm, ...rest } = settings;
  const form = differing(postForm, configured.postForm);
  return {
    ...differing(rest, configured),
    ...(timezone !== null && timezone !== configured.timezone ? { timezone } : {}),
    ...(singleLocale !== null && singleLocale !== configured.singleLocale ? { singleLocale } : {}),
    ...(Object.keys(form).length > 0 ? { postForm: form as Partial<PostForm> } : {}),
  };
}

function differing<T extends object>(values: T, from: T): Partial<T> {
  const keys = Object.keys(values) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => values[key] !== from[key]).map((key) => [key, values[key]]),
  ) as Partial<T>;
}
