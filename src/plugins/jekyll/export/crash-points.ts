/** Steps of an export at which a test may end the process, in the order in which a run meets them. */
export const CRASH_POINTS = [
  'stage:opened',
  'stage:add',
  'stage:sealing',
  'stage:sealed',
  'apply:folder-made',
  'apply:renamed',
  'apply:old-removed',
  'settle:before',
  'settle:after',
  'finish:before',
  'finish:after',
  'stage:unsealed',
  'stage:dropped',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

let met = 0;

/**
 * Ends this very process with SIGKILL where the environment variable `JEKYLL_CRASH_AT` says so, and
 * does nothing otherwise. "Killed at any instant" can only be proven by killing: a thrown error would
 * run the `finally` blocks that a power cut doesn't, and a kill from outside hits no step by name.
 *
 * `JEKYLL_CRASH_AT=apply:renamed` ends at the first such step, `apply:renamed:7` at the seventh, and
 * `*:42` at the forty-second step of any name. With `JEKYLL_CRASH_SIGNAL=SIGSTOP` the process falls
 * asleep there instead, as that of a computer does whose lid is closed.
 */
export function reached(step: CrashPoint): void {
  const wanted = process.env['JEKYLL_CRASH_AT'];
  if (!wanted) return;
  const [, name, count] = /^(.*?)(?::(\d+))?$/.exec(wanted) ?? [];
  if (name !== '*' && name !== step) return;
  met += 1;
  if (met === Number(count ?? 1))
    process.kill(process.pid, process.env['JEKYLL_CRASH_SIGNAL'] || 'SIGKILL');
}
