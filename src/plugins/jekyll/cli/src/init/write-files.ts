import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProjectFile } from './model';

/** What became of a file: written, there already with that text, or there with another one. */
export type FileAction = 'add' | 'same' | 'differs';

export interface PlannedFile extends ProjectFile {
  readonly action: FileAction;
}

/** Compares files with those that a project has. */
export async function planFiles(
  appDir: string,
  files: readonly ProjectFile[],
): Promise<PlannedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const there = await readFile(path.join(appDir, file.path), 'utf8').catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null;
          throw error;
        },
      );
      return { ...file, action: there === null ? 'add' : there === file.text ? 'same' : 'differs' };
    }),
  );
}

/** Writes the files that the project lacks; never over one that came to be meanwhile. */
export async function writeMissing(appDir: string, files: readonly PlannedFile[]): Promise<void> {
  for (const { path: file, text, action } of files) {
    if (action !== 'add') continue;
    const at = path.join(appDir, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, text, { flag: 'wx' });
  }
}
