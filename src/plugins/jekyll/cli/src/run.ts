import { bootCms, type BootedCms } from './boot';
import type { Output } from './output';

/** Exit statuses of every command (design §5). */
export const STATUS = { done: 0, refused: 1, usage: 2, failed: 3 } as const;
export type Status = (typeof STATUS)[keyof typeof STATUS];

export interface CommandContext {
  readonly cms: BootedCms;
  readonly output: Output;
  /** Aborted by the first Ctrl-C: the post at hand is finished, no other begun. */
  readonly signal: AbortSignal;
}

export interface CommandResult {
  /** What `--json` prints. */
  readonly report: unknown;
  readonly status: Status;
}

export type RunCommand = (
  command: (context: CommandContext) => Promise<CommandResult>,
) => Promise<void>;

export interface LocalContext {
  /** Folder of the Strapi project, absolute. */
  readonly appDir: string;
  readonly output: Output;
}

/** For commands that need no CMS. */
export type RunLocally = (
  command: (context: LocalContext) => Promise<CommandResult>,
) => Promise<void>;

/** Boots the CMS, runs one command on it and shuts it down, whatever happens. */
export async function runOnCms(
  appDir: string,
  output: Output,
  command: (context: CommandContext) => Promise<CommandResult>,
): Promise<CommandResult> {
  const abort = new AbortController();
  const cancel = (): void => abort.abort(new Error('Cancelled. What was done so far stays.'));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  const cms = await bootCms(appDir);
  try {
    return await command({ cms, output, signal: abort.signal });
  } finally {
    output.endProgress();
    await cms.close();
  }
}
