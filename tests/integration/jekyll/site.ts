import { execFile } from 'node:child_process';
import { cp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type HTMLElement, parse } from 'node-html-parser';
import { appDir } from '../../helpers/environment';

const run = promisify(execFile);
export const exampleDir = path.join(appDir, 'examples', 'blog');

/** Copies the example blog, with or without its posts. */
export async function copyExample(to: string, posts: boolean): Promise<void> {
  await cp(exampleDir, to, { recursive: true });
  if (!posts) await rm(path.join(to, '_posts'), { recursive: true });
}

/** A built site: pages parsed as a browser would find them. */
export interface Site {
  /** What Jekyll printed; it ends with 0 even on a page that it dropped. */
  readonly log: string;
  page(address: string): Promise<HTMLElement>;
  bytes(address: string): Promise<Buffer>;
}

/** Runs the real Jekyll on a checkout, into a folder beside it. */
export async function buildSite(source: string): Promise<Site> {
  const destination = `${source}-site`;
  const { PATH = '', HOME = '' } = process.env;
  const { stdout, stderr } = await run(
    'jekyll',
    ['build', '--source', source, '--destination', destination, '--disable-disk-cache'],
    { env: { PATH, HOME, LANG: 'C.UTF-8' } },
  );
  const bytes = (address: string): Promise<Buffer> =>
    readFile(path.join(destination, decodeURI(address)));
  return {
    log: stdout + stderr,
    bytes,
    page: async (address) =>
      parse((await bytes(path.posix.join(address, 'index.html'))).toString('utf8')),
  };
}

export const removeSite = (source: string): Promise<void> =>
  rm(`${source}-site`, { recursive: true, force: true });
