import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { BuildState, PreviewBuild, PreviewTarget } from '../../contracts/preview';
import { addressOfText } from '../../core/address';
import type { Problem } from '../../core/problem';
import { openBlogFolder } from '../../blog/blog-folder';
import { createRecords } from '../../blog/record';
import { jekyllConfig } from '../../server/src/config';
import { serveFrom, type ServedFile } from '../access/files';
import type { BlogContext } from '../blog-context';
import type { Version } from '../open-version';
import { builtNames } from '../site-look/site-files';
import { writeFile } from '../source';
import * as messages from './messages';
import { runJekyll } from './run-jekyll';
import { type Overlay, syncScratch } from './scratch';

export interface BuiltPage {
  readonly html: string;
  /** Its address on the blog. */
  readonly at: string;
}

/** A build as the server keeps it. */
export interface KeptBuild {
  readonly id: string;
  readonly user: number;
  readonly target: PreviewTarget;
  readonly started: number;
  state: BuildState;
  ended: number | null;
  lastLine: string;
  problems: readonly Problem[];
  /** The page as Jekyll wrote it: the scratch copy is used by the next build. */
  page: BuiltPage | null;
  /** What the theme's scripts would do to it. */
  flags: { readonly math: boolean; readonly mermaid: boolean };
  readonly abort: AbortController;
}

export interface Builds {
  /** Begins a build, or lets it wait until the one before has ended. */
  start(user: number, target: PreviewTarget, version: Version): KeptBuild;
  /** A build of this user; nobody sees those of others. */
  find(id: string, user: number): KeptBuild | null;
  cancel(build: KeptBuild): void;
  /** A picture, style sheet or font of the built site. */
  file(file: string): Promise<ServedFile | null>;
  stop(): Promise<void>;
}

/** Builds that are remembered; the pages of older ones are gone. */
const KEPT = 20;
const RUNNING: readonly BuildState[] = ['waiting', 'copying', 'building'];

export const describeBuild = (build: KeptBuild, url: string | null): PreviewBuild => ({
  id: build.id,
  state: build.state,
  elapsed: (build.ended ?? Date.now()) - build.started,
  lastLine: build.lastLine,
  problems: build.problems,
  url: build.page === null ? null : url,
});

export function createBuilds(strapi: Core.Strapi, readBlog: () => Promise<BlogContext>): Builds {
  const kept = new Map<string, KeptBuild>();
  /** One after the other: they share one scratch copy. */
  let last: Promise<void> = Promise.resolve();

  const scratchDir = (root: string): string => {
    const folder = jekyllConfig(strapi).preview.jekyll?.folder ?? '.tmp/jekyll-preview';
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    return path.resolve(strapi.dirs.app.root, folder, name);
  };

  async function work(build: KeptBuild, version: Version): Promise<void> {
    const settings = jekyllConfig(strapi).preview.jekyll;
    const blog = await readBlog();
    const { signal } = build.abort;
    if (!settings || !blog.folder) throw new Error('preview.jekyll or the blog is not configured');
    const { row } = version;
    build.state = 'copying';
    const file = await writeFile(strapi, blog, row);
    const record = await createRecords(strapi).find(row.documentId, row.locale);
    const overlays: Overlay[] = [
      ...(record && record.path !== file.path ? [{ path: record.path, bytes: null }] : []),
      ...file.copies.filter(({ there }) => !there),
      { path: file.path, bytes: Buffer.from(file.text, 'utf8') },
    ];
    const checkout = blog.folder.root;
    const scratch = await syncScratch(checkout, scratchDir(checkout), overlays, signal);
    build.state = 'building';
    const { command, timeout } = settings;
    const onLine = (line: string) => (build.lastLine = line);
    const result = await runJekyll({ command, timeout, checkout, scratch, signal, onLine });
    const found = [...version.problems, ...file.problems, ...result.problems];
    if (row.date !== null && Date.parse(row.date) > Date.now()) found.push(messages.dated());
    const address = addressOfText(file.text, file.path, blog.zone, blog.site.address);
    const page = result.ok ? await readPage(scratch.site, address) : null;
    if (result.ok && page === null) found.push(messages.noPage(address));
    build.problems = found;
    build.page = page;
    build.state = page === null ? 'failed' : 'done';
  }

  return {
    start(user, target, version) {
      const build: KeptBuild = {
        id: randomUUID(),
        user,
        target,
        started: Date.now(),
        state: 'waiting',
        ended: null,
        lastLine: '',
        problems: [],
        page: null,
        flags: { math: version.row.math === true, mermaid: version.row.mermaid === true },
        abort: new AbortController(),
      };
      // A newer wish of the same person takes the place of one that runs.
      for (const other of kept.values()) if (other.user === user) other.abort.abort();
      kept.set(build.id, build);
      for (const [id, old] of kept) {
        if (kept.size <= KEPT) break;
        if (!RUNNING.includes(old.state)) kept.delete(id);
      }
      last = last
        .then(async () => {
          build.abort.signal.throwIfAborted();
          await work(build, version);
        })
        .catch((error: unknown) => {
          const cancelled = build.abort.signal.aborted;
          build.state = cancelled ? 'cancelled' : 'failed';
          if (cancelled) return;
          strapi.log.error(`The true preview failed: ${String(error)}`);
          build.problems = [messages.crashed(error instanceof Error ? error.message : '')];
        })
        .finally(() => (build.ended = Date.now()));
      return build;
    },
    find(id, user) {
      const build = kept.get(id);
      return build?.user === user ? build : null;
    },
    cancel(build) {
      if (!RUNNING.includes(build.state)) return;
      build.abort.abort();
      if (build.state === 'waiting') build.state = 'cancelled';
    },
    async file(file) {
      const blog = await readBlog();
      if (!blog.folder) return null;
      const site = path.join(scratchDir(blog.folder.root), 'site');
      const folder = await openBlogFolder(site).catch(() => null);
      return folder && serveFrom(folder, file);
    },
    async stop() {
      for (const build of kept.values()) build.abort.abort();
      await last;
    },
  };
}

/** The file that a web server would send for an address. */
async function readPage(site: string, at: string): Promise<BuiltPage | null> {
  const folder = await openBlogFolder(site).catch(() => null);
  for (const name of builtNames(at)) {
    const bytes = await folder?.read(name).catch(() => null);
    if (bytes) return { html: bytes.toString('utf8'), at };
  }
  return null;
}
