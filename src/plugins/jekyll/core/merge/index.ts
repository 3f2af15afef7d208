/**
 * Three-way merge of the two versions of a post file that grew from one: the text of the CMS and
 * the text that somebody changed in the blog.
 *
 * 1. `text-lines.ts` splits the texts. Line ends and the final newline are merged on their own.
 * 2. `hunks.ts` finds what each side changed in the base (lines that are unique first, then the
 *    longest common subsequence of `node-diff3`).
 * 3. `regions.ts` brings the changes together. They conflict where they overlap, where both insert
 *    at one point, and nowhere else: neighbouring lines of a front matter are changed all the time.
 *    A change that both made is one change.
 * 4. `merge-posts.ts` reads what came out and asks `soundness/` whether it is still a post that says
 *    what both sides meant. What isn't becomes a conflict with a reason and no contested lines.
 *
 * `markConflicts` writes a conflict down for a person to edit. `similarity` tells a file that was
 * renamed and edited. `takeChanges` brings what was changed in a
 * file into its entry. All of it is pure and takes both sides alike.
 */
export { hasMarkers, markConflicts } from './mark-conflicts';
export { mergePosts } from './merge-posts';
export { mergeTexts } from './merge-texts';
export { similarity } from './similarity';
export type { PostPlace } from './soundness';
export { takeChanges } from './take-changes';
export type { MergeConflict, MergeLabels, MergeResult, Span } from './types';
