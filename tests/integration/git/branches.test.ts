import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploadPicture } from '../export/upload';
import { edit, fileOf, plainFile, publishPlain } from '../export/content';
import { actions, ASSET, FILE, POST, type Row } from '../import/cms';
import { picture } from '../import/texts';
import { Desk, HANA, lastCommit, people, person, SERVICE } from './desk';

const TOKEN = 'api-token-of-this-test';
const REMOTE = 'https://github.com/owner/blog.git';
const PAGE = 'https://github.com/owner/blog/pull/7';
let desk: Desk;
let api: Server;
let asked: { method: string; url: string; body: string; authorization: string }[] = [];
let answer: (method: string) => { status: number; body: unknown };

beforeAll(async () => {
  desk = await Desk.boot();
  api = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, body, authorization: headers.authorization ?? '' });
      const { status, body: said } = answer(method);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  process.env['TEST_API_TOKEN'] = TOKEN;
});
beforeEach(() => {
  asked = [];
  answer = (method) =>
    method === 'POST' ? { status: 201, body: { html_url: PAGE } } : { status: 200, body: [] };
});
afterEach(() => desk.close());
afterAll(async () => {
  delete process.env['TEST_API_TOKEN'];
  await desk.app.close();
  await new Promise((resolve) => api.close(resolve));
});

type Mode = 'branch-per-run' | 'branch-per-post';
const open = (mode: Mode) => desk.open({ mode, branch: 'main' });
const branches = () =>
  desk
    .remote('for-each-ref', '--format=%(refname:short)', 'refs/heads/jekyll-cms')
    .trim()
    .split('\n')
    .filter((name) => name !== '');
/** Someone merges a branch at the remote, as the button of a pull request does. */
function merge(branch: string, how: 'merge' | 'squash' = 'merge'): void {
  const { other } = desk.sandbox;
  other.git('fetch', '-q', 'origin');
  other.git('checkout', '-q', '-B', 'main', 'origin/main');
  if (how === 'merge') other.git('merge', '-q', '--no-ff', '-m', 'Merge', `origin/${branch}`);
  else {
    other.git('merge', '-q', '--squash', `origin/${branch}`);
    other.git('commit', '-qm', 'Squash');
  }
  other.git('push', '-q', 'origin', 'main');
}
const refs = () => desk.blog.git('rev-parse', 'HEAD', 'main');
const FILE_1 = fileOf('first');
const BRANCH_1 = 'jekyll-cms/ko-first';

describe.each(['branch-per-run', 'branch-per-post'] as const)('%s', (mode) => {
  beforeEach(() => open(mode));
  const theBranch = () => {
    const found = branches();
    expect(found).toHaveLength(1);
    return found[0] ?? '';
  };

  it('commits beside the checkout, which stays as it is, and pushes the branch', async () => {
    desk.blog.write('staged.md', 'x\n');
    desk.blog.git('add', 'staged.md');
    const before = desk.blog.state() + refs();
    await publishPlain(desk.cms, 'first');
    const report = await desk.export();
    const branch = theBranch();
    expect(report.push).toEqual({ status: 'pushed', branch });
    expect(desk.remote('rev-parse', branch).trim()).toBe(report.commit);
    expect(lastCommit(desk.blog, branch)).toEqual([`A ${FILE_1}`]);
    expect(people(desk.blog, branch)).toEqual([person(HANA), person(SERVICE)]);
    expect(desk.published(FILE_1, branch)).toBe(plainFile('first'));
    expect(desk.blog.state() + refs()).toBe(before);
    expect(desk.remote('rev-parse', 'main')).not.toContain(report.commit);
  });

  it('proposes the same content once', async () => {
    await publishPlain(desk.cms, 'first');
    const { commit } = await desk.export();
    const again = await desk.export();
    expect(again).toMatchObject({ commit: null, totals: { add: 1 } });
    expect(desk.remote('rev-parse', theBranch()).trim()).toBe(commit);
  });

  it('is in step once its branch is merged at the remote', async () => {
    const medium = await uploadPicture(desk.app.strapi, 'photo.png', picture('photo'));
    const post = await publishPlain(desk.cms, 'first', { body: `![그림](${medium.url})` });
    await desk.export();
    merge(theBranch(), mode === 'branch-per-run' ? 'merge' : 'squash');

    const report = await desk.export();
    expect(actions(report.files)).toEqual([`${FILE_1}: same`]);
    expect(report).toMatchObject({ commit: null, problems: [] });
    expect(desk.blog.exists(FILE_1)).toBe(true);
    expect(await desk.cms.rows(FILE)).toMatchObject([
      { post: post.documentId, path: FILE_1, live: true, proposed: null },
    ]);
    expect(await desk.cms.rows(ASSET)).toMatchObject([{ path: 'assets/img/posts/photo.png' }]);

    await edit(desk.cms, post as never, { body: '고친 글' });
    expect(actions((await desk.export()).files)).toEqual([`${FILE_1}: change`]);
  });

  it('knows what was merged, when the post was edited again before the next run', async () => {
    const post = await publishPlain(desk.cms, 'first', { body: '하나' });
    await desk.export();
    merge(theBranch());
    for (const body of ['둘', '셋']) {
      await edit(desk.cms, post as never, { body });
      const report = await desk.export();
      expect(actions(report.files)).toEqual([`${FILE_1}: change`]);
      const branch = report.push?.branch ?? '';
      expect(desk.published(FILE_1, branch)).toBe(plainFile('first', body));
      merge(branch);
    }
    expect(actions((await desk.export()).files)).toEqual([`${FILE_1}: same`]);
  });
});

describe('a branch', () => {
  beforeEach(() => open('branch-per-post'));

  it('takes what reviewers made of a post back into it', async () => {
    await publishPlain(desk.cms, 'first', { body: '하나\n\n둘' });
    await desk.export();
    const { other } = desk.sandbox;
    other.git('fetch', '-q', 'origin');
    other.git('checkout', '-q', '-b', 'review', `origin/${BRANCH_1}`);
    other.commit(FILE_1, plainFile('first', '하나\n\n둘, 다듬음'));
    other.git('push', '-q', 'origin', `review:${BRANCH_1}`);
    merge(BRANCH_1);
    const report = await desk.export();
    expect(report.files).toMatchObject([{ action: 'same', pulled: true }]);
    expect((await desk.cms.post({ slug: 'first' })).body).toBe('하나\n\n둘, 다듬음');
  });

  it('removes a withdrawn post on a branch, also one that was merged unseen', async () => {
    const { documentId } = await publishPlain(desk.cms, 'first');
    await desk.export();
    merge(BRANCH_1);
    await desk.cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    const report = await desk.export();
    expect(actions(report.files)).toEqual([`${FILE_1}: delete`]);
    expect(lastCommit(desk.blog, BRANCH_1)).toEqual([`D ${FILE_1}`]);
    expect(desk.blog.exists(FILE_1)).toBe(true);
    merge(BRANCH_1);
    await desk.export();
    expect(desk.blog.exists(FILE_1)).toBe(false);
    expect((await desk.export()).files).toEqual([]);
  });

  it('lets no post take the place of another one that a branch has not moved yet', async () => {
    const first = await publishPlain(desk.cms, 'first', { body: '하나' });
    const second = await publishPlain(desk.cms, 'second', { body: '둘' });
    await desk.export();
    for (const branch of branches()) merge(branch);
    await desk.export();
    await edit(desk.cms, first, { slug: 'second' });
    await edit(desk.cms, second, { slug: 'first' });
    for (const dryRun of [true, false]) {
      expect(actions((await desk.export({ dryRun })).files).sort()).toEqual([
        `${FILE_1}: conflict place-taken`,
        `${fileOf('second')}: conflict place-taken`,
      ]);
    }
  });

  it('touches nothing on a dry run', async () => {
    await publishPlain(desk.cms, 'first');
    const before = [desk.blog.state(), desk.blog.git('for-each-ref'), await desk.cms.counts()];
    const report = await desk.export({ dryRun: true });
    expect(actions(report.files)).toEqual([`${FILE_1}: add`]);
    expect([desk.blog.state(), desk.blog.git('for-each-ref'), await desk.cms.counts()]).toEqual(
      before,
    );
    expect(branches()).toEqual([]);
  });
});

describe('branches', () => {
  const two = async (): Promise<Row[]> => [
    await publishPlain(desk.cms, 'first'),
    await publishPlain(desk.cms, 'second'),
  ];

  it('are one for each post', async () => {
    open('branch-per-post');
    await two();
    await desk.export();
    expect(branches()).toEqual([BRANCH_1, 'jekyll-cms/ko-second']);
    expect(lastCommit(desk.blog, BRANCH_1)).toEqual([`A ${FILE_1}`]);
  });

  it('are one for a run', async () => {
    open('branch-per-run');
    await two();
    await desk.export();
    const [branch = '', ...others] = branches();
    expect(others).toEqual([]);
    expect(lastCommit(desk.blog, branch)).toEqual([`A ${FILE_1}`, `A ${fileOf('second')}`]);
  });

  it('stay here while the remote is away, and are pushed by the next run', async () => {
    open('branch-per-post');
    await publishPlain(desk.cms, 'first');
    desk.blog.git('remote', 'set-url', 'origin', `${desk.sandbox.remote}-away`);
    const away = await desk.export();
    expect(away.push).toMatchObject({ status: 'unreachable', branch: BRANCH_1 });
    desk.blog.git('remote', 'set-url', 'origin', desk.sandbox.remote);
    expect((await desk.export()).push).toMatchObject({ status: 'pushed', branch: BRANCH_1 });
    expect(desk.remote('rev-parse', BRANCH_1).trim()).toBe(away.commit);
  });
});

describe('a pull request', () => {
  beforeEach(() => {
    desk.open();
    desk.blog.git('config', `url.${desk.sandbox.remote}.insteadOf`, REMOTE);
  });
  const wanting = (create: 'open' | 'address') =>
    desk.configure({
      push: 'auto',
      mode: 'branch-per-post',
      branch: 'main',
      remote: REMOTE,
      pullRequest: {
        create,
        tokenVariable: 'TEST_API_TOKEN',
        apiUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
      },
    });
  const compare = `https://github.com/owner/blog/compare/main...${BRANCH_1}?expand=1`;

  it('is opened through the API, with the posts as its title', async () => {
    wanting('open');
    await publishPlain(desk.cms, 'first');
    const report = await desk.export();
    expect(report.push).toEqual({ status: 'pushed', branch: BRANCH_1, pullRequest: PAGE });
    expect(asked.map(({ method, url }) => `${method} ${url.split('?')[0]}`)).toEqual([
      'GET /repos/owner/blog/pulls',
      'POST /repos/owner/blog/pulls',
    ]);
    expect(asked[1]?.authorization).toBe(`token ${TOKEN}`);
    expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({
      head: BRANCH_1,
      base: 'main',
      title: '"글 first" 발행',
    });
  });

  it('that the API refuses leaves the address, and the token nowhere', async () => {
    wanting('open');
    answer = () => ({ status: 403, body: { message: `Resource not accessible by ${TOKEN}` } });
    await publishPlain(desk.cms, 'first');
    const report = await desk.export();
    expect(report.push).toMatchObject({
      status: 'pushed',
      pullRequest: compare,
      problem: { code: 'pull-request-failed', severity: 'warning' },
    });
    const runs = await desk.cms.rows('plugin::jekyll.run');
    expect(runs.at(-1)).toMatchObject({ state: 'done', push: { pullRequest: compare } });
    expect(JSON.stringify([report, runs])).not.toContain(TOKEN);
  });

  it('is only named where the settings say so', async () => {
    wanting('address');
    await publishPlain(desk.cms, 'first');
    expect((await desk.export()).push).toMatchObject({ pullRequest: compare });
    expect(asked).toEqual([]);
  });
});
