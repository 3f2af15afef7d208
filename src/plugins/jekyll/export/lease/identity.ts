import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';

/** A process, as other processes can name it. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /**
   * Where the process id counts: a boot of a machine, and in it a namespace, for containers may share a
   * host's name and not its processes. null where the system doesn't tell.
   */
  readonly space: string | null;
}

export const thisProcess = (): ProcessIdentity => ({
  host: os.hostname(),
  pid: process.pid,
  space: processSpace(),
});

function processSpace(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Whether a process has certainly ended. Of one that can't be seen from here, nobody knows. */
export function hasEnded({ space, pid }: ProcessIdentity): boolean {
  if (space === null || space !== processSpace()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
