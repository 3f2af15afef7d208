import path from 'node:path';
import type { ImportReport } from '../../../contracts/report';
import type { Command } from 'commander';
import { inLanguage } from '../language';
import type { Output } from '../output';
import { type RunCommand, STATUS } from '../run';

interface Options {
  readonly posts?: string;
  readonly locale?: string;
  readonly draft?: boolean;
  readonly dryRun?: boolean;
}

export function addImport(program: Command, run: RunCommand): void {
  program
    .command('import')
    .description('read the posts of a Jekyll blog into the CMS')
    .argument('<blog>', 'folder of the Jekyll checkout')
    .option('--posts <glob>', 'only files whose path in the blog matches, such as "_posts/2025-*"')
    .option('--locale <code>', 'locale of every file, instead of what the files and the site say')
    .option('--draft', 'leave everything as drafts')
    .option('--dry-run', 'say what would happen and store nothing')
    .action((blog: string, options: Options) =>
      run(async ({ cms, output, signal }) => {
        const report = await cms.blog.import({
          blogDir: path.resolve(blog),
          posts: options.posts,
          locale: options.locale,
          draft: options.draft,
          dryRun: options.dryRun,
          signal,
          onProgress: (progress) => output.progress(progress),
          onWait: (message) => output.error(inLanguage(message)),
        });
        output.endProgress();
        print(report, output, options.dryRun === true);
        const none = report.totals.posts === 0;
        if (none)
          output.error(
            `No post file ${options.posts ? `matches "${options.posts}"` : 'stands'} in ${blog}.`,
          );
        return { report, status: none || report.totals.failed > 0 ? STATUS.refused : STATUS.done };
      }),
    );
}

function print({ posts, totals }: ImportReport, output: Output, dryRun: boolean): void {
  for (const post of posts) {
    if (post.action !== 'same') {
      const parts =
        post.kind === 'survey'
          ? `survey, ${post.sections} sections, ${post.items} items, ${post.citations} citations`
          : (post.kind ?? '');
      output.line(
        `${post.action.padEnd(8)} ${post.locale ?? '-'}  ${post.file}  ${parts}`.trimEnd(),
      );
    }
    for (const problem of post.problems) output.problem(post.file, problem);
  }
  output.line(
    `${dryRun ? 'Would import' : 'Imported'} ${totals.posts} posts: ${totals.created} created, ` +
      `${totals.updated} updated, ${totals.same} same, ${totals.failed} failed; ${totals.items} items, ` +
      `${totals.citations} citations, ${totals.media} media.`,
  );
}
