import type { CheckReport } from '../../contracts/checks';
import type { Problem } from '../../core/problem';
import { inLanguage } from './language';
import type { Output } from './output';

/** Findings by file, for a person. */
export function printStylish({ posts, totals }: CheckReport, output: Output): void {
  for (const { file, locale, problems } of posts) {
    if (problems.length === 0) continue;
    output.line(`${locale}  ${file}`);
    for (const problem of problems) output.problem(file, problem);
  }
  const counted = (count: number, noun: string): string =>
    `${count} ${noun}${count === 1 ? '' : 's'}`;
  output.line(
    `Checked ${counted(totals.posts, 'post')}: ${counted(totals.errors, 'error')}, ${counted(totals.warnings, 'warning')}.`,
  );
}

/** Findings as GitHub Actions shows them beside the lines of a file. */
export function printGithub({ posts }: CheckReport, output: Output): void {
  for (const { file, problems } of posts) {
    for (const problem of problems) {
      const line = annotation(file, problem);
      if (problem.severity === 'error') output.result(line);
      else output.line(line);
    }
  }
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function annotation(file: string, problem: Problem): string {
  const { severity, code, line, column } = problem;
  const properties = [
    `file=${property(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(code)}`,
  ];
  return `::${severity} ${properties.join(',')}::${data(inLanguage(problem.message))}`;
}

const data = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
