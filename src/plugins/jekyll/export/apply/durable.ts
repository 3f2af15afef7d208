import { open } from 'node:fs/promises';

/** Ways to say that a system knows no flushing of folders, or that the folder is gone again. */
const NO_FOLDER_SYNC = new Set(['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EACCES', 'ENOENT']);

/** Writes a new file and returns when the disk has it. */
export async function writeDurably(at: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(at, 'wx', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder durable: a rename is only on the disk when its folder is. */
export async function syncFolder(at: string): Promise<void> {
  try {
    const handle = await open(at, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/**
 * Runs a few works at once: waiting for the disk one file after the other would take most of the time
 * of a run. The first failure is kept for {@link Lanes.finished}; works after it are not begun.
 */
export class Lanes {
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | null = null;

  constructor(private readonly width: number) {}

  /**
   * Returns as soon as the work has begun.
   * @throws what an earlier work failed with
   */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.width) await Promise.race(this.#running);
    this.#throwFailure();
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** @throws what a work failed with; nothing runs any more then either */
  async finished(): Promise<void> {
    await Promise.all(this.#running);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
