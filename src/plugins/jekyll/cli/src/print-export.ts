import type { ExportedFile, ExportReport } from '../../contracts/report';
import type { Output } from './output';
import { STATUS, type Status } from './run';

/** What a run did or would do, for a person: files, problems, differences, commit. */
export function printExport(report: ExportReport, output: Output, dryRun: boolean): void {
  const { files, totals, commit, push, problems } = report;
  for (const file of files) {
    const word = wordFor(file);
    if (word !== null) {
      const from = file.from ? `  (from ${file.from})` : '';
      output.line(`${word.padEnd(8)} ${file.locale ?? '-'}  ${file.path}${from}`);
    }
    for (const problem of file.problems) output.problem(file.path, problem);
    const diff = file.diff ?? file.conflict?.diff;
    if (diff) output.line(diff);
    const { slug, locale } = file;
    if (file.conflict && slug && locale) {
      output.line(
        `Settle it: resolve ${slug} --locale ${locale} --use blog | cms | merged-file <path>\n`,
      );
    }
  }
  for (const problem of problems) output.problem('blog', problem);
  const counts = Object.entries(totals).map(([action, count]) => `${count} ${action}`);
  output.line(
    `${dryRun ? 'Would export' : 'Exported'} ${files.length} files: ${counts.join(', ')}.`,
  );
  if (commit !== null) output.line(`Commit ${commit}.`);
  if (!push) return;
  output.line(`Push to ${push.branch}: ${push.status}.`);
  if (push.problem) output.problem(push.branch, push.problem);
  if (push.pullRequest) output.line(`Pull request: ${push.pullRequest}`);
}

/** Done, or done but for files, commits or a push that somebody has to look at. */
export function statusOfExport({ totals, push, problems }: ExportReport): Status {
  const found = [...problems, ...(push?.problem ? [push.problem] : [])];
  const failed = found.some(({ severity }) => severity === 'error');
  return totals.conflict + totals.refused > 0 || failed ? STATUS.refused : STATUS.done;
}

/** One word for what happened; null where nothing did. */
function wordFor({ action, merged, pulled }: ExportedFile): string | null {
  if (merged && action === 'change') return 'merge';
  if (action !== 'same') return action;
  return pulled ? 'pull' : null;
}
