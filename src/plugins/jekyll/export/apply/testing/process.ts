import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../../../..');
const DRIVER = path.join(__dirname, 'driver.ts');
const HOOK = path.join(ROOT, 'tests', 'helpers', 'typescript.js');

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/**
 * Starts the driver.
 *
 * @param crashAt value of `JEKYLL_CRASH_AT`
 * @param onStart gets the process while it runs
 */
export function drive(
  dir: string,
  ledger: string,
  crashAt: string | null,
  onStart?: (child: ChildProcess) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, ['-r', HOOK, DRIVER, dir, ledger], {
    cwd: ROOT,
    env: { ...process.env, JEKYLL_CRASH_AT: crashAt ?? '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onStart?.(child);
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
}
