import type { Problem } from '../core/problem';
import { notAllowed, unreachable } from './problems';

const DENIED =
  /Authentication failed|could not read (?:Username|Password)|Permission denied|Host key verification failed|returned error: 40[13]|Repository not found|access denied|terminal prompts disabled/i;

/** Whether a fetch failed because the remote has no such branch. */
export const lacksBranch = (stderr: string): boolean =>
  /couldn't find remote ref|Remote branch .* not found/.test(stderr);

/** Why a remote could not be spoken to. */
export function networkProblem(stderr: string, timedOut: boolean): Problem {
  const words = timedOut ? `${stderr}\n(time ran out)`.trim() : stderr;
  return DENIED.test(stderr) ? notAllowed(words) : unreachable(words);
}
