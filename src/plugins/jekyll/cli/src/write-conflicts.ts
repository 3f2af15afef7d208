import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportReport } from '../../contracts/report';
import type { Output } from './output';

/**
 * Writes the conflicts of a run as files for a person to edit: the merged text, with both sides of
 * what met between markers. Says how each is settled then.
 *
 * @param dir absolute; made where it is missing
 */
export async function writeConflicts(
  { files }: ExportReport,
  dir: string,
  output: Output,
): Promise<void> {
  for (const { slug, locale, conflict } of files) {
    if (!slug || !locale || !conflict?.marked) continue;
    await mkdir(dir, { recursive: true });
    // A slug is any text that the CMS holds: it names a file of this folder and of no other.
    const file = path.join(dir, `${slug.replace(/[/\\\0]/g, '-')}.${locale}.md`);
    await writeFile(file, conflict.marked);
    output.line(`Edit ${file}, then: resolve ${slug} --locale ${locale} --use merged-file ${file}`);
  }
}
