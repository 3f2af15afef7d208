import { newErrorsOnly } from '../core/checks';
import type { Problem } from '../core/problem';
import { checkFile } from '../checks/check-file';
import { waivedErrors } from '../checks/waivers';
import type { PostRow } from '../entries/rows';
import { addressOfText } from '../core/address';
import type { Decision, Sides } from './decide';
import type { Run } from './run';

export interface CheckedFile {
  readonly problems: readonly Problem[];
  /** An error among them keeps the file from being written. */
  readonly stops: boolean;
}

const NOTHING: CheckedFile = { problems: [], stops: false };

/**
 * Checks a file that is to be written, for what an edit brought. A text that the blog had before goes
 * back as it was: nothing that was imported and not edited is ever stopped, also when the record has
 * lost its text.
 */
export async function checkWritten(
  run: Run,
  row: PostRow,
  { record, blog }: Sides,
  { action, final }: Decision,
  zone: string,
): Promise<CheckedFile> {
  const writes = action === 'add' || action === 'change' || action === 'rename';
  if (!writes || !final || final.text === record?.text) return NOTHING;
  // An address that the post left by a change in the blog is no address that this run moves it from.
  const standing = blog.status === 'standing' && record?.live ? blog.file : null;
  const facts =
    standing?.text == null
      ? {}
      : {
          publishedAddress: addressOfText(standing.text, standing.path, zone, run.site.address),
        };
  const known = record?.text === null && standing ? { ...record, text: standing.text } : record;
  // Where nobody knows any more what the blog said, nobody can tell what it had already.
  if (known?.text === null) return NOTHING;
  const problems = await checkFile({ ...final, zone }, known, {
    settings: run.config.checks,
    blog: { site: run.site, lookup: run.lookup },
    facts,
    gate: true,
  });
  const asked = problems.some(({ severity }) => severity === 'error');
  const waived = asked ? await waivedErrors(run.strapi, row) : [];
  const told = waived.length > 0 ? newErrorsOnly(problems, waived) : problems;
  const stops = told.some(({ severity }) => severity === 'error');
  return { problems: told, stops: stops && run.options.ignoreChecks !== true };
}
