import type { HouseForm } from '../trend-post';
import type { MediaBase } from './content';

export const RULE_LENGTHS = ['long', 'short', 'none'] as const;
export const KEYWORDS_LABELS = ['underlined', 'bold'] as const;
/** Spacers that may stand between sections: more push the text out of sight. */
export const MOST_SPACERS = 6;
/** Wider than any screen. */
export const MOST_WIDTH = 9999;

/** What the owner of a blog may choose of the form in which new text is written. */
export interface PostForm {
  /** Front matter key of a post's image folder, where the post names none: the theme decides. */
  readonly mediaBaseKey: NonNullable<MediaBase['key']>;
  /** Lines `&nbsp;` between sections, 0 to {@link MOST_SPACERS}. */
  readonly spacers: number;
  /** Rules around the keywords and between sections. One stays before the closing text. */
  readonly rules: (typeof RULE_LENGTHS)[number];
  readonly keywordsLabel: (typeof KEYWORDS_LABELS)[number];
  /** Width, in pixels, that an image gets which an editor inserts; null: none is written. */
  readonly imageWidth: number | null;
}

/** As the blog's own surveys have it. */
export const DEFAULT_FORM: PostForm = {
  mediaBaseKey: 'media_subpath',
  spacers: 3,
  rules: 'long',
  keywordsLabel: 'underlined',
  imageWidth: null,
};

const LABELS = {
  underlined: '> **<u>KEYWORDS</u>**        ',
  bold: '> **KEYWORDS**        ',
} as const;

/** What stands behind an image that is inserted: a kramdown attribute list, or nothing. */
export const imageAttributes = ({ imageWidth }: Pick<PostForm, 'imageWidth'>): string =>
  imageWidth === null ? '' : `{: width="${imageWidth}"}`;

/** The house form that says a choice: every other part of it is as it was. */
export function houseForm({ spacers, rules, keywordsLabel }: PostForm): Partial<HouseForm> {
  const space = Array.from({ length: spacers }, () => '&nbsp;');
  const rule = (long: number): string[] =>
    rules === 'none' ? [] : ['-'.repeat(rules === 'long' ? long : 3)];
  const around = rule(20);
  const between = rule(16);
  const apart = space.length > 0 ? [...space, ''] : [];
  return {
    beforeKeywords: around.length > 0 ? [...around, ''] : [],
    keywordsLabel: LABELS[keywordsLabel],
    afterKeywords: around.length > 0 ? ['', ...around] : [],
    beforeFirstSection: ['', '', ...apart],
    betweenSections: ['', '', ...apart, ...(between.length > 0 ? [...between, ''] : [])],
    // Without a rule what follows would belong to the last item.
    beforeClosing: ['', ...apart, between[0] ?? '---'],
  };
}
