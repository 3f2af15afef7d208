import type {
  ExportedFile,
  ExportReport,
  ImportedPost,
  ImportReport,
} from '../../../contracts/report';
import { RUN_FILES_LIMIT, type RunDetail, type RunFile } from '../../../contracts/runs';
import type { Problem } from '../../../core/problem';

/** Reports of everything that counts as a run. */
export type RunReport = ExportReport | ImportReport;

/** What a finished run leaves in its record. */
export type RunOutcome = Pick<
  RunDetail,
  'state' | 'totals' | 'files' | 'commit' | 'push' | 'problems'
>;

/** Characters of one file's diff that are kept, and of all of a run. */
const DIFF_LIMIT = 20_000;
const RUN_DIFF_LIMIT = 1_000_000;

/** The record of a run that ended with a report. */
export function outcomeOf(report: RunReport): RunOutcome {
  if ('posts' in report) {
    return {
      state: report.totals.failed > 0 ? 'conflicts' : 'done',
      totals: { ...report.totals },
      files: kept(report.posts).map(importedFile),
      commit: null,
      push: null,
      problems: [],
    };
  }
  const { totals, commit, push, problems } = report;
  const stuck = push?.status === 'conflict' || push?.status === 'rejected';
  const conflicts =
    totals.conflict + totals.refused > 0 ||
    stuck ||
    problems.some(({ severity }) => severity === 'error');
  return {
    state: conflicts ? 'conflicts' : 'done',
    totals: { ...totals },
    files: withinLimit(kept(report.files).map(exportedFile)),
    commit,
    push,
    problems,
  };
}

/** The record of a run that an error stopped. */
export function outcomeOfError(error: unknown, cancelled: boolean): RunOutcome {
  return {
    state: cancelled ? 'interrupted' : 'failed',
    totals: null,
    files: [],
    commit: null,
    push: null,
    problems: [runFailed(error)],
  };
}

/** Text of an error, without what an address may hold of a password or token. */
export const errorText = (error: unknown): string =>
  withoutSecrets(error instanceof Error ? error.message : String(error));

const withoutSecrets = (text: string): string => text.replace(/\/\/[^/\s@]+@/g, '//…@');

const kept = <T extends { readonly action: string }>(files: readonly T[]): readonly T[] =>
  files.filter(({ action }) => action !== 'same').slice(0, RUN_FILES_LIMIT);

const importedFile = ({ file, slug, locale, action, problems }: ImportedPost): RunFile => ({
  path: file,
  slug,
  locale,
  action,
  problems,
});

/** Without the texts of a conflict: its diff shows both sides. */
function exportedFile({ diff: asked, conflict, ...file }: ExportedFile): RunFile {
  const diff = conflict?.diff ?? asked;
  return diff === undefined ? file : { ...file, diff: wholeLines(diff) };
}

/** What of a diff is kept: no line is cut in two. */
function wholeLines(diff: string): string {
  if (diff.length <= DIFF_LIMIT) return diff;
  return diff.slice(0, diff.lastIndexOf('\n', DIFF_LIMIT) + 1);
}

/** The files behind keep no diff once a record holds enough. */
function withinLimit(files: readonly RunFile[]): RunFile[] {
  let left = RUN_DIFF_LIMIT;
  return files.map((file) => {
    const { diff, ...rest } = file;
    left -= diff?.length ?? 0;
    return left < 0 ? rest : file;
  });
}

function runFailed(error: unknown): Problem {
  const text = errorText(error);
  // Errors of Git and of the stage say what happened in both languages.
  const korean = (error as { readonly problem?: Problem } | null)?.problem?.message.ko;
  return {
    code: 'run-failed',
    severity: 'error',
    message: {
      en: `The run stopped: ${text}`,
      ko: `실행이 중단되었습니다: ${korean === undefined ? text : withoutSecrets(korean)}`,
    },
  };
}
