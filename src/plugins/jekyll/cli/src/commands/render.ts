import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { convert } from '../../../core/kramdown';
import { parsePostFile } from '../../../core/post-file';
import { type RunLocally, STATUS } from '../run';
import { UsageError } from '../usage-error';

/** Liquid stays as it stands. */
export function addRender(program: Command, run: RunLocally): void {
  program
    .command('render')
    .description("HTML of a file's body, as kramdown makes it")
    .argument('<file>', 'a Markdown file, with or without front matter')
    .action((file: string) =>
      run(async ({ output }) => {
        const text = await readFile(path.resolve(file), 'utf8').catch((error: Error) => {
          throw new UsageError(`The file cannot be read: ${error.message}`);
        });
        const { html, warnings } = convert(parsePostFile(text).body);
        output.result(html);
        return { report: { html, warnings }, status: STATUS.done };
      }),
    );
}
