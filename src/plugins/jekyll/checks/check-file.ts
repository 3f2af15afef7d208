import { addressOfText } from '../core/address';
import {
  type BlogFacts,
  checkPost,
  type CheckSettings,
  newErrorsOnly,
  newFindings,
  type PostText,
  questionsOf,
  takeApart,
} from '../core/checks';
import type { Problem } from '../core/problem';
import type { FileRecord } from '../blog/record';
import type { Site } from '../blog/site';
import type { BlogLookup } from './blog-lookup';

export interface FileCheck {
  readonly settings: CheckSettings;
  /** The blog around the post; null without a checkout. */
  readonly blog: { readonly site: Site; readonly lookup: BlogLookup } | null;
  /** What is known beside that. */
  readonly facts?: BlogFacts;
  readonly fast?: boolean;
  readonly gate?: boolean;
  /** An error that the blog's text has too stays one. */
  readonly strict?: boolean | undefined;
  readonly now?: number;
}

/** What the checks find in a file that is to stand in the blog. */
export async function checkFile(
  file: PostText,
  record: Pick<FileRecord, 'text' | 'path' | 'zone' | 'live'> | null,
  check: FileCheck,
): Promise<Problem[]> {
  const post = takeApart(file);
  if (!post) return [];
  const { blog, settings, fast = false, gate = false, now = Date.now() } = check;
  const known = blog
    ? await blog.lookup.answer(
        questionsOf(post, {
          site: { cdn: blog.site.cdn, baseurl: blog.site.baseurl, url: blog.site.url },
          address: blog.site.address,
        }),
      )
    : {};
  const publishedAddress =
    blog && record?.live && record.text !== null
      ? addressOfText(record.text, record.path, record.zone, blog.site.address)
      : null;
  const facts: BlogFacts = { ...known, publishedAddress, ...check.facts };
  const options = { settings, facts, now, fast, gate };
  const found = checkPost(file, options);
  if (record?.text == null || found.length === 0 || check.strict) return found;
  // What the blog has already is no reason to stop a post, and no news to who edits another line.
  if (!gate && found.every(({ severity }) => severity !== 'error')) return found;
  const { text, path, zone } = record;
  const before = checkPost({ text, path, zone }, options);
  return gate ? newFindings(found, before) : newErrorsOnly(found, before);
}
