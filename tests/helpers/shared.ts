import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real posts beside the repository; not part of it, so it may be absent. */
export function sharedDir(): string | null {
  const dir = resolve(__dirname, '../../../shared');
  return existsSync(join(dir, 'corpus')) ? dir : null;
}

/** A test that needs the real posts: reported as skipped, by name, where they are absent. */
export const itWithShared: jest.It = sharedDir() === null ? it.skip : it;
