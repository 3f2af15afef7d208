import { Command, CommanderError } from 'commander';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { openOutput } from './output';
import { runOnCms, STATUS, type Status } from './run';
import { UsageError } from './usage-error';

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

  const run = async (command: Parameters<typeof runOnCms>[2]): Promise<void> => {
    const options = program.opts<GlobalOptions>();
    const output = openOutput({ json: options.json === true, quiet: options.quiet === true });
    const result = await runOnCms(options.app, output, command);
    if (options.json) output.json(result.report);
    await output.flush();
    status = result.status;
  };
  addImport(program, run);
  addExport(program, run);
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
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`strapi-jekyll: ${message}\n`);
    const usage = error instanceof UsageError || (error as Error).name === 'BlogFolderError';
    return usage ? STATUS.usage : STATUS.failed;
  }
}
