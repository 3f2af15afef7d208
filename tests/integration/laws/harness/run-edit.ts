import type { ExportedFile } from '../../../../src/plugins/jekyll/contracts/report';
import { readPost } from '../../../../src/plugins/jekyll/core/post';
import { differences } from './content';
import type { Edit } from './edit';
import { strayLines } from './locality';
import type { LawPost, LawSession } from './session';
import type { Outcome, Tally } from './tally';

/** What an independent reader is asked to compare later. */
export interface Sighting {
  readonly file: string;
  readonly edit: string;
  readonly value: unknown;
  readonly keys: readonly string[];
  readonly before: string;
  readonly after: string;
}

/**
 * Makes one edit, exports, judges the file, takes the edit back and judges again. The post is as it
 * was imported before and after.
 */
export async function runEdit(
  session: LawSession,
  post: LawPost,
  edit: Edit,
  tally: Tally,
  sightings: Sighting[],
): Promise<void> {
  const fail = (law: string, detail: string): void =>
    tally.fail({ file: post.file, edit: edit.name, value: edit.value, law, detail });
  const outcome = await judged(session, post, edit, tally, sightings, fail).catch(
    (error: unknown): Outcome => {
      fail('no crash', error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 'broken';
    },
  );
  tally.count(outcome);
  await session.reset(post);
}

async function judged(
  session: LawSession,
  post: LawPost,
  edit: Edit,
  tally: Tally,
  sightings: Sighting[],
  fail: (law: string, detail: string) => void,
): Promise<Outcome> {
  const marks = tally.broken.length;
  const refusal = await edit.apply().then(
    () => null,
    (error: Error) => error,
  );
  if (refusal) {
    tally.named([`${edit.name}: ${refusal.message}`]);
    const file = await session.exportPost(post, post.content.slug);
    if (file.action !== 'same') fail('refused means unchanged', `action ${file.action}`);
    return tally.broken.length > marks ? 'broken' : 'named';
  }
  const file = await session.exportPost(post, edit.slug);
  const named = file.problems.length > 0 || ['refused', 'conflict'].includes(file.action);
  if (named) {
    tally.named(file.problems.map(({ code }) => `${code} of ${edit.name}`));
    if (file.problems.length === 0) fail('no silent failure', `${file.action} without a problem`);
    await judgeNamed(session, post, edit, file, fail);
  } else {
    await judgeFile(session, post, edit, file.path, file.action, sightings, fail);
  }
  await takeBack(session, post, edit, named, tally, fail);
  if (tally.broken.length > marks) return 'broken';
  return named ? 'named' : 'exact';
}

/** Fields that a problem about one of them may concern as well. */
const NAMED_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  body: ['keywords', 'body', 'sections', 'closing'],
  closing: ['sections', 'closing'],
  otherFrontMatter: ['other'],
  slug: ['slug', 'title'],
};

/** A refused edit leaves the file as it was; of a file written with a warning, all else is right. */
async function judgeNamed(
  session: LawSession,
  post: LawPost,
  edit: Edit,
  { action, path, problems }: ExportedFile,
  fail: (law: string, detail: string) => void,
): Promise<void> {
  if (action === 'refused' || action === 'conflict') {
    const text = await session.textAt(post.file);
    if (text !== post.text) fail('refused means unchanged', 'the file was written');
    return;
  }
  const fields = problems.flatMap(({ field = '' }) => NAMED_TOGETHER[field] ?? [field]);
  const read = readPost((await session.textAt(path)) ?? '', path, post.record.zone).content;
  const slug = slugAsNamed(read.slug, edit.expected.slug, post.locale);
  for (const difference of differences({ ...read, slug }, edit.expected, fields)) {
    fail('a problem names all that is not said', difference);
  }
}

async function judgeFile(
  session: LawSession,
  post: LawPost,
  edit: Edit,
  path: string,
  action: string,
  sightings: Sighting[],
  fail: (law: string, detail: string) => void,
): Promise<void> {
  const text = await session.textAt(path);
  if (text === null) return fail('the file stands where the report says', path);
  if (path !== post.file && (await session.textAt(post.file)) !== null) {
    fail('a rename leaves nothing behind', post.file);
  }
  const expectedSame = differences(edit.expected, post.content).length === 0;
  const allowed = expectedSame ? ['same', 'change'] : ['change', 'rename'];
  if (!allowed.includes(action)) fail('the report says what was done', `action ${action}`);
  const read = readPost(text, path, post.record.zone).content;
  const slug = slugAsNamed(read.slug, edit.expected.slug, post.locale);
  for (const difference of differences({ ...read, slug }, edit.expected)) {
    fail('exactly that change', difference);
  }
  for (const stray of strayLines(post.text, text, post.content, edit.expected, edit.reach)) {
    fail('only its lines', stray);
  }
  sightings.push({
    file: post.file,
    edit: edit.name,
    value: edit.value,
    keys: edit.reach.keys,
    before: post.text,
    after: text,
  });
}

/** The file's name may end in the locale, which the entry's slug does not say. */
const slugAsNamed = (read: string, wanted: string, locale: string): string =>
  read === `${wanted.normalize('NFC')}-${locale}` ? wanted : read;

/** `2023-1-5` in a name that was changed comes back as `2023-01-05`. */
const withFullDay = (file: string): string =>
  file.replace(/(\d+)-(\d)(?=-)/g, '$1-0$2').replace(/(\d+-\d\d)-(\d)(?=-)/g, '$1-0$2');

async function takeBack(
  session: LawSession,
  post: LawPost,
  edit: Edit,
  named: boolean,
  tally: Tally,
  fail: (law: string, detail: string) => void,
): Promise<void> {
  await edit.undo();
  const file = await session.exportPost(post, post.content.slug);
  const text = await session.textAt(file.path);
  // What a named edit left in the file may have to be named again.
  if (named && file.problems.length > 0) return tally.takenBack(false);
  if (file.problems.length > 0) {
    fail('taken back without problems', file.problems.map(({ message }) => message.en).join('; '));
  }
  if (withFullDay(file.path) !== withFullDay(post.file)) fail('taken back to its place', file.path);
  const read = readPost(text ?? '', file.path, post.record.zone).content;
  for (const difference of differences(read, post.content)) fail('taken back exactly', difference);
  tally.takenBack(text === post.text);
}
