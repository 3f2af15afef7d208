import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  createSandbox,
  type Sandbox,
  SERVICE,
} from '../../../src/plugins/jekyll/git/testing/sandbox';
import { Station, until } from '../auto-export/station';
import { DATE, fileOf, publishPlain } from '../export/content';
import { POST } from '../import/cms';
import { type Person, superAdmin } from '../publishing/people';
import { count, lastCommit, people, person } from './desk';

const QUEUE = 'plugin::jekyll.queue-entry';
const SECRET = 'token-that-nobody-may-see';
/** As an owner switches it on, see .env.example. */
const ENVIRONMENT = { JEKYLL_GIT: 'true', JEKYLL_GIT_PUSH: 'auto', JEKYLL_GIT_BRANCH: 'main' };
/** What an owner who works with folders adds to config/plugins. */
const LOCAL = { allowLocalRemotes: true, committer: SERVICE };
let sandbox: Sandbox;
let station: Station;
let hana: Person;
let duri: Person;
const HANA = { name: 'Editor 1', email: 'editor1@example.com' };
const DURI = { name: 'Editor 2', email: 'editor2@example.com' };
/** What Strapi logged. */
const logged: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, ENVIRONMENT, { JEKYLL_GIT_TOKEN: SECRET });
  sandbox = createSandbox();
  station = await Station.boot({ blog: sandbox.blog });
  useGit(LOCAL);
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(station.app.strapi.log, level).mockImplementation((...said: unknown[]) => {
      logged.push(said.map(String).join(' '));
      return station.app.strapi.log;
    });
  }
  hana = await superAdmin(station.app.strapi);
  duri = await superAdmin(station.app.strapi);
});
beforeEach(() => station.forget());
afterAll(async () => {
  await station.app.close();
  sandbox.remove();
  for (const name of [...Object.keys(ENVIRONMENT), 'JEKYLL_GIT_TOKEN']) delete process.env[name];
});

const useGit = (more: object): void => {
  const given = station.app.strapi.config.get<object>('plugin::jekyll.git');
  station.set('git', { ...given, ...more });
};
const cm = `/content-manager/collection-types/${POST}`;
const draft = async (slug: string): Promise<string> => {
  const data = { title: `글 ${slug}`, slug, date: DATE, body: '글' };
  return (await station.cms.documents(POST).create({ locale: 'ko', data })).documentId;
};
const publish = (who: Person, documentId: string) =>
  who.post(`${cm}/${documentId}/actions/publish?locale=ko`).send({ locale: 'ko' }).expect(200);
const remoteHead = () => sandbox.blog.git('--git-dir', sandbox.remote, 'rev-parse', 'main').trim();
const head = () => sandbox.blog.git('rev-parse', 'HEAD').trim();
const goAway = () => renameSync(sandbox.remote, `${sandbox.remote}-away`);
const comeBack = () => renameSync(`${sandbox.remote}-away`, sandbox.remote);
/** The time of the next try has come. */
const tryAgain = async () => {
  const data = { notBefore: new Date(Date.now() - 1) };
  await station.query(QUEUE).updateMany({ where: {}, data: data as never });
  station.app.strapi.plugin('jekyll').service('autoExport').look();
};

it('one press of the button is one commit of that person, pushed, with a record', async () => {
  const before = count(sandbox.blog);
  await publish(hana, await draft('first'));
  await station.settled();
  expect(count(sandbox.blog)).toBe(before + 1);
  expect(people(sandbox.blog)).toEqual([person(HANA), person(SERVICE)]);
  expect(lastCommit(sandbox.blog)).toEqual([`A ${fileOf('first')}`]);
  expect(remoteHead()).toBe(head());
  expect(await station.runs()).toMatchObject([
    {
      kind: 'export',
      trigger: 'publish',
      state: 'done',
      actorName: HANA.name,
      commit: head(),
      push: { status: 'pushed', branch: 'main' },
      problems: [],
    },
  ]);
});

it('fifty posts published at once are one commit', async () => {
  const documentIds: string[] = [];
  for (let at = 0; at < 50; at += 1) documentIds.push(await draft(`bulk-${at}`));
  const before = count(sandbox.blog);
  const body = { documentIds, locale: 'ko' };
  await hana.post(`${cm}/actions/bulkPublish?locale=ko`).send(body).expect(200);
  await station.settled();
  expect(count(sandbox.blog)).toBe(before + 1);
  expect(lastCommit(sandbox.blog)).toHaveLength(50);
  expect(sandbox.blog.git('log', '-1', '--format=%s').trim()).toBe('포스트 50개 발행');
  expect(await station.runs()).toHaveLength(1);
});

it('two people are two commits, each with its own author', async () => {
  const [one, other] = [await draft('by-hana'), await draft('by-duri')];
  const before = count(sandbox.blog);
  await publish(hana, one);
  await publish(duri, other);
  await station.settled();
  expect(count(sandbox.blog)).toBe(before + 2);
  const last = ['HEAD', 'HEAD~1'].map((commit) => [
    people(sandbox.blog, commit)[0],
    ...lastCommit(sandbox.blog, commit),
  ]);
  expect(last).toEqual(
    expect.arrayContaining([
      [person(HANA), `A ${fileOf('by-hana')}`],
      [person(DURI), `A ${fileOf('by-duri')}`],
    ]),
  );
  expect(remoteHead()).toBe(head());
});

it('a withdrawal is a commit that removes', async () => {
  const documentId = await draft('gone');
  await publish(hana, documentId);
  await station.forget();
  await duri
    .post(`${cm}/${documentId}/actions/unpublish?locale=ko`)
    .send({ locale: 'ko' })
    .expect(200);
  await station.settled();
  expect(lastCommit(sandbox.blog)).toEqual([`D ${fileOf('gone')}`]);
  expect(people(sandbox.blog)[0]).toBe(person(DURI));
});

it('a commit waits for a remote that is away, and is pushed when it is back', async () => {
  goAway();
  await publish(hana, await draft('patient'));
  await until('a push in the queue', async () => (await station.queue())[0]?.kind === 'push');
  const [waiting] = await station.queue();
  expect(waiting).toMatchObject({ kind: 'push', attempts: 1 });
  expect(await station.runs()).toMatchObject([
    { state: 'done', commit: head(), push: { status: 'unreachable' } },
  ]);
  await tryAgain();
  await until('another try', async () => (await station.queue())[0]?.attempts === 2);
  comeBack();
  await tryAgain();
  await station.settled();
  expect(remoteHead()).toBe(head());
  expect((await station.runs()).at(-1)).toMatchObject({
    trigger: 'retry',
    commit: null,
    push: { status: 'pushed' },
  });
});

it('what waits for the remote goes along with the next commit', async () => {
  goAway();
  await publish(hana, await draft('early'));
  await until('a push in the queue', async () => (await station.queue())[0]?.kind === 'push');
  comeBack();
  await publish(duri, await draft('late'));
  await station.settled();
  expect(remoteHead()).toBe(head());
  expect(people(sandbox.blog, 'HEAD~1')[0]).toBe(person(HANA));
});

it('a checkout in the middle of a merge is left alone, and gets everything afterwards', async () => {
  sandbox.blog.write('.git/MERGE_HEAD', `${head()}\n`);
  await publish(hana, await draft('merging'));
  const failed = await station.run('failed');
  expect(failed.problems[0]?.message.ko).toContain('merge');
  expect(sandbox.blog.exists(fileOf('merging'))).toBe(false);
  rmSync(path.join(sandbox.blog.dir, '.git/MERGE_HEAD'));
  await publishPlain(station.cms, 'after-merging');
  await station.settled();
  expect(sandbox.blog.exists(fileOf('merging'))).toBe(true);
  expect(remoteHead()).toBe(head());
});

it('a rejected push is seen, keeps the commit, and nobody learns the token', async () => {
  const hook = path.join(sandbox.remote, 'hooks/pre-receive');
  writeFileSync(hook, '#!/bin/sh\necho "closed, $JEKYLL_GIT_TOKEN" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  await publish(hana, await draft('rejected'));
  await station.settled();
  const [run] = await station.runs();
  expect(run).toMatchObject({ state: 'conflicts', commit: head(), push: { status: 'rejected' } });
  expect(run?.push?.problem?.message.en).toContain('closed, ***');
  rmSync(hook);
  await publish(hana, await draft('accepted'));
  await station.settled();
  expect(remoteHead()).toBe(head());
  const kept = [await station.runs(), await station.queue(), logged];
  expect(logged.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain(SECRET);
});

it('the branch of a post is pushed, too, when the remote is back', async () => {
  useGit({ mode: 'branch-per-post' });
  goAway();
  await publish(hana, await draft('proposed'));
  await until('a failed try', async () => (await station.queue())[0]?.attempts === 1);
  expect(sandbox.blog.exists(fileOf('proposed'))).toBe(false);
  comeBack();
  await tryAgain();
  await station.settled();
  const branch = 'jekyll-cms/ko-proposed';
  const git = (...args: string[]) => sandbox.blog.git('--git-dir', sandbox.remote, ...args).trim();
  expect(git('log', '-1', '--format=%an', branch)).toBe(HANA.name);
  expect(git('ls-tree', '--name-only', branch, fileOf('proposed'))).toBe(fileOf('proposed'));
  expect((await station.runs()).at(-1)).toMatchObject({ push: { status: 'pushed', branch } });
});
