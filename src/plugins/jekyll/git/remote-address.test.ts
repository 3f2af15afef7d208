import { readRemote, remoteProblem } from './remote-address';
import { openRepository } from './repository';
import { gitSettingsSchema } from './settings';
import { createSandbox, settings } from './testing/sandbox';

test.each([
  ['https://github.com/owner/blog.git', 'https', 'github.com', 'owner/blog.git'],
  [
    'https://git.example.com:8443/group/sub/blog',
    'https',
    'git.example.com:8443',
    'group/sub/blog',
  ],
  ['ssh://git@github.com:22/owner/blog.git', 'ssh', 'github.com', 'owner/blog.git'],
  ['git@github.com:owner/blog.git', 'ssh', 'github.com', 'owner/blog.git'],
  ['my-host:blog.git', 'ssh', 'my-host', 'blog.git'],
])('%s is used', (remote, kind, host, path) => {
  expect(remoteProblem(remote, false)).toBeNull();
  expect(readRemote(remote)).toEqual({ kind, host, path });
});

test.each(['/srv/git/blog.git', 'file:///srv/git/blog.git', '/srv/블로그 git'])(
  'the folder %s is used where the setting allows it',
  (remote) => {
    expect(remoteProblem(remote, false)?.message.en).toContain('git.allowLocalRemotes');
    expect(remoteProblem(remote, true)).toBeNull();
  },
);

const HOSTILE = [
  '',
  '-oProxyCommand=touch /tmp/x',
  '--upload-pack=touch /tmp/x',
  'ext::sh -c touch% /tmp/x',
  'fd::17/foo',
  'https::https://example.com/x',
  'http://example.com/x.git',
  'git://example.com/x.git',
  'ftp://example.com/x.git',
  'https://example.com/x.git\n[core]',
  'https://exa mple.com/x.git',
  'https://-oProxyCommand=x/y',
  'ssh://-oProxyCommand=x/y',
  'ssh://-F@example.com/y',
  'ssh://git@-oProxyCommand=x/y',
  'ssh://git:secret@example.com/y',
  'ssh://example.com/-y',
  '-oProxyCommand=x:y',
  'git@-oProxyCommand=x:y',
  '-l@example.com:y',
  'git@example.com:-y',
  'https://user:secret@example.com/x.git',
  'https://secret@example.com/x.git',
  'https://example.com/x.git?private_token=secret',
  'https://example.com/x.git#secret',
  'https://',
  'https://example.com/',
  '../relative',
  './relative',
  '\0',
  'file\0://x',
];

test.each(HOSTILE)('%j is refused, by the configuration too, and not repeated', (remote) => {
  const problem = remoteProblem(remote, true);
  expect(problem).not.toBeNull();
  expect(problem?.message.en).not.toContain('secret@');
  expect(problem?.message.ko).toMatch(/[가-힣]/);
  const parsed = gitSettingsSchema.safeParse({ remote, allowLocalRemotes: true });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.message).not.toMatch(/secret(?!s)/);
});

test('an address of the checkout’s own configuration is held to the same', async () => {
  const sandbox = createSandbox();
  try {
    const { blog } = sandbox;
    const repository = await openRepository(blog.dir, settings());
    for (const url of ['ext::sh -c x', 'http://example.com/x', 'https://u:secret@example.com/x']) {
      blog.git('config', 'remote.origin.url', url);
      for (const attempt of [repository.integrate, repository.push]) {
        await expect(attempt()).rejects.toThrow(/cannot be used/);
      }
    }
    blog.git('config', 'remote.origin.url', sandbox.remote);
    blog.git('config', 'remote.origin.pushurl', 'ext::sh -c x');
    await expect(repository.push()).rejects.toThrow(/cannot be used/);
    const strict = await openRepository(blog.dir, settings({ allowLocalRemotes: false }));
    blog.git('config', '--unset', 'remote.origin.pushurl');
    await expect(strict.integrate()).rejects.toThrow(/allowLocalRemotes/);
  } finally {
    sandbox.remove();
  }
});

test.each([
  { branch: '-f' },
  { branch: 'HEAD' },
  { branch: 'a b' },
  { tokenVariable: 'ghp_abc-def' },
  { tokenVariable: 'X; rm' },
  { author: { name: 'A\nB', email: 'a@b' } },
  { author: { name: 'A', email: 'a b' } },
  { push: 'always' },
  { unknown: 1 },
  { pullRequest: { apiUrl: 'http://example.com' } },
  { pullRequest: { apiUrl: 'https://user:secret@example.com' } },
  { pullRequest: { apiUrl: 'file:///etc/passwd' } },
])('the configuration refuses %j', (changes) => {
  expect(gitSettingsSchema.safeParse(changes).success).toBe(false);
});
