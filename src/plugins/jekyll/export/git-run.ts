import type { Actor, ExportedFile, PushReport } from '../contracts/report';
import type { Problem } from '../core/problem';
import type { BlogFolder } from '../blog/blog-folder';
import {
  branchName,
  type CommittedFile,
  commitMessage,
  ensureClone,
  type GitSettings,
  type NamedFile,
  openPullRequest,
  openRepository,
  type Repository,
} from '../git';
import type { JekyllConfig } from '../server/src/config';
import { pushIsOff } from './problems';

/** What a run asks of Git. */
export interface GitWishes {
  readonly blogDir: string;
  readonly commit?: boolean | undefined;
  readonly push?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The repository of a run; null where the run has nothing to do with Git. */
export interface GitRun {
  readonly settings: GitSettings;
  readonly repository: Repository;
  /** Commits go onto branches of their own; the blog's files stay as they are. */
  readonly onBranches: boolean;
  readonly pushes: boolean;
}

/** What is needed to commit a run, also in another process: plain JSON. */
export interface CommitPlan {
  readonly files: readonly NamedFile[];
  readonly actor: Actor | null;
  /** Whether the run makes a commit: one that completes it does so too, whatever it is asked for. */
  readonly commits: boolean;
}

/**
 * Opens the blog's repository where the settings or the caller want commits, and clones it where the
 * blog's folder is the plugin's own.
 *
 * @throws {GitError} before anything is written: no repository, another branch than the one to
 *   write, a merge in progress, …
 */
export async function openGit(
  { git: settings }: JekyllConfig,
  { blogDir, commit, push, signal }: GitWishes,
  ownDir: string,
): Promise<GitRun | null> {
  if (blogDir === ownDir) await ensureClone(ownDir, settings, { signal });
  if (!(commit ?? settings.enabled)) return null;
  const repository = await openRepository(blogDir, settings);
  await repository.assertReady();
  const pushes = settings.push !== 'never' && (push ?? settings.push === 'auto');
  return { settings, repository, onBranches: settings.mode !== 'direct', pushes };
}

/** Brings the remote's commits in before anything is compared; what hinders it is told, not fatal. */
export async function catchUp(
  { settings, repository }: GitRun,
  { push, signal }: Pick<GitWishes, 'push' | 'signal'>,
): Promise<Problem[]> {
  if (settings.push === 'never') return push ? [pushIsOff()] : [];
  const result = await repository.integrate(signal);
  return 'problem' in result ? [{ ...result.problem, severity: 'warning' }] : [];
}

/** Commits what a run has put in place: exactly these paths, as they stand now. */
export function commitPaths(
  git: GitRun,
  folder: BlogFolder,
  paths: readonly string[],
  { files, actor }: CommitPlan,
): Promise<string | null> {
  const touched = new Set(paths);
  async function* standing(): AsyncGenerator<CommittedFile> {
    for (const path of touched) yield { path, bytes: await folder.read(path) };
  }
  const named = files.filter(({ path }) => touched.has(path));
  const message = commitMessage(named, git.settings);
  return git.repository.commit(standing(), { message, author: actor });
}

/** Pushes what is committed, earlier runs' commits too; null where the remote has it all. */
export async function pushRun(git: GitRun, signal?: AbortSignal): Promise<PushReport | null> {
  const report = await git.repository.push(signal ? { signal } : {});
  return report.status === 'nothing-to-push' && !report.problem ? null : report;
}

/** Files that go onto one branch. */
export interface BranchContent {
  /** Name of the post; null for a run: its branch is the one that says the same, or a new one. */
  readonly name: string | null;
  readonly files: readonly CommittedFile[];
  readonly named: readonly NamedFile[];
}

/** Puts files onto a branch of their own, pushes it and says where to open a pull request. */
export async function commitOnBranch(
  git: GitRun,
  { name, files, named }: BranchContent,
  actor: Actor | null,
  signal?: AbortSignal,
): Promise<{ commit: string | null; push: PushReport | null }> {
  const { repository, settings } = git;
  const branch =
    name === null
      ? ((await repository.findBranchWith(settings.branchPrefix, files)) ??
        branchName(settings, runName()))
      : branchName(settings, name);
  const message = commitMessage(named, settings);
  const { commit } = await repository.commitOnBranch(
    branch,
    files,
    { message, author: actor },
    signal,
  );
  if (!git.pushes) return { commit, push: null };
  const push = await repository.pushBranch(branch, signal ? { signal } : {});
  const remote = await repository.remoteUrl();
  if (remote === null || (push.status !== 'pushed' && push.status !== 'nothing-to-push')) {
    return { commit, push };
  }
  const base = settings.branch ?? (await repository.branch());
  const [title = branch, , ...rest] = message.split('\n');
  const proposal = { remote, branch, base, title, body: rest.join('\n') };
  const { url, problem } = await openPullRequest(settings, proposal, signal);
  return {
    commit,
    push: {
      ...push,
      ...(url === null ? {} : { pullRequest: url }),
      ...(problem ? { problem } : {}),
    },
  };
}

/** `2025-03-02-090000`: the run's own, in UTC. */
const runName = (): string =>
  new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');

/** Files of a report as a commit message names them. */
export const namedFiles = (
  files: readonly ExportedFile[],
  titles: ReadonlyMap<string, string | null>,
): NamedFile[] =>
  files
    .filter(({ action }) => ['add', 'change', 'rename', 'delete'].includes(action))
    .map(({ path, action, locale, from, slug }) => ({
      path,
      action,
      // A medium has no title; a post without one is known by its slug.
      title: titles.has(path) ? (titles.get(path) ?? slug ?? path) : null,
      locale,
      from,
    }));
