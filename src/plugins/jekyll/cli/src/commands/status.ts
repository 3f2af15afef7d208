import type { Command } from 'commander';
import { BLOG_STATES, type PostStatus } from '../../../contracts/status';
import { blogDirOf } from '../blog-dir';
import { inLanguage } from '../language';
import type { Output } from '../output';
import { type RunCommand, STATUS } from '../run';

interface Options {
  readonly blog?: string;
  readonly post?: string[];
  readonly locale?: string[];
  readonly all?: boolean;
}

export function addStatus(program: Command, run: RunCommand): void {
  program
    .command('status')
    .description('say how each post stands to the blog, in each locale')
    .option('--blog <dir>', 'folder of the Jekyll checkout, instead of the configured one')
    .option('--post <slug...>', 'only these posts')
    .option('--locale <code...>', 'only these locales')
    .option('--all', 'list also the posts that are in step')
    .action((options: Options) =>
      run(async ({ cms, output, signal }) => {
        const report = await cms.blog.status({
          blogDir: blogDirOf(cms.blog, options.blog),
          slugs: options.post,
          locales: options.locale,
          signal,
          onProgress: (progress) => output.progress(progress),
          onWait: (message) => output.error(inLanguage(message)),
        });
        output.endProgress();
        const listsAll = options.all === true || options.post !== undefined;
        for (const post of report.posts) printPost(post, output, listsAll);
        const counts = BLOG_STATES.flatMap((state) =>
          report.totals[state] > 0 ? [`${report.totals[state]} ${state}`] : [],
        );
        output.line(`${report.posts.length} posts: ${counts.join(', ') || 'none'}.`);
        const { conflict, refused } = report.totals;
        return { report, status: conflict + refused > 0 ? STATUS.refused : STATUS.done };
      }),
    );
}

function printPost({ slug, documentId, versions }: PostStatus, output: Output, all: boolean): void {
  for (const { locale, state, modified, path, problems } of versions) {
    // A missing translation is no work that waits: the counts tell of it.
    if (!all && !modified && (state === 'in-step' || state === 'missing')) continue;
    const place = path ?? slug ?? documentId;
    const draft = modified ? '  (the draft has changes)' : '';
    output.line(`${state.padEnd(9)} ${locale}  ${place}${draft}`);
    for (const problem of problems) output.problem(place, problem);
  }
}
