import { lstatSync } from 'node:fs';

/** What the file system says of a file: as long as it says the same, nobody wrote into it. */
export interface FileStamp {
  /** Size, times and inode, in one word. */
  readonly text: string;
  /** When the file or its place was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** The file system counts whole seconds. */
  readonly coarse: boolean;
}

/** Nanoseconds of a second. */
const SECOND = 1_000_000_000n;
/** Milliseconds within which two changes may get the same time: a tick of the kernel's clock. */
const TICK = 20;
const COARSE_TICK = 2_500;

/**
 * The stamp of a file; null where no regular one stands, or none that can be looked at. Synchronous: a call takes some microseconds,
 * an asynchronous one ten times as many.
 *
 * @param at absolute path
 */
export function fileStamp(at: string): FileStamp | null {
  const info = look(at);
  if (!info?.isFile()) return null;
  const { size, mtimeNs, ctimeNs, ino } = info;
  return {
    text: [size, mtimeNs, ctimeNs, ino].join(':'),
    changed: Number(ctimeNs / 1_000_000n),
    coarse: mtimeNs % SECOND === 0n && ctimeNs % SECOND === 0n,
  };
}

function look(at: string) {
  try {
    return lstatSync(at, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Whoever reads the file is told why it can't be.
    return undefined;
  }
}

/**
 * Milliseconds until a later change of the file is sure to get another stamp; 0 when it is by now. A
 * file from the future never is.
 */
export function untilTelling({ changed, coarse }: FileStamp, now: number): number {
  if (changed > now) return Infinity;
  return Math.max(0, changed + (coarse ? COARSE_TICK : TICK) - now);
}
