import { lstat, mkdir, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from '../contracts/report';
import { GitError } from './error';
import { lacksBranch, networkProblem } from './failure';
import { createGit, type Git } from './git';
import { branchMissing, noRemote, otherClone } from './problems';
import { readRemote, remoteProblem } from './remote-address';
import { openRepository, type Repository, type RepositoryOptions } from './repository';
import type { GitSettings } from './settings';

export interface CloneOptions extends RepositoryOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A clone may take long; one that takes longer than this hangs. */
const CLONE_TIMEOUT = 60 * 60 * 1000;

/**
 * The clone of `settings.remote` in a folder of the plugin's own, made on first use. It is made
 * beside its place and moved there: an interrupted clone leaves nothing, and the next begins anew.
 *
 * @param dir absent, empty, or the clone
 * @throws {GitError} also where something else stands there
 */
export async function ensureClone(
  dir: string,
  settings: GitSettings,
  options: CloneOptions = {},
): Promise<Repository> {
  const remote = settings.remote;
  if (remote === null || readRemote(remote)?.kind === 'name') throw new GitError(noRemote());
  const problem = remoteProblem(remote, settings.allowLocalRemotes);
  if (problem) throw new GitError(problem);

  const parent = path.dirname(path.resolve(dir));
  const start = `.${path.basename(dir)}.clone-`;
  await mkdir(parent, { recursive: true });
  await removeLeftovers(parent, start);
  if (!(await isVacant(dir))) return openClone(dir, settings, options);

  const temporary = path.join(parent, `${start}${process.pid}`);
  try {
    await clone(createGit(parent, settings), remote, temporary, options);
    await rmdir(dir).catch(() => undefined);
    await rename(temporary, dir);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return openClone(dir, settings, options);
}

async function openClone(
  dir: string,
  settings: GitSettings,
  options: CloneOptions,
): Promise<Repository> {
  const repository = await openRepository(dir, settings, options);
  const git = createGit(repository.root, settings);
  const url = await git.line(['config', '--get', 'remote.origin.url'], { accept: 'any' });
  if (repository.root !== (await realpath(dir)) || url !== settings.remote) {
    throw new GitError(otherClone(dir));
  }
  return repository;
}

async function isVacant(dir: string): Promise<boolean> {
  if (!(await lstat(dir).catch(() => null))) return true;
  const names = await readdir(dir).catch(() => null);
  if (names === null) throw new GitError(otherClone(dir));
  return names.length === 0;
}

/** One writer at a time has this folder: what an earlier one left is nobody's. */
async function removeLeftovers(parent: string, start: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(start)) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

async function clone(
  git: Git,
  remote: string,
  to: string,
  { signal, onProgress }: CloneOptions,
): Promise<void> {
  const { branch } = git.settings;
  const attempt = (options: readonly string[]) =>
    git.network(
      remote,
      [
        'clone',
        ...['--progress', '--no-tags', '--no-recurse-submodules', '--template='],
        // The files are the repository's, byte for byte, whatever this machine prefers.
        ...['--config', 'core.autocrlf=false', '--origin', 'origin', ...options],
        '--',
        remote,
        to,
      ],
      {
        signal,
        timeout: CLONE_TIMEOUT,
        onStderr: (text) => report(text, onProgress),
      },
    );
  let result = await attempt(branch === null ? [] : ['--branch', branch]);
  const lacking = branch !== null && result.code !== 0 && lacksBranch(result.stderr);
  if (lacking) result = await attempt([]);
  if (result.code !== 0) throw new GitError(networkProblem(result.stderr, result.timedOut));
  if (!lacking) return;
  const inside = createGit(to, git.settings);
  const head = await inside.line(['rev-parse', '--verify', '--quiet', 'HEAD'], { accept: 'any' });
  if (/^[0-9a-f]{40,}$/.test(head)) throw new GitError(branchMissing(branch));
  // A remote without any commit: the first one goes onto the branch that the settings name.
  await inside.run(['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
}

function report(text: string, onProgress: CloneOptions['onProgress']): void {
  const stages = [
    ...text.matchAll(/(Receiving objects|Resolving deltas|Updating files): +(\d+)%/g),
  ];
  const [, label = '', percent] = stages.at(-1) ?? [];
  if (percent !== undefined) onProgress?.({ done: Number(percent), total: 100, label });
}
