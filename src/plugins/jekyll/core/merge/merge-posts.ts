import { mergeTexts } from './merge-texts';
import { type PostPlace, unsoundness } from './soundness';
import type { MergeResult } from './types';

/**
 * Merges two versions of a post file. What merges as text must also be sound as a post: it can be
 * read, has no key or footnote twice that neither side had, and every field, heading and footnote
 * says what the side that changed it says. Otherwise it is a conflict without contested lines, and
 * `reason` says why.
 *
 * @param options where the file stands in the blog, and the IANA zone of the site
 */
export function mergePosts(
  base: string,
  ours: string,
  theirs: string,
  options: PostPlace,
): MergeResult {
  const merged = mergeTexts(base, ours, theirs);
  if (merged.text === null || merged.text === ours || merged.text === theirs) return merged;
  const reason = unsoundness({ base, ours, theirs, merged: merged.text }, options);
  return reason ? { text: null, conflicts: [], reason } : merged;
}
