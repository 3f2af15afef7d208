import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { addCheck } from './commands/check';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addInit } from './commands/init';
import { addRender } from './commands/render';
import { addResolve } from './commands/resolve';
import { addStatus } from './commands/status';
import { wordsOf } from './language';
import { openOutput, type Output } from './output';
import {
  type CommandResult,
  type RunCommand,
  type RunLocally,
  runOnCms,
  STATUS,
  type Status,
} from './run';

interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly app: string;
}

/**
 * The command line `strapi-jekyll`.
 *
 * @param argv arguments after the program's name
 * @returns the exit status
 */
export async function main(argv: readonly string[]): Promise<Status> {
  const program = new Command('strapi-jekyll');
  let status: Status = STATUS.done;
  program
    .description('Brings posts from a Jekyll blog into Strapi and back.')
    .option('--json', 'one JSON document on stdout, everything else on stderr')
    .option('--quiet', 'nothing but errors')
    .option('--app <dir>', 'folder of the Strapi project', process.cwd())
    .exitOverride()
    .showHelpAfterError('Run with --help to see what is possible.');

  const answer = async (
    work: (appDir: string, output: Output) => Promise<CommandResult>,
  ): Promise<void> => {
    const options = program.opts<GlobalOptions>();
    const output = openOutput({ json: options.json === true, quiet: options.quiet === true });
    const result = await work(path.resolve(options.app), output);
    if (options.json) output.json(result.report);
    await output.flush();
    status = result.status;
  };
  const run: RunCommand = (command) =>
    answer((appDir, output) => runOnCms(appDir, output, command));
  const runLocally: RunLocally = (command) =>
    answer((appDir, output) => command({ appDir, output }));
  addInit(program, runLocally);
  addImport(program, run);
  addExport(program, run);
  addResolve(program, run);
  addStatus(program, run);
  addCheck(program, run);
  addRender(program, runLocally);
  for (const command of program.commands) {
    command.exitOverride();
    // Global options may also stand behind the command's name.
    command.option('--json', 'one JSON document on stdout').option('--quiet', 'nothing but errors');
    command.on('option:json', () => program.setOptionValue('json', true));
    command.on('option:quiet', () => program.setOptionValue('quiet', true));
  }

  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.done : STATUS.usage;
    process.stderr.write(`strapi-jekyll: ${wordsOf(error)}\n`);
    return statusOf(error);
  }
}

/** Errors of the server are known by name: their classes are not the command line's. */
const USAGE_ERRORS = ['UsageError', 'BlogFolderError', 'GitError', 'ResolveError'];

function statusOf(error: unknown): Status {
  const { name, code } = error as Error & { readonly code?: unknown };
  // Git itself failed, for instance on a full disk: what was asked for was in order.
  if (code === 'git-failed') return STATUS.failed;
  return USAGE_ERRORS.includes(name) ? STATUS.usage : STATUS.failed;
}
