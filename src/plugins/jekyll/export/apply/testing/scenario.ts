import { hashOf } from '../../../blog/hash';
import type { FileChange, StagedUnit } from '../types';
import { change, type Files, move } from './blog';

const POSTS = 60;
const post = (at: number): string => `_posts/2025-01-01-post-${100 + at}.md`;
const text = (what: string, version: 'old' | 'new'): string =>
  `---\ntitle: ${what}\n---\n\n${`${version} text of ${what}\n`.repeat(40)}`;

/** A blog before a run that changes, adds, moves, swaps and removes files, in more than one batch. */
export function filesBefore(): Files {
  const posts = Array.from({ length: POSTS }, (_, at) => [post(at), text(post(at), 'old')]);
  return {
    ...Object.fromEntries(posts),
    '_config.yml': 'title: Blog\n',
    '_posts/deep/in/2025-01-02-moves.md': text('moves', 'old'),
    '_posts/2025-01-02-left.md': text('left', 'old'),
    '_posts/2025-01-02-right.md': text('right', 'old'),
    '_posts/gone/2025-01-02-gone.md': text('gone', 'old'),
    'assets/img/gone/cover.png': 'a cover',
  };
}

/** The units of the run. */
export function unitsOf(before: Files): StagedUnit<string>[] {
  const old = (path: string): string => before[path] ?? '';
  const changed = Object.keys(before)
    .filter((path) => path.includes('-post-'))
    .map((path) => ({ changes: [change(path, old(path), text(path, 'new'))], note: path }));
  const added = Array.from({ length: 6 }, (_, at): StagedUnit<string> => {
    const name = `added-${at}`;
    return {
      changes: [
        change(`assets/img/${name}/cover.png`, null, `cover of ${name}`),
        change(`_posts/2025/${name}/2025-02-02-${name}.md`, null, text(name, 'new')),
      ],
      note: name,
    };
  });
  const moves = '_posts/deep/in/2025-01-02-moves.md';
  const left = '_posts/2025-01-02-left.md';
  const right = '_posts/2025-01-02-right.md';
  const gone = '_posts/gone/2025-01-02-gone.md';
  const cover = 'assets/img/gone/cover.png';
  return [
    ...changed.slice(0, 45),
    ...added,
    {
      changes: [move(moves, '_posts/2025-03-03-moved.md', old(moves), text('moves', 'new'))],
      note: 'moves',
    },
    {
      changes: [change(left, old(left), old(right)), change(right, old(right), old(left))],
      note: 'swap',
    },
    { changes: [], note: 'only in the database' },
    { changes: [change(gone, old(gone), null), change(cover, old(cover), null)], note: 'gone' },
    ...changed.slice(45),
  ];
}

/** The blog after the run. */
export function filesAfter(before: Files, units: readonly StagedUnit<string>[]): Files {
  const files: Record<string, string> = { ...before };
  for (const { path, bytes, from } of units.flatMap(({ changes }) => changes)) {
    if (bytes === null) delete files[path];
    else files[path] = Buffer.from(bytes).toString('utf8');
    if (from) delete files[from.path];
  }
  return files;
}

/** What a file of the blog can be at any time: as it was, or as the run leaves it. */
export function isOldOrNew(before: Files, after: Files, files: Files): boolean {
  const paths = new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(files)]);
  return [...paths].every((path) => [before[path], after[path]].includes(files[path]));
}

/** Whether a change is still to be made, as a run that plans anew would find. */
export const isOpen = ({ path, bytes, from }: FileChange, files: Files): boolean => {
  const standing = files[path];
  const wanted = bytes && hashOf(bytes);
  return (
    (standing === undefined ? null : hashOf(standing)) !== wanted ||
    (from !== undefined && from.path in files)
  );
};
