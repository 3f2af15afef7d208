import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A small file system in memory: one that can be filled, or made read-only even for root. */
export interface SmallDisk {
  readonly dir: string;
  /** From now on nothing can be written, as on a disk that the system has found to be failing. */
  setReadOnly(readOnly: boolean): void;
  unmount(): Promise<void>;
}

const temporary = (): string => path.join(os.tmpdir(), 'jekyll-disk-');
const mount = (...args: string[]): Buffer => execFileSync('mount', args, { stdio: 'pipe' });
const unmount = (dir: string): Buffer => execFileSync('umount', [dir], { stdio: 'pipe' });

/** @param options of tmpfs, such as `size=256k` or `nr_inodes=100` */
export async function mountSmallDisk(options: string): Promise<SmallDisk> {
  const dir = await mkdtemp(temporary());
  mount('-t', 'tmpfs', '-o', options, 'tmpfs', dir);
  return {
    dir,
    setReadOnly: (readOnly) => {
      mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`, dir);
    },
    async unmount() {
      unmount(dir);
      await rm(dir, { recursive: true });
    },
  };
}

function mountWorks(): boolean {
  const dir = mkdtempSync(temporary());
  try {
    mount('-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', dir);
    unmount(dir);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(dir);
  }
}

type Test = (name: string, run: () => Promise<void>, timeout?: number) => void;

/** A test that needs a disk of its own: where mounting is not permitted, it is skipped by name. */
export const itWithMount: Test = (name, run, timeout) => {
  if (mountWorks()) it(name, run, timeout);
  else it.skip(`${name} (needs to mount a tmpfs: run as root on Linux)`, run);
};
