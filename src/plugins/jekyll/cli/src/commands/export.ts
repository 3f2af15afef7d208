import path from 'node:path';
import type { Command } from 'commander';
import { blogDirOf } from '../blog-dir';
import { inLanguage } from '../language';
import { printExport, statusOfExport } from '../print-export';
import { type RunCommand, STATUS } from '../run';
import { writeConflicts } from '../write-conflicts';

interface Options {
  readonly blog?: string;
  readonly post?: string[];
  readonly locale?: string[];
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
  readonly full?: boolean;
  readonly ignoreChecks?: boolean;
  readonly pull: boolean;
  readonly commit?: boolean;
  readonly push?: boolean;
  readonly conflicts?: string;
}

export function addExport(program: Command, run: RunCommand): void {
  program
    .command('export')
    .description('bring the blog up to date with what is published')
    .option('--blog <dir>', 'folder of the Jekyll checkout, instead of the configured one')
    .option('--post <slug...>', 'only these posts')
    .option('--locale <code...>', 'only these locales')
    .option('--dry-run', 'say what would happen and write nothing')
    .option('--diff', 'show what changes in each file')
    .option('--force', 'go on although more files would be removed than a run removes unasked')
    .option('--full', 'look at every post anew, also where nothing can have changed')
    .option('--ignore-checks', 'write files in which the checks find errors')
    .option(
      '--no-pull',
      'leave changes made in the blog alone, instead of taking them into the CMS',
    )
    .option('--commit', 'make a Git commit, whatever the configuration says')
    .option('--push', 'push the commit')
    .option('--conflicts <dir>', 'write each conflict there, with markers, to edit and resolve')
    .action((options: Options) =>
      run(async ({ cms, output, signal }) => {
        const blogDir = blogDirOf(cms.blog, options.blog);
        const report = await cms.blog.export({
          blogDir,
          posts: options.post,
          locales: options.locale,
          dryRun: options.dryRun,
          diff: options.diff,
          force: options.force,
          full: options.full,
          ignoreChecks: options.ignoreChecks,
          pull: options.pull,
          commit: options.commit ?? (options.push ? true : undefined),
          push: options.push,
          signal,
          onProgress: (progress) => output.progress(progress),
          onWait: (message) => output.error(inLanguage(message)),
        });
        output.endProgress();
        printExport(report, output, options.dryRun === true);
        if (options.conflicts !== undefined) {
          await writeConflicts(report, path.resolve(options.conflicts), output);
        }
        const unknown = (options.post ?? []).filter(
          (slug) => !report.files.some((file) => file.slug === slug || file.path.includes(slug)),
        );
        for (const slug of unknown) output.error(`No published post has the slug "${slug}".`);
        return { report, status: unknown.length > 0 ? STATUS.refused : statusOfExport(report) };
      }),
    );
}
