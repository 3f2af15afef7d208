import type { RepositoryContext } from './context';
import { authorOf } from './identity';
import type { Identity } from './settings';

export interface CommitMeta {
  readonly message: string;
  /** Who published; null where nobody in particular did. */
  readonly author: Identity | null;
}

/**
 * Writes a commit, which no ref leads to yet.
 *
 * @returns its id
 */
export async function writeCommit(
  { git }: RepositoryContext,
  tree: string,
  parents: readonly string[],
  meta: CommitMeta,
): Promise<string> {
  const { committer, signoff } = git.settings;
  const author = authorOf(git.settings, meta.author);
  // eslint-disable-next-line no-control-regex
  const text = meta.message.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f]/g, ' ');
  const message = `${text.trim() || 'Update'}\n`;
  const trailer = `Signed-off-by: ${author.name} <${author.email}>`;
  const signed = signoff
    ? (
        await git.run(
          ['interpret-trailers', '--if-exists=addIfDifferent', `--trailer=${trailer}`],
          { input: message },
        )
      ).text
    : message;
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
  };
  const links = parents.flatMap((parent) => ['-p', parent]);
  return git.line(['commit-tree', tree, ...links, '-F', '-'], { input: signed, env });
}
