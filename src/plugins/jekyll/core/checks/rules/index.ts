import type { Rule } from '../types';
import { addressMoved } from './address-moved';
import { authorUnknown } from './author-unknown';
import { categoryCount } from './category-count';
import { dateFuture } from './date-future';
import { description } from './description';
import { footnoteName } from './footnote-name';
import { footnoteTwice } from './footnote-twice';
import { footnoteUndefined } from './footnote-undefined';
import { footnoteUnused } from './footnote-unused';
import { frontMatter } from './front-matter';
import { imageAlt } from './image-alt';
import { imageAttributes } from './image-attributes';
import { imageMissing } from './image-missing';
import { imageSize } from './image-size';
import { itemUnpublished } from './item-unpublished';
import { kramdownAttributes } from './kramdown-attributes';
import { kramdownFence } from './kramdown-fence';
import { kramdownHtml } from './kramdown-html';
import { kramdownLine } from './kramdown-line';
import { kramdownRawHtml } from './kramdown-raw-html';
import { kramdownTable } from './kramdown-table';
import { linkDead } from './link-dead';
import { linkHeading } from './link-heading';
import { linkPost } from './link-post';
import { linkSyntax } from './link-syntax';
import { linkTag } from './link-tag';
import { liquidInCode } from './liquid-in-code';
import { liquidInText } from './liquid-in-text';
import { liquidSyntax } from './liquid-syntax';
import { liquidUnknownTag } from './liquid-unknown-tag';
import { localeBehind } from './locale-behind';
import { localeMissing } from './locale-missing';
import { markdownStyle } from './markdown-style';
import { nameAddress } from './name-address';
import { postUrl } from './post-url';
import { referenceTwice } from './reference-twice';
import { referenceUrl } from './reference-url';
import { tagCase } from './tag-case';

/** Every rule, in the order in which `docs/checks.md` has them. */
export const RULES: readonly Rule[] = [
  footnoteUndefined,
  footnoteUnused,
  footnoteName,
  footnoteTwice,
  referenceUrl,
  referenceTwice,
  imageMissing,
  imageAlt,
  imageSize,
  imageAttributes,
  linkPost,
  linkHeading,
  linkSyntax,
  postUrl,
  linkTag,
  linkDead,
  liquidSyntax,
  liquidUnknownTag,
  liquidInCode,
  liquidInText,
  kramdownTable,
  kramdownAttributes,
  kramdownFence,
  kramdownLine,
  kramdownHtml,
  kramdownRawHtml,
  frontMatter,
  tagCase,
  categoryCount,
  nameAddress,
  authorUnknown,
  description,
  addressMoved,
  dateFuture,
  localeMissing,
  localeBehind,
  itemUnpublished,
  markdownStyle,
];
