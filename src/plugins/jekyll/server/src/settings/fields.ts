import { z } from 'zod';
import { LOCALE_STRATEGIES } from '../../../core/locale-strategy';
import { KEYWORDS_LABELS, MOST_SPACERS, MOST_WIDTH, RULE_LENGTHS } from '../../../core/post/form';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** A language as a site names it. It becomes part of front matter and of addresses. */
export const languageCode = z
  .string()
  .regex(
    /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/,
    'expected a language code such as ko or ko-KR',
  );

/** The form in which new text is written: core/post/form.ts. */
export const postFormFields = {
  /** Front matter key of a post's image folder: what the theme reads. */
  mediaBaseKey: z.enum(['media_subpath', 'img_path']),
  /** Lines `&nbsp;` between sections. */
  spacers: z.int().min(0).max(MOST_SPACERS),
  /** Rules around the keywords and between sections. */
  rules: z.enum(RULE_LENGTHS),
  keywordsLabel: z.enum(KEYWORDS_LABELS),
  /** Pixels; null: images are inserted without a width. */
  imageWidth: z.int().min(1).max(MOST_WIDTH).nullable(),
};

/**
 * Values that people with the right may also change in the panel. None of them names a folder, a
 * program or an address: what could let somebody write elsewhere or call another machine is decided
 * by the configuration alone.
 */
export const settingFields = {
  timezone: z.string().max(64).refine(isZone, 'expected an IANA zone such as Asia/Seoul'),
  /** How the versions of a new post meet on the site: core/locale-strategy. */
  localeStrategy: z.enum(LOCALE_STRATEGIES).nullable(),
  singleLocale: languageCode,
  redirects: z.enum(['auto', 'always', 'never']),
  autoExport: z.enum(['off', 'on-publish']),
  autoExportDelay: z.number().min(0).max(3600),
  futurePosts: z.enum(['write', 'hold']),
  keepRuns: z.int().min(1).max(100_000),
};
