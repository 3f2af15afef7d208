import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ended } from '../cli/command';
import type { Copy, Station } from './station';

/** An export that has fallen asleep at a step. */
export interface Sleeper {
  wake(): void;
  /** What it came to; it has to be woken. */
  readonly ended: Promise<Ended>;
}

/** Starts an export and waits until it sleeps at the given step (see crash-points.ts). */
export async function exportUntil(station: Station, copy: Copy, step: string): Promise<Sleeper> {
  let child: ChildProcess | undefined;
  const env = { JEKYLL_CRASH_AT: step, JEKYLL_CRASH_SIGNAL: 'SIGSTOP' };
  const ended = station.export(copy, env, (started) => {
    child = started;
  });
  for (;;) {
    if (child?.pid === undefined || child.exitCode !== null) {
      throw new Error(`The export ended before ${step}: ${(await ended).stderr}`);
    }
    // The third word, behind the name in brackets, is the state: proc(5).
    const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8');
    if (stat.slice(stat.lastIndexOf(')') + 2).startsWith('T')) break;
    await pause(20);
  }
  return { ended, wake: () => void child?.kill('SIGCONT') };
}
