import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openRepository } from './repository';
import {
  BODY,
  createSandbox,
  edited,
  EDITOR,
  meta,
  POST,
  type Sandbox,
  settings,
  text,
} from './testing/sandbox';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = createSandbox();
});
afterEach(() => sandbox.remove());

const open = (changes: object = {}) =>
  openRepository(sandbox.blog.dir, settings(changes), { lockWait: 300 });

/** Exports a text of the first post, as the pipeline does: file, then commit. */
async function publish(content: string) {
  sandbox.blog.write(POST, content);
  const repository = await open();
  await repository.commit([text(POST, content)], meta());
  return repository;
}

const theirs = (file: string, content: string): string => {
  sandbox.other.git('pull', '-q', '--rebase', 'origin', 'main');
  const commit = sandbox.other.commit(file, content);
  sandbox.other.git('push', '-q', 'origin', 'HEAD:main');
  return commit;
};
const remoteLog = (): string[] =>
  sandbox.other.git('--git-dir', sandbox.remote, 'log', '--format=%s', 'main').trim().split('\n');

describe('bringing in what the remote has', () => {
  test('fast-forwards, and says which files changed', async () => {
    const commit = theirs('_posts/2025-03-03-other.md', 'theirs\n');
    const repository = await open();
    expect(await repository.integrate()).toEqual({
      status: 'fast-forwarded',
      head: commit,
      files: ['_posts/2025-03-03-other.md'],
    });
    expect(sandbox.blog.read('_posts/2025-03-03-other.md')).toBe('theirs\n');
    expect(sandbox.blog.git('status', '--porcelain')).toBe('');
    expect(await repository.integrate()).toEqual({ status: 'up-to-date' });
  });

  test('merges beside commits of ours, whose ids stay', async () => {
    const repository = await publish(edited(1, 'ours'));
    const ours = await repository.head();
    const commit = theirs(POST, edited(12, 'theirs'));
    expect(await repository.integrate()).toMatchObject({ status: 'merged', files: [POST] });
    expect(sandbox.blog.git('log', '-1', '--format=%P').trim()).toBe(`${ours} ${commit}`);
    expect(sandbox.blog.read(POST)).toBe(edited(1, 'ours').replace('Line 12', 'theirs'));
    expect(sandbox.blog.git('status', '--porcelain')).toBe('');
  });

  test('leaves staged, dirty, untracked and ignored files exactly so', async () => {
    const { blog } = sandbox;
    blog.commit('mine.md', 'mine\n');
    blog.commit('.gitignore', '_site/\n');
    blog.write('mine.md', 'dirty\n');
    blog.write('staged.md', 'staged\n');
    blog.git('add', 'staged.md');
    blog.write('loose.md', 'x\n');
    blog.write('_site/a.html', 'x\n');
    const before = blog.state();
    theirs('elsewhere.md', 'theirs\n');
    expect((await (await open()).integrate()).status).toBe('merged');
    expect(blog.state()).toBe(before);
  });

  test.each<[string, (file: string) => void]>([
    ['dirty', () => sandbox.blog.write(POST, edited(5, 'dirty'))],
    [
      'staged',
      () => {
        sandbox.blog.write(POST, edited(5, 'staged'));
        sandbox.blog.git('add', POST);
      },
    ],
    ['deleted by hand', () => rmSync(path.join(sandbox.blog.dir, POST))],
    ['untracked', () => sandbox.blog.write('new.md', 'mine\n')],
    [
      'ignored',
      () => {
        sandbox.blog.write('.git/info/exclude', 'new.md\n');
        sandbox.blog.write('new.md', 'mine\n');
      },
    ],
    [
      'an untracked link',
      () => symlinkSync('/etc/hostname', path.join(sandbox.blog.dir, 'new.md')),
    ],
    ['an ignored file where a folder goes', () => sandbox.blog.write('deep', 'mine\n')],
  ])('does nothing at all where a file in the way is %s', async (_, obstruct) => {
    theirs(POST, edited(12, 'theirs'));
    theirs('new.md', 'theirs\n');
    theirs('deep/file.md', 'theirs\n');
    obstruct(POST);
    const before = sandbox.blog.state();
    const head = sandbox.blog.git('rev-parse', 'HEAD');
    const result = await (await open()).integrate();
    expect(result).toMatchObject({ status: 'blocked', problem: { code: 'git-blocked' } });
    expect(sandbox.blog.state()).toBe(before);
    expect(sandbox.blog.git('rev-parse', 'HEAD')).toBe(head);
  });

  test('a dirty or untracked file that says what the remote says is no obstacle', async () => {
    theirs(POST, edited(12, 'same'));
    theirs('new.md', 'same\n');
    sandbox.blog.write(POST, edited(12, 'same'));
    sandbox.blog.write('new.md', 'same\n');
    expect((await (await open()).integrate()).status).toBe('fast-forwarded');
    expect(sandbox.blog.git('status', '--porcelain')).toBe('');
  });

  test('that was killed before the branch followed is completed by the next run', async () => {
    const { blog, other } = sandbox;
    theirs('new.md', 'new\n');
    other.git('mv', POST, 'moved.md');
    other.git('commit', '-qm', 'Move');
    other.git('push', '-q', 'origin', 'HEAD:main');
    const old = blog.git('rev-parse', 'HEAD').trim();
    const repository = await open();
    await repository.integrate();
    blog.git('update-ref', 'refs/heads/main', old);
    expect(blog.git('status', '--porcelain')).not.toBe('');
    expect(await repository.integrate()).toMatchObject({ status: 'fast-forwarded' });
    expect(blog.git('status', '--porcelain')).toBe('');
  });

  test('a remote without the branch has nothing to bring in', async () => {
    sandbox.blog.git('switch', '-qc', 'drafts');
    expect(await (await open()).integrate()).toEqual({ status: 'up-to-date' });
  });
});

describe('pushing', () => {
  test('sends our commit; a second time there is nothing to push', async () => {
    const repository = await publish(edited(1, 'ours'));
    expect(await repository.push()).toEqual({ status: 'pushed', branch: 'main' });
    expect(await repository.push()).toEqual({ status: 'nothing-to-push', branch: 'main' });
    expect(remoteLog()).toEqual(['Update', `Write ${POST}`]);
  });

  test('merges first where the remote moved on, and rewrites nothing', async () => {
    const repository = await publish(edited(1, 'ours'));
    const commit = theirs(POST, edited(12, 'theirs'));
    expect(await repository.push()).toMatchObject({ status: 'pushed' });
    sandbox.other.git('pull', '-q', 'origin', 'main');
    expect(sandbox.other.read(POST)).toBe(edited(1, 'ours').replace('Line 12', 'theirs'));
    expect(sandbox.other.git('branch', '--contains', commit)).toContain('main');
    expect(sandbox.other.git('log', '--format=%ae', '--no-merges')).toContain(EDITOR.email);
  });

  test('of a contradiction leaves the commit; once somebody solved it, the next run carries on', async () => {
    const { blog } = sandbox;
    const repository = await publish(edited(1, 'ours'));
    const ours = await repository.head();
    theirs(POST, edited(1, 'theirs'));
    const report = await repository.push();
    expect(report).toMatchObject({ status: 'conflict', problem: { code: 'git-conflict' } });
    expect(report.problem?.message.en).toContain(POST);
    expect(await repository.head()).toBe(ours);
    expect(blog.git('status', '--porcelain')).toBe('');

    expect(() => blog.git('pull', '-q', '--no-rebase', 'origin', 'main')).toThrow();
    await expect(repository.push()).rejects.toMatchObject({ code: 'git-in-progress' });
    blog.write(POST, edited(1, 'both'));
    blog.git('commit', '-qam', 'Solve');
    expect(await repository.push()).toMatchObject({ status: 'pushed' });
    expect(remoteLog()[0]).toBe('Solve');
  });

  test('to a remote that is away says so; the next run delivers', async () => {
    const repository = await publish(edited(1, 'ours'));
    const { blog } = sandbox;
    blog.git('remote', 'set-url', 'origin', `${sandbox.remote}-away`);
    expect(await repository.integrate()).toMatchObject({ status: 'unreachable' });
    expect(await repository.push()).toMatchObject({
      status: 'unreachable',
      problem: { code: 'git-unreachable' },
    });
    blog.git('remote', 'set-url', 'origin', sandbox.remote);
    expect(await repository.push()).toMatchObject({ status: 'pushed' });
  });

  test('to a host that never answers ends in time', async () => {
    const repository = await publish(edited(1, 'ours'));
    const { blog, dir } = sandbox;
    const silent = path.join(dir, 'silent');
    writeFileSync(silent, '#!/bin/sh\nsleep 60\n', { mode: 0o755 });
    blog.git('remote', 'set-url', 'origin', 'git@example.com:blog.git');
    blog.git('config', 'core.sshCommand', silent);
    const start = Date.now();
    const hasty = await open({ timeout: 1 });
    expect(await hasty.push()).toMatchObject({ status: 'unreachable' });
    await expect(repository.integrate(AbortSignal.timeout(300))).rejects.toThrow(/aborted/);
    expect(Date.now() - start).toBeLessThan(8000);
  });

  test('that a hook refuses hands its words on and leaves the commit', async () => {
    const repository = await publish(edited(1, 'ours'));
    const hook = path.join(sandbox.remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "Only on Fridays: 금요일에만" >&2\nexit 1\n', {
      mode: 0o755,
    });
    const report = await repository.push();
    expect(report).toMatchObject({ status: 'rejected', problem: { code: 'git-rejected' } });
    expect(report.problem?.message.en).toContain('Only on Fridays: 금요일에만');
    rmSync(hook);
    expect(await repository.push()).toMatchObject({ status: 'pushed' });
  });

  test('gives up where the remote moves on each time', async () => {
    const repository = await publish(edited(1, 'ours'));
    // A remote that lets nobody fast-forward: each push finds its ref moved.
    const hook = path.join(sandbox.remote, 'hooks/pre-receive');
    const move =
      'unset GIT_QUARANTINE_PATH\nt=$(git rev-parse main^{tree})\nc=$(echo x | git -c user.name=a -c user.email=a@b commit-tree -p main $t)\ngit update-ref refs/heads/main $c\n';
    writeFileSync(hook, `#!/bin/sh\n${move}`, { mode: 0o755 });
    const report = await repository.push({ attempts: 3 });
    expect(report).toMatchObject({ status: 'rejected', problem: { code: 'git-remote-moves' } });
  });

  test('without a remote says so', async () => {
    const fresh = sandbox.init('fresh');
    fresh.commit('a.md', 'a\n');
    const repository = await openRepository(fresh.dir, settings());
    expect(await repository.integrate()).toEqual({ status: 'up-to-date' });
    expect(await repository.push()).toMatchObject({ problem: { code: 'git-no-remote' } });
  });

  test('goes to the address or the remote that the settings name', async () => {
    sandbox.blog.git('remote', 'rename', 'origin', 'elsewhere');
    sandbox.blog.git('remote', 'remove', 'elsewhere');
    sandbox.blog.write(POST, edited(1, 'ours'));
    const repository = await open({ remote: sandbox.remote });
    await repository.commit([text(POST, edited(1, 'ours'))], meta());
    theirs('more.md', 'more\n');
    expect(await repository.push()).toMatchObject({ status: 'pushed' });
    expect(await repository.push()).toMatchObject({ status: 'nothing-to-push' });
    await expect((await open({ remote: 'backup' })).push()).rejects.toMatchObject({
      code: 'git-unknown-remote',
    });
    expect(BODY).not.toBe(sandbox.blog.read(POST));
  });
});
