import path from 'node:path';
import { type Command, Option } from 'commander';
import { printGithub, printStylish } from '../print-checks';
import { type RunCommand, STATUS } from '../run';
import { UsageError } from '../usage-error';

const FORMATS = ['stylish', 'json', 'github'] as const;

interface Options {
  readonly blog?: string;
  readonly post?: string[];
  readonly locale?: string[];
  readonly format: (typeof FORMATS)[number];
  readonly links?: boolean;
  readonly strict?: boolean;
}

export function addCheck(program: Command, run: RunCommand): void {
  program
    .command('check')
    .description('say what would break in the posts, with the place of each problem')
    .option('--blog <dir>', 'folder of the Jekyll checkout, instead of the configured one')
    .option('--post <slug...>', 'only these posts')
    .option('--locale <code...>', 'only these locales')
    .addOption(
      new Option('--format <name>', 'how to print what is found')
        .choices(FORMATS)
        .default('stylish'),
    )
    .option('--links', 'look at external links too, which takes its time')
    .option('--strict', 'count errors that the blog already has as errors, too')
    .action((options: Options) => {
      const asJson = options.format === 'json';
      if (asJson) program.setOptionValue('json', true);
      if (options.format === 'github' && program.opts()['json']) {
        throw new UsageError('--json and --format github exclude each other.');
      }
      return run(async ({ cms, output, signal }) => {
        const named = options.blog === undefined ? null : path.resolve(options.blog);
        const report = await cms.checks.checkPosts({
          blogDir: named ?? cms.blog.configuredDir(),
          posts: options.post,
          locales: options.locale,
          links: options.links,
          strict: options.strict,
          signal,
          onProgress: (progress) => output.progress(progress),
        });
        output.endProgress();
        if (options.format === 'github') printGithub(report, output);
        else printStylish(report, output);
        const unknown = (options.post ?? []).filter(
          (slug) => !report.posts.some((post) => post.slug === slug),
        );
        for (const slug of unknown) output.error(`No post has the slug "${slug}".`);
        const bad = unknown.length > 0 || report.totals.errors > 0;
        return { report, status: bad ? STATUS.refused : STATUS.done };
      });
    });
}
