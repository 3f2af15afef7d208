import { GitError } from './error';
import { badPath } from './problems';

/**
 * Path inside the repository of a file of the blog.
 *
 * @param prefix path of the blog in the repository, empty or ending in `/`
 * @throws {GitError} `git-path` for a path that would leave the blog or lie in a `.git`
 */
export function repositoryPath(prefix: string, file: string): string {
  const odd = file.split('/').some((part) => /^(?:|\.|\.\.|\.git)$/i.test(part));
  if (odd || /[\0\\]/.test(file) || /^[A-Za-z]:/.test(file)) throw new GitError(badPath(file));
  return `${prefix}${file}`;
}
