import type { PushReport } from '../contracts/report';
import type { CommittedFile } from '../git';
import { readFileName } from '../core/post-file';
import type { StagedUnit } from './apply';
import { commitOnBranch, type GitRun, namedFiles } from './git-run';
import { namesOf, type Note, postsOf } from './note';
import type { Run } from './run';
import { settle } from './settle';
import type { Writer } from './writer';

/**
 * Puts the changes of a run, or of each post, onto a branch for a pull request. The blog's files stay
 * as they are; the records follow when the base branch has the change.
 */
export function createBranchWriter(run: Run, git: GitRun): Writer {
  const units: (StagedUnit<Note> | null)[] = [];
  const perPost = git.settings.mode === 'branch-per-post';
  return {
    add(unit) {
      units.push(unit);
      // On a branch of its own each post brings its own media.
      if (perPost && postsOf(unit.note).length > 0) run.media.planned.clear();
      return Promise.resolve(units.length - 1);
    },
    leaveOut: (unit) => void units.splice(unit, 1, null),
    async carryOut(files) {
      const wanted = units.filter((unit) => unit !== null);
      const known = wanted.filter(({ changes }) => changes.length === 0);
      const outcomes = known.map(({ note }) => ({ note, changes: [], status: 'applied' as const }));
      await settle(run, outcomes);

      const written = wanted.filter(({ changes }) => changes.length > 0);
      const groups = perPost ? byPost(written) : [{ name: null, units: written }];
      const commits: string[] = [];
      let last: PushReport | null = null;
      for (const { name, units: group } of groups) {
        if (group.length === 0) continue;
        const paths = new Set(group.flatMap(({ note }) => namesOf(note).map(([path]) => path)));
        const titles = new Map(
          group.flatMap(({ note }) => (note.kind === 'media' ? [] : namesOf(note))),
        );
        const named = namedFiles(
          files.filter(({ path }) => paths.has(path)),
          titles,
        );
        const content = { name, files: committedFiles(group), named };
        const { actor = null, signal } = run.options;
        const { commit, push } = await commitOnBranch(git, content, actor, signal);
        if (commit !== null) commits.push(commit);
        await propose(run, group);
        last = worse(last, push);
      }
      return { files: [...files], commit: commits.at(-1) ?? null, push: last, problems: [] };
    },
    discard: () => Promise.resolve(),
  };
}

/** Remembers what waits on a branch: once it is merged, the blog says nothing new. */
async function propose(run: Run, units: readonly StagedUnit<Note>[]): Promise<void> {
  for (const { note, changes } of units) {
    // A medium has its place from now on, whether or not the blog has it yet.
    if (note.kind === 'media') await settle(run, [{ note, changes: [], status: 'applied' }]);
    for (const { post, locale, zone, origin, strategy = null, final } of postsOf(note)) {
      const bytes = changes.find(({ path }) => path === final.path)?.bytes;
      if (!bytes) continue;
      const text = Buffer.from(bytes).toString('utf8');
      await run.records.propose({ post, locale, path: final.path, text, zone, origin, strategy });
    }
  }
}

/** A post's units with the media that come before them. */
function byPost(units: readonly StagedUnit<Note>[]) {
  const groups: { name: string; units: StagedUnit<Note>[] }[] = [];
  let waiting: StagedUnit<Note>[] = [];
  for (const unit of units) {
    waiting.push(unit);
    const { note } = unit;
    if (note.kind === 'media') continue;
    const [path = ''] = namesOf(note)[0] ?? [];
    const locale = note.kind === 'removal' ? note.locale : (postsOf(note)[0]?.locale ?? '');
    const slug = readFileName(path)?.slug ?? 'post';
    groups.push({ name: `${locale}-${slug}`, units: waiting });
    waiting = [];
  }
  return groups;
}

function committedFiles(units: readonly StagedUnit<Note>[]): CommittedFile[] {
  const files = new Map<string, CommittedFile>();
  for (const { path, bytes, from } of units.flatMap(({ changes }) => changes)) {
    if (from) files.set(from.path, { path: from.path, bytes: null });
    files.set(path, { path, bytes: bytes && Buffer.from(bytes) });
  }
  return [...files.values()];
}

/** Of several pushes the report tells the one that went wrong, else the last. */
const worse = (last: PushReport | null, push: PushReport | null): PushReport | null =>
  last && last.status !== 'pushed' && last.status !== 'nothing-to-push' ? last : (push ?? last);
