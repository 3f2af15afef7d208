import type { RepositoryContext } from './context';
import { GitError } from './error';
import { unknownRemote } from './problems';
import { readRemote, remoteProblem } from './remote-address';

/** Where a branch goes and comes from. */
export interface RemoteBranch {
  /** Name of the remote in the checkout, or its address: what commands are given. */
  readonly target: string;
  readonly url: string;
  /** Name of the branch over there. */
  readonly branch: string;
  /** Ref that remembers where the remote's branch was last seen. */
  readonly tracking: string;
}

/**
 * The remote of a branch, by the settings, else its upstream, else `origin`.
 *
 * @returns null where the checkout has no remote
 * @throws {GitError} for an address that the plugin does not use, wherever it is written
 */
export async function remoteBranch(
  context: RepositoryContext,
  branch: string,
): Promise<RemoteBranch | null> {
  const { git } = context;
  const { remote } = git.settings;
  const names = (await git.run(['remote'])).text.split('\n').filter((name) => name !== '');
  const setting = (key: string): Promise<string> =>
    git.line(['config', '--get', `branch.${branch}.${key}`], { accept: 'any' });
  const upstream = await setting('remote');

  let name: string | null;
  if (remote === null) {
    name = [upstream, 'origin'].find((candidate) => names.includes(candidate)) ?? null;
    if (name === null) return null;
  } else if (readRemote(remote)?.kind === 'name') {
    if (!names.includes(remote)) throw new GitError(unknownRemote(remote));
    name = remote;
  } else {
    name = await namedLike(context, names, remote);
  }
  if (name === null) {
    const url = allowed(context, remote ?? '');
    return { target: url, url, branch, tracking: `refs/jekyll-cms/${branch}` };
  }
  const push = await git.line(['remote', 'get-url', '--push', '--', name]);
  allowed(context, push);
  const url = allowed(context, await git.line(['remote', 'get-url', '--', name]));
  const merged = name === upstream ? (await setting('merge')).replace(/^refs\/heads\//, '') : '';
  const there = merged || branch;
  return { target: name, url, branch: there, tracking: `refs/remotes/${name}/${there}` };
}

async function namedLike(
  { git }: RepositoryContext,
  names: readonly string[],
  url: string,
): Promise<string | null> {
  for (const name of names) {
    if (name.startsWith('-')) continue;
    const urls = await Promise.all([
      git.line(['remote', 'get-url', '--', name]),
      git.line(['remote', 'get-url', '--push', '--', name]),
    ]);
    if (urls.every((found) => found === url)) return name;
  }
  return null;
}

function allowed({ git }: RepositoryContext, url: string): string {
  const problem = remoteProblem(url, git.settings.allowLocalRemotes);
  if (problem) throw new GitError(problem);
  return url;
}
