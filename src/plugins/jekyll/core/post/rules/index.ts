import type { RuleTable } from '../rule';
import { coverRule } from './cover';
import { dateRule } from './date';
import { flagRule } from './flag';
import { mediaBaseRule } from './media-base';
import { slugRule, textRule, titleRule } from './text';
import { authorsRule, categoriesRule, redirectsRule, tagsRule } from './words';

/** Every field that front matter says, and how. Keys that no rule claims are other front matter. */
export const RULES: RuleTable = {
  slug: slugRule,
  title: titleRule,
  date: dateRule,
  description: textRule('description'),
  categories: categoriesRule,
  tags: tagsRule,
  authors: authorsRule,
  cover: coverRule,
  math: flagRule('math'),
  mermaid: flagRule('mermaid'),
  toc: flagRule('toc'),
  pin: flagRule('pin'),
  comments: flagRule('comments'),
  mediaBase: mediaBaseRule,
  redirects: redirectsRule,
};

export const RULED_FIELDS = Object.keys(RULES) as (keyof RuleTable)[];
