import type { Problem } from '../core/problem';
import type { ExportAction } from '../contracts/report';
import { hashOf } from './hash';
import type { FileRecord } from './record';

/** What the blog holds now, as far as one post is concerned. */
export interface Standing {
  /** Bytes at the path the post is to have; null where no file stands. */
  readonly target: Uint8Array | null;
  /** Bytes at the path the record names; the same as `target` where the post doesn't move. */
  readonly recorded: Uint8Array | null;
}

export interface Decision {
  readonly action: ExportAction;
  readonly problems: readonly Problem[];
}

const encoder = new TextEncoder();

/**
 * Decides what to do with the file of one published post. A file that the CMS does not own, or that
 * differs from what it last saw, is a conflict and stays as it is.
 *
 * @param text what the file is to say
 * @param path where it is to stand
 */
export function decide(
  text: string,
  path: string,
  record: FileRecord | null,
  standing: Standing,
): Decision {
  const bytes = encoder.encode(text);
  const already = standing.target !== null && equalBytes(standing.target, bytes);
  if (!record || record.path === path) {
    if (standing.target === null) return { action: 'add', problems: [] };
    if (already) return { action: 'same', problems: [] };
    if (!record) return conflict(notOurs(path));
    return hashOf(standing.target) === record.hash
      ? { action: 'change', problems: [] }
      : conflict(changedInBlog(path));
  }
  if (standing.target !== null && !already) return conflict(notOurs(path));
  if (standing.recorded === null) return { action: already ? 'same' : 'add', problems: [] };
  return hashOf(standing.recorded) === record.hash
    ? { action: 'rename', problems: [] }
    : conflict(changedInBlog(record.path));
}

/** Decides about the file of an entry that was unpublished or deleted in the CMS. */
export function decideRemoval(record: FileRecord, standing: Uint8Array | null): Decision {
  if (standing === null) return { action: 'same', problems: [] };
  return hashOf(standing) === record.hash
    ? { action: 'delete', problems: [] }
    : conflict(changedInBlog(record.path));
}

const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const conflict = (problem: Problem): Decision => ({ action: 'conflict', problems: [problem] });

const changedInBlog = (path: string): Problem => ({
  code: 'changed-in-blog',
  severity: 'error',
  message: {
    en: `${path} was changed in the blog since the CMS last saw it, and is left as it is. Import it, or undo the change there, and export again.`,
    ko: `${path} 파일이 CMS가 마지막으로 본 뒤 블로그에서 바뀌어 그대로 두었습니다. 다시 가져오거나 블로그의 변경을 되돌린 다음 내보내세요.`,
  },
});

const notOurs = (path: string): Problem => ({
  code: 'not-ours',
  severity: 'error',
  message: {
    en: `${path} stands in the blog already and neither was written nor imported by the CMS. Import it, or choose another slug or date.`,
    ko: `${path} 파일이 블로그에 이미 있지만 CMS가 쓰거나 가져온 파일이 아닙니다. 먼저 가져오거나 슬러그 또는 날짜를 바꾸세요.`,
  },
});

/** Removals that a run makes without being told to: more look like an accident. */
const FREE_REMOVALS = 5;

/**
 * Law 6: a run that would remove more than five files, or more than one and a tenth of all, stops
 * and asks. A single file is what an editor withdrew, never a mass removal.
 */
export const isMassRemoval = (removals: number, recorded: number): boolean =>
  removals > FREE_REMOVALS || (removals > 1 && removals > recorded / 10);
