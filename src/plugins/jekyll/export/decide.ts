import type { ConflictSides, ExportAction } from '../contracts/report';
import { markConflicts, mergePosts } from '../core/merge';
import type { Problem } from '../core/problem';
import { readPost } from '../core/post';
import { type FileRecord, isAsKnown, isUnseen } from '../blog/record';
import type { BlogSide } from '../blog/blog-sides';
import type { StandingFile } from '../blog/standing-file';
import type { PlacedText } from '../entries/write-version';
import { unifiedDiff } from './diff';
import * as problems from './conflicts';

/** What is known of one post before anything is decided. */
export interface Sides {
  /** What the CMS says. */
  readonly ours: PlacedText;
  /** The last text that both sides agreed on, and where it stood; null for a new post. */
  readonly record: FileRecord | null;
  readonly blog: BlogSide;
  /** What stands at our path, where that isn't the blog's file of this post. */
  readonly target: StandingFile | null;
  /** That file is another post's. */
  readonly targetOwned: boolean;
}

export interface Decision {
  readonly action: ExportAction;
  /** What the blog is to hold afterwards; null where the decision leaves it alone. */
  readonly final: PlacedText | null;
  /** Both sides are in `final`. */
  readonly merged: boolean;
  /** The blog says more than the CMS: the entry is to take `final` as its new text. */
  readonly pull: boolean;
  readonly problems: readonly Problem[];
  readonly conflict?: ConflictSides;
}

/**
 * Decides what becomes of the file of one published post, from three texts: the last one that both
 * sides agreed on, ours, and the blog's. Nothing that the CMS doesn't own, and no line that somebody
 * changed in the blog, is overwritten.
 */
export function decide(sides: Sides, zone: string): Decision {
  const { ours, record, blog } = sides;
  if (blog.status === 'deleted') {
    const { path, text } = record ?? { path: ours.path, text: null };
    return conflict(sides, problems.deletedInBlog(path), { base: text, blog: null });
  }
  if (blog.status === 'absent' || !record) return decideNew(sides);
  const { file } = blog;
  const unchanged = isAsKnown(record, file) || file.text === record.text;
  if (!unchanged && isUnseen(record)) {
    return ours.path === file.path ? occupied(sides, file) : decideNew(sides);
  }
  const weMove = ours.path !== record.path;
  if (weMove && blog.moved && ours.path !== file.path) {
    return conflict(sides, problems.movedTwice(ours.path, file.path));
  }
  const path = weMove ? ours.path : file.path;
  const text = unchanged
    ? { text: ours.text, pull: false }
    : bringTogether(sides, file, record, zone);
  if ('problem' in text) return conflict(sides, text.problem);
  const pull = text.pull || (blog.moved && !weMove);
  const unreadable = pull && unreadableText({ path, text: text.text }, zone);
  if (unreadable) return conflict(sides, unreadable);
  const { target } = sides;
  // A text that says the same still is the other post's.
  const taken = target && (sides.targetOwned || target.text !== text.text);
  if (path !== file.path && taken) return occupied(sides, target);
  const changed = text.text !== file.text;
  return {
    action: path !== file.path ? 'rename' : changed ? 'change' : 'same',
    final: { path, text: text.text },
    merged: pull && (changed || path !== file.path),
    pull,
    problems: [],
  };
}

/** A post that the blog doesn't hold. */
function decideNew(sides: Sides): Decision {
  const { ours, target } = sides;
  const done = { final: ours, merged: false, pull: false, problems: [] };
  if (!target) return { action: 'add', ...done };
  if (target.text === ours.text) return { action: 'same', ...done };
  return occupied(sides, target);
}

/** Another file stands where ours is to go. */
function occupied(sides: Sides, { path, text }: StandingFile): Decision {
  const problem = sides.targetOwned ? problems.placeTaken(path) : problems.notOurs(path);
  return conflict(sides, problem, { base: null, blog: text });
}

type Together = { readonly text: string; readonly pull: boolean } | { readonly problem: Problem };

/** The text that says what both sides changed. */
function bringTogether(
  { ours }: Sides,
  file: StandingFile,
  { text: base }: FileRecord,
  zone: string,
): Together {
  if (file.text === null) return { problem: problems.notUtf8(file.path) };
  if (file.text === ours.text) return { text: ours.text, pull: false };
  if (base === null) return { problem: problems.changedInBlog(file.path) };
  if (ours.text === base) return { text: file.text, pull: true };
  const merged = mergePosts(base, ours.text, file.text, { path: file.path, zone });
  if (merged.text !== null) return { text: merged.text, pull: true };
  return { problem: merged.reason ?? problems.changedOnBothSides(file.path, merged.conflicts) };
}

/** Why the CMS could not take a text back. */
function unreadableText({ path, text }: PlacedText, zone: string): Problem | null {
  const found = readPost(text, path, zone).problems.find(({ severity }) => severity === 'error');
  return found ? problems.unreadableInBlog(path, found) : null;
}

const MARKS = { ours: 'CMS', base: 'before', theirs: 'blog' };

function conflict(
  { ours, record, blog }: Sides,
  problem: Problem,
  sides: { base: string | null; blog: string | null } = {
    base: record?.text ?? null,
    blog: blog.status === 'standing' ? blog.file.text : null,
  },
): Decision {
  const diff = unifiedDiff(ours.path, ours.path, sides.blog ?? '', ours.text, ['blog', 'CMS']);
  const marked =
    sides.base === null || sides.blog === null
      ? null
      : markConflicts(sides.base, ours.text, sides.blog, MARKS);
  return {
    action: 'conflict',
    final: null,
    merged: false,
    pull: false,
    problems: [problem],
    conflict: { ...sides, cms: ours.text, diff, marked },
  };
}
