import { branchName } from './branch-name';
import { openRepository } from './repository';
import {
  BODY,
  createSandbox,
  edited,
  meta,
  POST,
  type Sandbox,
  settings,
  text,
} from './testing/sandbox';

const BRANCH = 'jekyll-cms/첫-글-ko';
let sandbox: Sandbox;
beforeEach(() => {
  sandbox = createSandbox();
});
afterEach(() => sandbox.remove());

const open = () => openRepository(sandbox.blog.dir, settings({ mode: 'branch-per-post' }));
const raw = (...args: string[]) => sandbox.other.git('--git-dir', sandbox.remote, ...args);

test('a commit on a branch of its own leaves work tree, index and HEAD as they are', async () => {
  const { blog } = sandbox;
  blog.write(POST, edited(3, 'dirty'));
  blog.write('staged.md', 'x\n');
  blog.git('add', 'staged.md');
  const before = blog.state() + blog.git('rev-parse', 'HEAD', '--abbrev-ref', 'HEAD');
  const repository = await open();
  const { commit } = await repository.commitOnBranch(BRANCH, [text(POST, edited(1, 'a'))], meta());
  expect(blog.state() + blog.git('rev-parse', 'HEAD', '--abbrev-ref', 'HEAD')).toBe(before);
  expect(blog.git('rev-parse', BRANCH).trim()).toBe(commit);
  expect(blog.git('show', `${BRANCH}:${POST}`)).toBe(edited(1, 'a'));
  expect(await repository.pushBranch(BRANCH)).toEqual({ status: 'pushed', branch: BRANCH });
  expect(await repository.pushBranch(BRANCH)).toMatchObject({ status: 'nothing-to-push' });
  expect(raw('rev-parse', BRANCH).trim()).toBe(commit);
  expect(raw('rev-parse', 'main').trim()).not.toBe(commit);
});

test('same content makes no commit, other content one more; nothing at all makes no branch', async () => {
  const repository = await open();
  const put = (content: string) => repository.commitOnBranch(BRANCH, [text(POST, content)], meta());
  expect(await put(BODY)).toEqual({ commit: null, branch: BRANCH });
  expect(sandbox.blog.git('branch', '--list', BRANCH)).toBe('');
  await put(edited(1, 'a'));
  expect((await put(edited(1, 'a'))).commit).toBeNull();
  await put(edited(1, 'b'));
  expect(sandbox.blog.git('rev-list', '--count', `main..${BRANCH}`).trim()).toBe('2');
});

describe('a branch whose pull request is over starts anew from the base', () => {
  const start = async () => {
    const repository = await open();
    await repository.commitOnBranch(BRANCH, [text(POST, edited(1, 'a'))], meta());
    await repository.pushBranch(BRANCH);
    sandbox.other.git('fetch', '-q', 'origin');
    return repository;
  };
  const finish = async (repository: Awaited<ReturnType<typeof open>>) => {
    const files = [text(POST, edited(1, 'a').replace('Line 9', 'b'))];
    const { commit } = await repository.commitOnBranch(BRANCH, files, meta());
    expect(await repository.pushBranch(BRANCH)).toMatchObject({ status: 'pushed' });
    expect(raw('rev-parse', BRANCH).trim()).toBe(commit);
    expect(raw('diff', '--name-only', `main...${BRANCH}`).trim()).toBe(POST);
    expect(raw('diff', '--numstat', `main...${BRANCH}`)).toMatch(/^1\t1\t/);
  };

  test('merged', async () => {
    const repository = await start();
    sandbox.other.git('merge', '-q', '--no-ff', '-m', 'PR', `origin/${BRANCH}`);
    sandbox.other.git('push', '-q', 'origin', 'main', `:${BRANCH}`);
    await finish(repository);
    expect(raw('log', '--format=%s', `main..${BRANCH}`).trim()).toBe('Update');
  });

  test('squashed, and the branch is still there', async () => {
    const repository = await start();
    sandbox.other.git('merge', '-q', '--squash', `origin/${BRANCH}`);
    sandbox.other.git('commit', '-qm', 'PR (squashed)');
    sandbox.other.git('push', '-q', 'origin', 'main');
    await finish(repository);
  });

  test('closed and deleted', async () => {
    const repository = await start();
    sandbox.other.git('push', '-q', 'origin', `:${BRANCH}`);
    const { commit } = await repository.commitOnBranch(BRANCH, [text('b.md', 'b\n')], meta());
    expect(sandbox.blog.git('rev-parse', `${commit}^`)).toBe(
      sandbox.blog.git('rev-parse', 'origin/main'),
    );
    expect(await repository.pushBranch(BRANCH)).toMatchObject({ status: 'pushed' });
  });
});

test('a reviewer’s commit on the branch stays in it', async () => {
  const repository = await open();
  await repository.commitOnBranch(BRANCH, [text(POST, edited(1, 'a'))], meta());
  await repository.pushBranch(BRANCH);
  sandbox.other.git('fetch', '-q', 'origin');
  sandbox.other.git('switch', '-q', BRANCH);
  sandbox.other.commit('review.md', 'fine\n');
  sandbox.other.git('push', '-q', 'origin', BRANCH);
  await repository.commitOnBranch(BRANCH, [text(POST, edited(1, 'b'))], meta());
  sandbox.other.commit('review.md', 'finer\n');
  sandbox.other.git('push', '-q', 'origin', BRANCH);
  expect(await repository.pushBranch(BRANCH)).toMatchObject({ status: 'pushed' });
  expect(raw('show', `${BRANCH}:review.md`)).toBe('finer\n');
  expect(raw('show', `${BRANCH}:${POST}`)).toBe(edited(1, 'b'));
});

test('what the pull request brought to the base is no obstacle to bringing it in', async () => {
  const { blog, other } = sandbox;
  blog.write(POST, edited(1, 'a'));
  const repository = await open();
  await repository.commitOnBranch(BRANCH, [text(POST, edited(1, 'a'))], meta());
  await repository.pushBranch(BRANCH);
  other.git('pull', '-q', '--no-rebase', 'origin', BRANCH);
  other.git('push', '-q', 'origin', 'main');
  expect(await repository.integrate()).toMatchObject({ status: 'fast-forwarded' });
  expect(blog.git('status', '--porcelain')).toBe('');
});

test.each([
  '-f',
  '--force',
  'a..b',
  'a b',
  'x.lock',
  '@{-1}',
  'HEAD',
  '',
  'a~1',
  '/a',
  'a\0b',
  'a\nb',
])('refuses the branch %j', async (branch) => {
  const repository = await open();
  const files = [text(POST, edited(1, 'a'))];
  await expect(repository.commitOnBranch(branch, files, meta())).rejects.toMatchObject({
    code: 'git-branch-name',
  });
  await expect(repository.pushBranch(branch)).rejects.toMatchObject({ code: 'git-branch-name' });
});

test.each([
  '첫 글-ko',
  '../../etc',
  '-rf',
  'a.lock',
  '',
  '@{u}',
  'a'.repeat(300),
  '..',
  'x~1^:?*[\\',
])('names a branch for %j', async (slug) => {
  const name = branchName(settings(), slug);
  expect(() => sandbox.blog.git('check-ref-format', `refs/heads/${name}`)).not.toThrow();
  expect(name).toMatch(/^jekyll-cms\/[^/]+$/);
});
