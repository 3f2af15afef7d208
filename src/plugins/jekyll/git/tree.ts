import { copyFile, lstat, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RepositoryContext } from './context';
import { GitError } from './error';
import { repositoryPath } from './paths';
import { badPath, gitFailed } from './problems';

/** A file as a commit is to hold it. */
export interface CommittedFile {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** What the file says in the work tree; null where it is removed. */
  readonly bytes: Buffer | null;
}

export type CommittedFiles = Iterable<CommittedFile> | AsyncIterable<CommittedFile>;

/** Files laid out in a work tree of their own, so that Git can add them as it adds any file. */
export interface StagedFiles {
  readonly scratch: string;
  readonly workTree: string;
  /** Paths in the repository. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** An entry of an index or tree; `mode` is null where there is none any more. */
export interface Entry {
  readonly path: string;
  readonly mode: string | null;
  readonly id: string;
}

/** Errors that concern the name of a file and what stands there; others would meet any file. */
const OF_PATH = new Set(['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ']);
/** How Git says that it could not store a file whose path is in order. */
const OF_DISK = /failed to insert into database|unable to write|unable to create temporary/i;

/**
 * Lays the files out one by one: nothing but their paths stays in memory. The attributes that hold
 * in the checkout (ends of line, filters) go along.
 *
 * @throws {GitError} `git-path`
 */
export async function stageFiles(
  { root, prefix }: RepositoryContext,
  scratch: string,
  files: CommittedFiles,
): Promise<StagedFiles> {
  const workTree = path.join(scratch, 'tree');
  await mkdir(workTree);
  const added: string[] = [];
  const removed: string[] = [];
  const folders = new Set(['.']);
  for await (const file of files) {
    const target = repositoryPath(prefix, file.path);
    if (file.bytes === null) {
      removed.push(target);
      continue;
    }
    try {
      await mkdir(path.dirname(path.join(workTree, target)), { recursive: true });
      await writeFile(path.join(workTree, target), file.bytes, { flag: 'wx' });
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      throw new GitError(OF_PATH.has(code) ? badPath(file.path) : gitFailed('add', message));
    }
    added.push(target);
    for (let at = path.posix.dirname(target); !folders.has(at); at = path.posix.dirname(at)) {
      folders.add(at);
    }
  }
  for (const folder of folders) await copyAttributes(root, workTree, folder);
  return { scratch, workTree, added, removed };
}

async function copyAttributes(root: string, workTree: string, folder: string): Promise<void> {
  const from = path.join(root, folder, '.gitattributes');
  const info = await lstat(from).catch(() => null);
  const to = path.join(workTree, folder, '.gitattributes');
  const own = await lstat(to).catch(() => null);
  if (!info?.isFile() || own) return;
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}

/**
 * The tree of a commit with the files put in and taken out, made in an index of its own.
 *
 * @returns the tree's id, and the entries that the files have in it
 * @throws {GitError} `git-path` for a file that Git doesn't take
 */
export async function treeWith(
  { git, gitDir }: RepositoryContext,
  staged: StagedFiles,
  base: string | null,
): Promise<{ readonly tree: string; readonly entries: readonly Entry[] }> {
  const env = {
    GIT_DIR: gitDir,
    GIT_WORK_TREE: staged.workTree,
    GIT_INDEX_FILE: path.join(staged.scratch, 'index'),
  };
  // A file's mode is the one that its entry has, as long as it has one.
  const plain = ['-c', 'core.fileMode=false', '-c', 'core.splitIndex=false'];
  await git.run([...plain, 'read-tree', base ?? '--empty'], { env });
  const feed = async (option: string, paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return;
    const input = paths.map((file) => `${file}\0`).join('');
    try {
      await git.run([...plain, 'update-index', option, '-z', '--stdin'], { env, input });
    } catch (error) {
      if (!(error instanceof GitError) || error.code !== 'git-failed') throw error;
      if (OF_DISK.test(error.message)) throw error;
      throw new GitError(badPath(/'([^']+)'/.exec(error.message)?.[1] ?? paths.join(', ')));
    }
  };
  // Removals first: a folder may take the place of a file.
  await feed('--force-remove', staged.removed);
  await feed('--add', staged.added);

  const found = new Map<string, Entry>();
  for (const line of await git.list(['ls-files', '--stage', '-z'], { env })) {
    const [, mode = '', id = '', file = ''] = /^(\d+) ([0-9a-f]+) \d\t([^]*)$/.exec(line) ?? [];
    found.set(file, { path: file, mode, id });
  }
  const entries = staged.added.map((file) => {
    const entry = found.get(file);
    if (!entry) throw new GitError(badPath(file));
    return entry;
  });
  const gone = staged.removed
    .filter((file) => !found.has(file))
    .map((file) => ({ path: file, mode: null, id: '' }));
  const tree = await git.line([...plain, 'write-tree'], { env });
  return { tree, entries: [...gone, ...entries] };
}
