import type { Problem } from '../core/problem';
import { openStage, recover, type RunHandlers, type Stage, type StageOptions } from './apply';
import { type CommitPlan, commitPaths, type GitRun, namedFiles, pushRun } from './git-run';
import type { Lease } from './lease';
import { namesOf, type Note } from './note';
import { recovered as recoveredProblem } from './problems';
import type { Run } from './run';
import { settle } from './settle';
import { stageKey } from './stage-key';
import { withOutcome, type Writer } from './writer';

const stageOptions = async (run: Run, lease: Lease): Promise<StageOptions> => ({
  key: await stageKey(run.strapi),
  assertHeld: () => lease.assertHeld(),
});

/** What happens beside the renames, in a run and in one that completes it. */
function handlersOf(run: Run, open: () => Promise<GitRun | null>) {
  const result = { commit: null as string | null, found: new Map<string, readonly Problem[]>() };
  const handlers: RunHandlers<Note> = {
    async settle(outcomes) {
      for (const [path, found] of await settle(run, outcomes)) result.found.set(path, found);
    },
    async finish({ meta, paths }) {
      const plan = meta as CommitPlan;
      const git = plan.commits && paths.length > 0 ? await open() : null;
      if (git) run.options.onStep?.('commit');
      if (git) result.commit = await commitPaths(git, run.folder, paths, plan);
    },
  };
  return { handlers, result };
}

/**
 * Completes or takes away what a killed run left.
 * @param open the repository, where that run was to make a commit
 */
export async function recoverRun(
  run: Run,
  open: () => Promise<GitRun | null>,
  lease: Lease,
): Promise<{ readonly commit: string | null; readonly problems: readonly Problem[] }> {
  const { handlers, result } = handlersOf(run, open);
  const done = await recover<Note>(run.folder, await stageOptions(run, lease), handlers);
  if (done.status !== 'completed') return { commit: null, problems: [] };
  const left = done.left.flatMap(({ problem }) => problem ?? []);
  return { commit: result.commit, problems: [recoveredProblem(done.paths.length), ...left] };
}

/** Writes into the blog: stage, journal, renames, database, commit, push. */
export async function createStageWriter(
  run: Run,
  git: GitRun | null,
  lease: Lease,
): Promise<Writer> {
  const options = await stageOptions(run, lease);
  const titles = new Map<string, string | null>();
  let stage: Stage<Note> | null = null;
  return {
    async add(unit) {
      const { note } = unit;
      if (note.kind !== 'media') for (const [path, title] of namesOf(note)) titles.set(path, title);
      // Opened late: a run that has nothing to write leaves no trace.
      stage ??= await openStage<Note>(run.folder, options);
      return stage.add(unit);
    },
    leaveOut: (unit) => stage?.leaveOut(unit),
    async carryOut(files) {
      const { signal, actor = null } = run.options;
      const { handlers, result } = handlersOf(run, () => Promise.resolve(git));
      let told = [...files];
      if (stage) {
        const plan: CommitPlan = { files: namedFiles(files, titles), actor, commits: git !== null };
        await stage.seal(plan);
        const { left } = await stage.apply(handlers);
        told = withOutcome(files, left, result.found);
      }
      if (git?.pushes) run.options.onStep?.('push');
      const push = git?.pushes ? await pushRun(git, signal) : null;
      return { files: told, commit: result.commit, push, problems: [] };
    },
    discard: async () => stage?.discard(),
  };
}
