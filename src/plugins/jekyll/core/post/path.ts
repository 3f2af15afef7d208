import { dayOf, printFileName, readFileName } from '../post-file';
import type { Problem } from '../problem';
import { withFullYear } from './name-day';
import { checkFileSlug } from './path-problems';

export interface PathContext {
  /** IANA zone of the site. */
  readonly zone: string;
  /** Folder of new posts, relative to the blog, `/` between its parts. */
  readonly folder: string;
  /** Added to the slug in the name of a new file, so that two locales do not meet on one path. */
  readonly suffix: string;
}

export interface Placed {
  readonly slug: string;
  readonly date: number | null;
}

/** Path of a post that the blog doesn't have yet: `_posts/2025-01-12-slug.md`. */
export function newPath(post: Placed, context: PathContext): { path: string; problems: Problem[] } {
  const slug = withSuffix(post.slug, context.suffix);
  const day = post.date === null ? null : dayOf(post.date, context.zone);
  const path = printFileName({ dir: context.folder, date: day, slug, ext: '.md' });
  return { path, problems: checkFileSlug(slug, day) };
}

/**
 * Path of a post whose file stands at `current`. The name follows the slug and the day when these
 * were edited; where name and front matter disagreed, what was not edited stays.
 *
 * @param before what the file said
 * @param next what the entry says
 * @param slugInKey whether the front matter, not the name, says the slug
 */
export function movedPath(
  current: string,
  before: Placed,
  next: Placed,
  slugInKey: boolean,
  context: PathContext,
): { path: string; problems: Problem[] } {
  const name = readFileName(current);
  if (!name) return { path: current, problems: [] };
  const slugEdited = !sameSlug(next.slug, before.slug, context.suffix);
  const dayBefore = before.date === null ? null : dayOf(before.date, context.zone);
  const dayNext = next.date === null ? null : dayOf(next.date, context.zone);

  let { slug, date } = name;
  if (slugEdited && (!slugInKey || name.slug === before.slug)) {
    slug = withSuffix(next.slug, name.slug.endsWith(context.suffix) ? context.suffix : '');
  }
  if (dayNext !== null && dayNext !== dayBefore && sameDayName(date, dayBefore)) date = dayNext;
  if (slug === name.slug && date === name.date) return { path: current, problems: [] };
  const path = printFileName({ dir: name.dir, date, slug, ext: name.ext });
  return { path, problems: checkFileSlug(slug, date) };
}

/** An entry's slug names the file's, which a new file may have given the locale's suffix. */
export function sameSlug(entry: string, file: string, suffix: string): boolean {
  // The names of files are NFC, whatever an entry's slug is.
  const named = entry.normalize('NFC');
  return named === file.normalize('NFC') || withSuffix(named, suffix) === file.normalize('NFC');
}

function withSuffix(slug: string, suffix: string): string {
  return slug.endsWith(suffix) ? slug : slug + suffix;
}

/** `2024-1-5`, `24-1-5` and `2024-01-05` name one day. */
function sameDayName(name: string | null, day: string | null): boolean {
  if (name === null || day === null) return name === day;
  const parts = (text: string) => text.split('-').map(Number).join('-');
  return parts(withFullYear(name)) === parts(day);
}
