import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { edit } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions, Cms, type PostView } from '../import/cms';
import { plain } from '../import/texts';
import { CommandLine, type Ended } from './command';
import { exportShape } from './shapes';

const FILE = '_posts/2025-03-02-first.md';
const OTHER = '_posts/2025-03-02-second.md';
const KOREAN = { LANG: 'ko_KR.UTF-8' };

/** Three paragraphs, so that changes can meet or keep apart. */
const text = (first: string, last = '끝 문단입니다.'): string =>
  plain('첫 글', [], `${first}\n\n가운데 문단입니다.\n\n${last}`);
const BEFORE = text('처음 문단입니다.');

let app: BootedStrapi;
let cms: Cms;
let cli: CommandLine;
let blog: Checkout;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  cli = await CommandLine.onNewDatabase();
});
afterAll(async () => {
  await app.close();
  await cli.remove();
  await removeCheckouts();
});
beforeEach(async () => {
  await cms.clear();
  blog = await Checkout.with({ [FILE]: BEFORE, [OTHER]: plain('둘째 글') });
  await cms.blog.import({ blogDir: blog.dir });
});

/** Spawns the command line on the database of the booted CMS. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  cli.run(args, { env: { DATABASE_FILENAME: app.databaseFile, ...env } });
const exportBlog = (...more: string[]) => run(['export', '--blog', blog.dir, ...more]);
const resolve = (...use: string[]) =>
  run(['resolve', 'first', '--locale', 'ko', '--blog', blog.dir, '--json', '--use', ...use]);
/** The file of a report that both sides are about: posts come in the order of their publication. */
const firstOf = (outcome: Ended) => reportOf(outcome).files.find(({ path }) => path === FILE);
const actionsOf = (outcome: Ended) => actions(reportOf(outcome).files).sort();
/** What an export finds after a command: without a process of its own, which takes seconds. */
const nextExport = async (): Promise<string[]> =>
  actions((await cms.blog.export({ blogDir: blog.dir })).files).sort();
const reportOf = ({ stdout }: Ended) => exportShape.parse(JSON.parse(stdout));

const entry = (): Promise<PostView> => cms.post({ slug: 'first' });
const publish = async (body: string): Promise<unknown> => edit(cms, await entry(), { body });

/** Both sides change the first paragraph. */
async function makeConflict(): Promise<void> {
  await blog.edit(FILE, '처음 문단입니다.', '블로그가 고친 문단입니다.');
  await publish('CMS가 고친 문단입니다.\n\n가운데 문단입니다.\n\n끝 문단입니다.');
}

describe('what was changed in the blog', () => {
  it('is taken back into the CMS, merged with what changed there', async () => {
    await blog.edit(FILE, '끝 문단입니다.', '블로그가 고친 끝입니다.');
    await publish('CMS가 고친 처음입니다.\n\n가운데 문단입니다.\n\n끝 문단입니다.');

    const outcome = await exportBlog('--json');

    expect(outcome.status).toBe(0);
    const file = firstOf(outcome);
    expect(file).toMatchObject({ path: FILE, action: 'change', merged: true, pulled: true });
    expect(await blog.text(FILE)).toBe(text('CMS가 고친 처음입니다.', '블로그가 고친 끝입니다.'));
    expect((await entry()).body).toContain('블로그가 고친 끝입니다.');
  });

  it('is left alone with --no-pull, and taken back by a later export', async () => {
    await blog.edit(FILE, '끝 문단입니다.', '블로그가 고친 끝입니다.');

    const kept = await exportBlog('--no-pull', '--json');

    expect(kept.status).toBe(0);
    expect(actionsOf(kept)).toEqual([`${FILE}: same`, `${OTHER}: same`]);
    expect(reportOf(kept).files.some(({ pulled }) => pulled)).toBe(false);
    expect((await entry()).body).toContain('끝 문단입니다.');
    expect(await blog.text(FILE)).toContain('블로그가 고친 끝입니다.');

    const { status, stdout } = await exportBlog();
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^pull +ko +${FILE}$`, 'm'));
    expect((await entry()).body).toContain('블로그가 고친 끝입니다.');
  });
});

describe('a conflict', () => {
  beforeEach(makeConflict);

  it('ends with 1, and --json holds the texts of both sides', async () => {
    const before = await blog.snapshot();
    const outcome = await exportBlog('--json');

    expect(outcome.status).toBe(1);
    expect(actionsOf(outcome)).toEqual([
      `${FILE}: conflict changed-on-both-sides`,
      `${OTHER}: same`,
    ]);
    expect(firstOf(outcome)?.conflict).toMatchObject({
      base: BEFORE,
      blog: text('블로그가 고친 문단입니다.'),
      cms: text('CMS가 고친 문단입니다.'),
    });
    expect(await blog.snapshot()).toEqual(before);
  });

  it('is shown as a diff, with what to do about it', async () => {
    const { status, stdout } = await exportBlog();
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^conflict +ko +${FILE}$`, 'm'));
    expect(stdout).toContain('strapi-jekyll resolve');
    expect(stdout).toContain('-블로그가 고친 문단입니다.\n+CMS가 고친 문단입니다.\n');
    expect(stdout).toContain('1 conflict');
  });

  it('is explained in Korean where the environment is Korean', async () => {
    const { stdout } = await run(['export', '--blog', blog.dir], KOREAN);
    expect(stdout).toContain('블로그와 CMS에서 모두 고쳤습니다');
  });

  it.each([
    ['blog', text('블로그가 고친 문단입니다.')],
    ['cms', text('CMS가 고친 문단입니다.')],
  ])('is settled with --use %s: both sides say so', async (side, expected) => {
    const settled = await resolve(side);
    expect(settled.status).toBe(0);
    expect(reportOf(settled).files.map((file) => file.path)).toEqual([FILE]);
    await expectAgreement(expected);
  });

  it('is written with markers to edit, and not settled while they are in it', async () => {
    const folder = await Checkout.with();
    const { stdout } = await exportBlog('--conflicts', folder.at('open'));
    const file = folder.at('open/first.ko.md');
    expect(stdout).toContain(`--use merged-file ${file}`);
    const marks = [
      ...['<<<<<<< CMS', 'CMS가 고친 문단입니다.', '||||||| before', '처음 문단입니다.'],
      ...['=======', '블로그가 고친 문단입니다.', '>>>>>>> blog'],
    ];
    expect(await folder.text('open/first.ko.md')).toBe(text(marks.join('\n')));

    const refused = await resolve('merged-file', file);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('conflict markers');

    await folder.edit('open/first.ko.md', marks.join('\n'), '둘이 함께 고친 문단입니다.');
    expect((await resolve('merged-file', file)).status).toBe(0);
    await expectAgreement(text('둘이 함께 고친 문단입니다.'));
  });

  it('is not settled by a dry run', async () => {
    const before = await blog.snapshot();
    const { status } = await resolve('cms', '--dry-run');
    expect(status).toBe(0);
    expect(await blog.snapshot()).toEqual(before);
    expect(await nextExport()).toContain(`${FILE}: conflict changed-on-both-sides`);
  });

  it('is not settled with a text that is no post: status 2, nothing changed', async () => {
    const merged = await Checkout.with({ 'merged.md': '---\ntitle: 하나: 둘\n---\n글\n' });
    const before = await blog.snapshot();
    const { status, stdout, stderr } = await resolve('merged-file', merged.at('merged.md'));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('cannot be read as a post');
    expect(await blog.snapshot()).toEqual(before);
  });

  async function expectAgreement(expected: string): Promise<void> {
    expect(await blog.text(FILE)).toBe(expected);
    const [, first] = expected.split('\n\n');
    expect((await entry()).body).toContain(first);
    expect(await nextExport()).toEqual([`${FILE}: same`, `${OTHER}: same`]);
    expect(await blog.text(FILE)).toBe(expected);
  }
});

describe('a post whose file was deleted by hand', () => {
  beforeEach(() => blog.remove(FILE));

  it('is a conflict that the report explains', async () => {
    const outcome = await exportBlog('--json');
    expect(outcome.status).toBe(1);
    const file = firstOf(outcome);
    expect(file).toMatchObject({ action: 'conflict', conflict: { base: BEFORE, blog: null } });
    expect(file?.problems.map(({ code }) => code)).toEqual(['deleted-in-blog']);
  });

  it('comes back with --use cms', async () => {
    expect((await resolve('cms')).status).toBe(0);
    expect(await blog.text(FILE)).toBe(BEFORE);
    expect(await nextExport()).toEqual([`${FILE}: same`, `${OTHER}: same`]);
  });

  it('is unpublished with --use blog, and its draft stays', async () => {
    expect((await resolve('blog')).status).toBe(0);
    expect(blog.has(FILE)).toBe(false);
    expect(await cms.posts({ slug: 'first' })).toEqual([]);
    expect(await cms.posts({ slug: 'first' }, 'draft')).toHaveLength(1);
    expect(await nextExport()).toEqual([`${OTHER}: same`]);
    expect(blog.has(FILE)).toBe(false);
  });
});

describe('nothing to settle', () => {
  it.each([
    ['first', {}, 'has no conflict'],
    ['first', KOREAN, '충돌이 없습니다'],
    ['no-such-post', {}, 'No published or withdrawn post is called "no-such-post" (ko)'],
    ['no-such-post', KOREAN, '"no-such-post" (ko)(이)라는'],
  ])('%s %j ends with 2 and says so', async (slug, env, message) => {
    const args = ['resolve', slug, '--locale', 'ko', '--blog', blog.dir, '--use', 'cms', '--json'];
    const { status, stdout, stderr } = await run(args, env);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
