import { setTimeout as pause } from 'node:timers/promises';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { runProgram } from '../cli/command';
import { Checkout, removeCheckouts } from './checkout';
import { actions, Cms, FILE, ITEM, POST, REFERENCE } from './cms';
import { plain, survey } from './texts';

let app: BootedStrapi;
let cms: Cms;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
});
afterEach(async () => {
  await app.strapi.db.connection.raw('drop trigger if exists refusing');
  await cms.clear();
});
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const item = (name: string) => [{ title: name, source: `[${name}](https://example.org/${name})` }];
const day = (at: number): string => String(at).padStart(2, '0');
const blogOf = (count: number): Promise<Checkout> =>
  Checkout.with(
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `_posts/2025-03-${day((at % 28) + 1)}-post-${at}.md`,
        at % 10 === 0 ? survey(`글 ${at}`, item(`item-${at}`)) : plain(`글 ${at}`),
      ]),
    ),
  );

/** Has the database refuse rows of a table that meet a condition, as a full disk or a rule would. */
const refuse = (table: string, condition: string): Promise<unknown> =>
  app.strapi.db.connection.raw(
    `create trigger refusing before insert on ${table} when ${condition}
     begin select raise(abort, 'refused by a test'); end`,
  );

/** Every file has one record, its post a draft and a published version. */
async function expectWhole(count: number): Promise<void> {
  const counts = await cms.counts();
  const surveys = Math.ceil(count / 10);
  expect(counts).toMatchObject({
    [POST]: 2 * count,
    [FILE]: count,
    [ITEM]: 2 * surveys,
    [REFERENCE]: surveys,
    components_post_sections: 2 * surveys,
    components_trend_item_citations: 2 * surveys,
  });
  const records = await cms.rows(FILE);
  const posts = await cms.posts();
  expect(new Set(records.map(({ post }) => post))).toEqual(
    new Set(posts.map(({ documentId }) => documentId)),
  );
}

describe('files that are stored together', () => {
  it('are stored without the one that cannot be', async () => {
    const blog = await blogOf(31);
    await refuse('jekyll_files', "new.path like '%-post-10.md'");
    const { posts, totals } = await cms.blog.import({ blogDir: blog.dir });
    expect(totals).toMatchObject({ created: 30, failed: 1 });
    expect(actions(posts).filter((post) => !post.endsWith(': created'))).toEqual([
      '_posts/2025-03-11-post-10.md: failed not-stored',
    ]);
    expect(JSON.stringify(posts)).toContain('refused by a test');
    // Nothing is left of it: neither its item nor its reference.
    expect(await cms.counts()).toMatchObject({ [POST]: 60, [ITEM]: 6, [REFERENCE]: 3, [FILE]: 30 });

    await app.strapi.db.connection.raw('drop trigger refusing');
    const second = await cms.blog.import({ blogDir: blog.dir });
    expect(second.totals).toMatchObject({ created: 1, same: 30, failed: 0 });
    await expectWhole(31);
  });

  it('are told in the order of the blog, with those that need no storing between them', async () => {
    const blog = await blogOf(12);
    await cms.blog.import({ blogDir: blog.dir, posts: '**/*-post-4.md' });
    await blog.edit('_posts/2025-03-05-post-4.md', '글 4', '고친 글 4');
    await blog.write('_posts/2025-03-06-broken.md', '---\ntitle: [\n---\n');
    const progress: string[] = [];
    const { posts } = await cms.blog.import({
      blogDir: blog.dir,
      onProgress: ({ done, total, label }) => progress.push(`${done}/${total} ${label}`),
    });
    const files = posts.map(({ file }) => file);
    expect(files).toEqual([...files].sort());
    expect(progress).toEqual(files.map((file, at) => `${at + 1}/13 ${file}`));
    expect(actions(posts).filter((post) => !post.endsWith(': created'))).toEqual([
      '_posts/2025-03-05-post-4.md: updated',
      expect.stringMatching(/broken\.md: failed/),
    ]);
  });
});

describe('an import that is cancelled', () => {
  it('keeps what it has stored, and the next one stores the rest', async () => {
    const blog = await blogOf(230);
    const abort = new AbortController();
    const stopped = cms.blog.import({
      blogDir: blog.dir,
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done === 20) abort.abort();
      },
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    const stored = (await cms.counts())[FILE]!;
    expect(stored).toBeGreaterThanOrEqual(20);
    expect(stored).toBeLessThan(230);
    expect((await cms.counts())[POST]).toBe(2 * stored);

    const { totals } = await cms.blog.import({ blogDir: blog.dir });
    expect(totals).toMatchObject({ same: stored, created: 230 - stored, failed: 0 });
    await expectWhole(230);
  });
});

describe('an import that is killed', () => {
  it('leaves whole posts, and the next one stores the rest', async () => {
    const blog = await blogOf(430);
    const env = { DATABASE_FILENAME: app.databaseFile };
    const records = (): Promise<number> =>
      app.strapi.db.query(FILE as 'plugin::jekyll.file').count();
    const killed = await runProgram(['import', blog.dir], app.databaseFile, {
      env,
      onStart: async (child) => {
        while ((await records()) === 0 && child.exitCode === null) await pause(2);
        // Somewhere within the batches that follow.
        await pause(Math.random() * 200);
        child.kill('SIGKILL');
      },
    });
    expect(killed.signal).toBe('SIGKILL');
    const stored = await records();
    expect(stored).toBeLessThan(430);
    expect((await cms.counts())[POST]).toBe(2 * stored);
    const posts = await cms.posts();
    expect((await cms.rows(FILE)).map(({ post }) => post).sort()).toEqual(
      posts.map(({ documentId }) => documentId).sort(),
    );

    const { totals } = await cms.blog.import({ blogDir: blog.dir });
    expect(totals).toMatchObject({ same: stored, created: 430 - stored, failed: 0 });
    await expectWhole(430);
  });
});
