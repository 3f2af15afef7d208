import path from 'node:path';
import type { Command } from 'commander';
import type { ExportReport } from '../../../contracts/report';
import type { Output } from '../output';
import { type RunCommand, STATUS } from '../run';
import { UsageError } from '../usage-error';

interface Options {
  readonly blog?: string;
  readonly post?: string[];
  readonly locale?: string[];
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
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
    .action((options: Options) =>
      run(async ({ cms, output, signal }) => {
        const blogDir = options.blog ? path.resolve(options.blog) : cms.blog.configuredDir();
        if (!blogDir) {
          throw new UsageError(
            'No blog to export to. Name its folder with --blog, or set blogDir in config/plugins (JEKYLL_BLOG_DIR).',
          );
        }
        const report = await cms.blog.export({
          blogDir,
          posts: options.post,
          locales: options.locale,
          dryRun: options.dryRun,
          diff: options.diff,
          force: options.force,
          signal,
          onProgress: (progress) => output.progress(progress),
        });
        output.endProgress();
        print(report, output, options.dryRun === true);
        const unknown = (options.post ?? []).filter(
          (slug) => !report.files.some((file) => file.slug === slug || file.path.includes(slug)),
        );
        for (const slug of unknown) output.error(`No published post has the slug "${slug}".`);
        const refused = report.totals.conflict + report.totals.refused + unknown.length;
        return { report, status: refused > 0 ? STATUS.refused : STATUS.done };
      }),
    );
}

function print({ files, totals }: ExportReport, output: Output, dryRun: boolean): void {
  for (const file of files) {
    if (file.action !== 'same') {
      const from = file.from ? `  (from ${file.from})` : '';
      output.line(`${file.action.padEnd(8)} ${file.locale ?? '-'}  ${file.path}${from}`);
    }
    for (const problem of file.problems) output.problem(file.path, problem);
    if (file.diff) output.line(file.diff);
  }
  const counts = Object.entries(totals).map(([action, count]) => `${count} ${action}`);
  output.line(
    `${dryRun ? 'Would export' : 'Exported'} ${files.length} files: ${counts.join(', ')}.`,
  );
}
