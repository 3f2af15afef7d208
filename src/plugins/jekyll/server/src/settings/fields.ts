import { z } from 'zod';
import { KEYWORDS_LABELS, MOST_SPACERS, RULE_LENGTHS } from '../../../core/post/form';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The form in which new text is written: core/post/form.ts. */
export const postFormFields = {
  /** Front matter key of a post's image folder: what the theme reads. */
  mediaBaseKey: z.enum(['media_subpath', 'img_path']),
  /** Lines `&nbsp;` between sections. */
  spacers: z.int().min(0).max(MOST_SPACERS),
  /** Rules around the keywords and between sections. */
  rules: z.enum(RULE_LENGTHS),
  keywordsLabel: z.enum(KEYWORDS_LABELS),
};

/**
 * Values that people with the right may also change in the panel. None of them names a folder, a
 * program or an address: what could let somebody write elsewhere or call another machine is decided
 * by the configuration alone.
 */
export const settingFields = {
  timezone: z.string().max(64).refine(isZone, 'expected an IANA zone such as Asia/Seoul'),
  redirects: z.enum(['auto', 'always', 'never']),
  autoExport: z.enum(['off', 'on-publish']),
  autoExportDelay: z.number().min(0).max(3600),
  futurePosts: z.enum(['write', 'hold']),
  keepRuns: z.int().min(1).max(100_000),
};
