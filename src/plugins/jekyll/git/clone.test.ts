import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureClone } from './clone';
import { createSandbox, edited, meta, POST, type Sandbox, settings, text } from './testing/sandbox';

let sandbox: Sandbox;
let dir: string;
beforeEach(() => {
  sandbox = createSandbox();
  dir = path.join(sandbox.dir, 'own/clone');
});
afterEach(() => sandbox.remove());

const remote = (changes: object = {}) => settings({ remote: sandbox.remote, ...changes });
const beside = () => readdirSync(path.dirname(dir));

test('the first use clones, the next opens; what is committed there can be pushed', async () => {
  const stages: string[] = [];
  const first = await ensureClone(dir, remote(), { onProgress: ({ label }) => stages.push(label) });
  expect(first.root).toBe(dir);
  expect(beside()).toEqual(['clone']);
  const again = await ensureClone(dir, remote());
  await again.commit([text(POST, edited(1, 'a'))], meta());
  expect(await again.push()).toMatchObject({ status: 'pushed' });
  expect(stages.every((stage) => /objects|deltas|files/.test(stage))).toBe(true);
});

test('a clone that is interrupted, or whose process was killed, leaves nothing; the next begins anew', async () => {
  mkdirSync(path.join(path.dirname(dir), '.clone.clone-99999/half'), { recursive: true });
  const aborted = ensureClone(dir, remote(), { signal: AbortSignal.abort() });
  await expect(aborted).rejects.toThrow(/aborted/);
  expect(beside()).toEqual([]);
  mkdirSync(dir);
  await ensureClone(dir, remote());
  expect(beside()).toEqual(['clone']);
});

test('a remote that is away is unreachable, and nothing is left behind', async () => {
  const away = remote({ remote: `${sandbox.remote}-away` });
  await expect(ensureClone(dir, away)).rejects.toMatchObject({ code: 'git-unreachable' });
  expect(beside()).toEqual([]);
});

test('never takes over a folder that holds something else', async () => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'mine.txt'), 'mine');
  await expect(ensureClone(dir, remote())).rejects.toMatchObject({ code: 'git-no-repository' });
  rmSync(dir, { recursive: true });
  await ensureClone(dir, remote());
  const other = remote({ remote: path.join(sandbox.dir, 'blog') });
  await expect(ensureClone(dir, other)).rejects.toMatchObject({ code: 'git-other-clone' });
});

test('checks out the branch of the settings; an empty remote gets it with the first commit', async () => {
  await expect(ensureClone(dir, remote({ branch: 'absent' }))).rejects.toMatchObject({
    code: 'git-branch-missing',
  });
  expect(beside()).toEqual([]);
  const empty = sandbox.init('empty.git', '--bare').dir;
  const repository = await ensureClone(dir, remote({ remote: empty, branch: 'pages' }));
  expect(await repository.branch()).toBe('pages');
  await repository.commit([text('a.md', 'a\n')], meta());
  expect(await repository.push()).toEqual({ status: 'pushed', branch: 'pages' });
});
