import type { BlogFacts } from '../../../core/checks';
import { writePost } from '../../../core/post';
import type { Problem } from '../../../core/problem';
import type { FileRecord } from '../../../blog/record';
import { checkFile, type FileCheck } from '../../../checks/check-file';
import { composePost } from '../../../entries/compose';
import { openMediaPage } from '../../../entries/media';
import type { PostRow } from '../../../entries/rows';
import { placeMedia } from '../../../export/plan-post';
import type { Workspace } from './workspace';

export interface VersionChecks {
  /** Where the file would stand. */
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Checks one version of a post: its file is written as an export would, and goes nowhere. */
export async function checkVersion(
  workspace: Workspace,
  row: PostRow,
  record: FileRecord | null,
  how: Pick<FileCheck, 'fast' | 'gate' | 'strict'> & { readonly facts?: BlogFacts },
): Promise<VersionChecks> {
  const { run, config, blog } = workspace;
  const context = workspace.contextOf(row.locale, record);
  const composed = composePost(row);
  // A post gets its date when it is first published: until then, that would be now.
  const date = composed.date ?? Math.floor(Date.now() / 1000) * 1000;
  let content = { ...composed, date };
  const found: Problem[] = [];
  if (run) {
    const page = await openMediaPage(run.media, [{ row, content }]);
    const placed = await placeMedia(page, row, content);
    content = { ...placed.content, date };
    found.push(...placed.problems);
    for (const { path } of placed.copies) run.coming.add(path);
  }
  const baseline = record && { text: record.text, path: record.path };
  const written = writePost(content, baseline, context);
  found.push(...written.problems);
  if (written.text === null) return { file: written.path, problems: found };
  const file = { text: written.text, path: written.path, zone: context.zone };
  const check = { settings: config.checks, blog, ...how };
  return { file: written.path, problems: [...found, ...(await checkFile(file, record, check))] };
}
