import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { lookup } from 'mime-types';
import { mentionedNames } from '../core/text/mentions';
import { SKIPPED } from './scan';
import { decodeText } from './standing-file';

/** Larger texts are not searched: they may mention anything. */
const MAX_BYTES = 2 * 1024 * 1024;
/** The stage of an export holds copies of what stands elsewhere. */
const NOT_SEARCHED = new Set([...SKIPPED, '.jekyll-cms']);
/** Sources of a site that have no text type of their own. */
const TEXT_EXTENSION =
  /\.(?:md|markdown|mkdn?|mkd|mdx|html?|xhtml|ya?ml|toml|css|s[ac]ss|less|styl|[cm]?jsx?|[cm]?tsx?|vue|json\w*|xml|rss|atom|svg|webmanifest|txt|csv|tsv|liquid|textile|rst|adoc|asciidoc|org|tex|bib|rb|erb|haml|slim|coffee|py|sh|ipynb|htaccess|conf|ini)$/i;
const TEXT_TYPE = /^text\/|[/+](?:json|xml|javascript|yaml|toml)$/;

/** How a file of the blog has to be looked at. */
type Kind = 'text' | 'perhaps' | 'other';

function kindOf(name: string): Kind {
  if (TEXT_EXTENSION.test(name) || TEXT_TYPE.test(lookup(name) || '')) return 'text';
  return path.extname(name) === '' ? 'perhaps' : 'other';
}

/**
 * Finds the files whose names a text of the blog mentions, whoever wrote it: pages, layouts, styles,
 * data. What can't be read or lies behind a link out of the blog counts as mentioning all of them,
 * and a template that lists static files counts as mentioning those of the folders that it names.
 *
 * @param root absolute path of the checkout, free of symbolic links
 * @param paths relative to it, `/` between their parts
 * @param except texts that don't count
 */
export async function mentionedInBlog(
  root: string,
  paths: readonly string[],
  except: ReadonlySet<string>,
): Promise<Set<string>> {
  const found = new Set<string>();
  const left = (): string[] => paths.filter((file) => !found.has(file));
  const findAll = (): void => paths.forEach((file) => found.add(file));

  async function search(dir: string): Promise<void> {
    const entries = await readdir(path.join(root, dir), { withFileTypes: true }).catch(() => null);
    if (!entries) return findAll();
    for (const entry of entries) {
      if (found.size === paths.length) return;
      const at = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (NOT_SEARCHED.has(entry.name) || except.has(at)) continue;
      if (entry.isDirectory()) await search(at);
      else if (entry.isSymbolicLink()) {
        if (await leavesBlog(root, at)) findAll();
      } else if (entry.isFile()) {
        for (const file of await mentionedIn(path.join(root, at), left())) {
          if (file !== at) found.add(file);
        }
      }
    }
  }
  await search('');
  return found;
}

/** A link within the blog leads to what is searched at its own place. */
async function leavesBlog(root: string, link: string): Promise<boolean> {
  const target = await realpath(path.join(root, link)).catch(() => null);
  return target === null || !target.startsWith(root + path.sep);
}

async function mentionedIn(file: string, paths: readonly string[]): Promise<readonly string[]> {
  const kind = kindOf(path.basename(file));
  if (kind === 'other') return [];
  const size = await stat(file).then(
    (info) => info.size,
    () => Infinity,
  );
  if (size > MAX_BYTES) return paths;
  const bytes = await readFile(file).catch(() => null);
  const text = bytes && decodeText(bytes);
  // A file without an extension that is no text is a program.
  if (text === null) return bytes && kind === 'perhaps' ? [] : paths;
  const listed = text.includes('static_files');
  const wanted = (at: string): string[] => [nameOf(at), ...(listed ? [folderOf(at)] : [])];
  const names = mentionedNames(text, new Set(paths.flatMap(wanted)));
  return paths.filter((at) => wanted(at).some((name) => names.has(name)));
}

const nameOf = (file: string): string => path.posix.basename(file);
/** The innermost folder; `.` at the root, which every text holds. */
const folderOf = (file: string): string => path.posix.basename(path.posix.dirname(file));
