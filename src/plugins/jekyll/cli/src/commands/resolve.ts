import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Resolution } from '../../../contracts/service';
import { blogDirOf } from '../blog-dir';
import { inLanguage } from '../language';
import { printExport, statusOfExport } from '../print-export';
import type { RunCommand } from '../run';
import { UsageError } from '../usage-error';

interface Options {
  readonly locale: string;
  readonly use: readonly string[];
  readonly blog?: string;
  readonly dryRun?: boolean;
  readonly commit?: boolean;
  readonly push?: boolean;
}

export function addResolve(program: Command, run: RunCommand): void {
  program
    .command('resolve')
    .description('settle the conflict of one post: blog and CMS say the same afterwards')
    .argument('<slug>', 'slug of the post')
    .requiredOption('--locale <code>', 'locale of the post')
    .requiredOption(
      '--use <side...>',
      '"blog", "cms", or "merged-file <path>" with a text made of both',
    )
    .option('--blog <dir>', 'folder of the Jekyll checkout, instead of the configured one')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--commit', 'make a Git commit, whatever the configuration says')
    .option('--push', 'push the commit')
    .action(async (slug: string, options: Options) => {
      const resolution = await readResolution(options.use);
      return run(async ({ cms, output, signal }) => {
        const report = await cms.blog.resolve({
          blogDir: blogDirOf(cms.blog, options.blog),
          slug,
          locale: options.locale,
          resolution,
          dryRun: options.dryRun,
          commit: options.commit ?? (options.push ? true : undefined),
          push: options.push,
          signal,
          onWait: (message) => output.error(inLanguage(message)),
        });
        printExport(report, output, options.dryRun === true);
        return { report, status: statusOfExport(report) };
      });
    });
}

/** @throws {UsageError} for anything but the three forms, and for a file that can't be read */
async function readResolution([side, file, ...rest]: readonly string[]): Promise<Resolution> {
  if ((side === 'blog' || side === 'cms') && file === undefined) return { use: side };
  if (side !== 'merged-file' || file === undefined || rest.length > 0) {
    throw new UsageError('Expected --use blog, --use cms, or --use merged-file <path>.');
  }
  const text = await readFile(path.resolve(file), 'utf8').catch((error: Error) => {
    throw new UsageError(`The merged file cannot be read: ${error.message}`);
  });
  return { use: 'merged', text };
}
