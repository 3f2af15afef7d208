import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { canonical } from './dom';
import type { Outcome } from './compare';
import { lineDiff } from './line-diff';

/** Open differences: work in progress, not part of the repository. */
export const FINDINGS_DIR = path.join(__dirname, 'findings');

/** One difference as a person reads it: the text, what was expected, what came. */
export function describeOutcome(name: string, { question, real, own }: Outcome): string {
  const { mode, options = {}, text } = question;
  const flags = Object.keys(options).length > 0 ? ` ${JSON.stringify(options)}` : '';
  return [
    `=== ${name} | ${mode}${flags}`,
    JSON.stringify(text),
    '--- text',
    text.replace(/\n$/, ''),
    '--- kramdown',
    (real.error ?? real.html).replace(/\n$/, ''),
    '--- ours',
    (own.error ?? own.html).replace(/\n$/, ''),
    '--- difference (- kramdown, + ours)',
    own.error === undefined ? lineDiff(canonical(real.html), canonical(own.html)) : 'it threw',
    '',
    '',
  ].join('\n');
}

/** Replaces one file of findings; without differences there is none. */
export function writeFindings(
  file: string,
  outcomes: ReadonlyArray<readonly [string, Outcome]>,
): void {
  mkdirSync(FINDINGS_DIR, { recursive: true });
  const target = path.join(FINDINGS_DIR, file);
  rmSync(target, { force: true });
  if (outcomes.length > 0)
    writeFileSync(target, outcomes.map(([name, it]) => describeOutcome(name, it)).join(''));
}

export function clearFindings(prefix: string): void {
  mkdirSync(FINDINGS_DIR, { recursive: true });
  for (const name of readdirSync(FINDINGS_DIR))
    if (name.startsWith(prefix)) rmSync(path.join(FINDINGS_DIR, name));
}
