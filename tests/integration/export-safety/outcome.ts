import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ASSET, type Cms, FILE, type PostView } from '../import/cms';
import { git } from './scenario';

type Values = Readonly<Record<string, unknown>>;

/** Files of a blog as text by path, without those of Git. */
export async function filesOf(dir: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const file = path.relative(dir, path.join(entry.parentPath, entry.name));
    if (entry.isDirectory() || file.startsWith('.git/')) continue;
    files[file] = await readFile(path.join(dir, file), 'latin1');
  }
  return files;
}

/** Folders of a blog, without those of Git. */
async function foldersOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .filter((folder) => folder !== '.git' && !folder.startsWith('.git/'))
    .sort();
}

const pick = (row: object, keys: readonly string[]): Values =>
  Object.fromEntries(keys.map((key) => [key, (row as Values)[key]]));

/** Compares as texts: rows come in the order in which they happened to be made. */
const sorted = (rows: readonly Values[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

const FIELDS = ['slug', 'locale', 'title', 'date', 'body', 'coverPath', 'redirects'];

const textsOf = (post: PostView): Values => ({
  ...pick(post, FIELDS),
  sections: post.sections.map(({ heading, prefix, items }) => ({
    heading,
    prefix,
    items: items.map(({ title, body, citations }) => ({
      title,
      body,
      citations: citations.map(({ text, label, reference }) => [text, label, reference?.url]),
    })),
  })),
});

/** All that an export leaves, in a form that two runs can be compared by. */
export interface Outcome {
  readonly files: Readonly<Record<string, string>>;
  readonly folders: readonly string[];
  readonly records: readonly string[];
  readonly assets: readonly string[];
  readonly published: readonly string[];
  readonly drafts: readonly string[];
  /** What Git calls changed, staged, or not its own. */
  readonly status: string;
  /** Trees of the commits, newest first. */
  readonly trees: readonly string[];
  /** Message and author of the newest commit. */
  readonly said: string;
  /** Paths in the newest commit, with what became of them. */
  readonly committed: readonly string[];
  /** What was left in Git's folder. */
  readonly leftovers: readonly string[];
}

export async function outcomeOf(cms: Cms, dir: string): Promise<Outcome> {
  const records = (await cms.rows(FILE)).map((row) =>
    pick(row, ['entryLocale', 'path', 'text', 'hash', 'zone', 'origin', 'live', 'withdrawn']),
  );
  const lines = (...args: string[]): string[] =>
    git(dir, ...args)
      .split('\n')
      .filter(Boolean);
  return {
    files: await filesOf(dir),
    folders: await foldersOf(dir),
    records: sorted(records),
    assets: sorted(
      (await cms.rows(ASSET)).map((row) => pick(row, ['path', 'hash', 'origin', 'fileId'])),
    ),
    published: sorted((await cms.posts()).map(textsOf)),
    drafts: sorted((await cms.posts({}, 'draft')).map(textsOf)),
    status: git(dir, 'status', '--porcelain', '--untracked-files=all'),
    trees: lines('log', '--format=%T'),
    said: git(dir, 'log', '-1', '--format=%B%an <%ae>'),
    committed: lines('show', '--format=', '--name-status', '-M', 'HEAD').sort(),
    leftovers: (await readdir(path.join(dir, '.git'))).filter(
      (name) => name === 'jekyll-cms' || name.endsWith('.lock'),
    ),
  };
}

const STAGE = '.jekyll-cms/';

/** Paths of a blog that are neither as they were nor as the run leaves them; the stage is nobody's. */
export function tornFiles(
  before: Outcome['files'],
  after: Outcome['files'],
  now: Outcome['files'],
): string[] {
  const paths = new Set([before, after, now].flatMap((files) => Object.keys(files)));
  return [...paths].filter(
    (file) => !file.startsWith(STAGE) && ![before[file], after[file]].includes(now[file]),
  );
}
