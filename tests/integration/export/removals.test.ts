import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions, Cms, POST } from '../import/cms';
import { plain } from '../import/texts';
import { fileOf, publishPlain } from './content';

let app: BootedStrapi;
let cms: Cms;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
});
afterEach(() => cms.clear());
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const withdraw = {
  unpublished: (documentId: string) => cms.documents(POST).unpublish({ documentId, locale: 'ko' }),
  deleted: (documentId: string) => cms.documents(POST).delete({ documentId, locale: 'ko' }),
};
const ways = ['unpublished', 'deleted'] as const;

/** A blog of `count` imported posts. */
async function blogOf(count: number): Promise<{ blog: Checkout; files: string[] }> {
  const files = Array.from({ length: count }, (_, at) => fileOf(`post-${100 + at}`));
  const blog = await Checkout.with(
    Object.fromEntries(files.map((file) => [file, plain(`글 ${file}`)])),
  );
  await cms.blog.import({ blogDir: blog.dir });
  return { blog, files };
}

/** Unpublishes the first posts. */
async function withdrawFirst(count: number): Promise<void> {
  const posts = (await cms.posts()).slice(0, count);
  for (const { documentId } of posts) await withdraw.unpublished(documentId);
}

describe.each(ways)('a post that is %s', (way) => {
  it('takes the file along that the CMS wrote', async () => {
    const blog = await Checkout.with();
    const { documentId } = await publishPlain(cms, 'first');
    await publishPlain(cms, 'second');
    await cms.blog.export({ blogDir: blog.dir });
    await withdraw[way](documentId);

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('first')}: delete`,
      `${fileOf('second')}: same`,
    ]);
    expect(await blog.files()).toEqual([fileOf('second')]);
    const again = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(again.files)).toEqual([`${fileOf('second')}: same`]);
  });

  it('takes the file along that was imported', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: plain('글') });
    await cms.blog.import({ blogDir: blog.dir });
    await withdraw[way]((await cms.post({ slug: 'first' })).documentId);
    const report = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(report.files)).toEqual([`${fileOf('first')}: delete`]);
    expect(await blog.files()).toEqual([]);
  });

  it('leaves a file that was changed in the blog since', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: plain('글') });
    await cms.blog.import({ blogDir: blog.dir });
    await blog.edit(fileOf('first'), '짧은', '블로그에서 고친');
    const before = await blog.snapshot();
    await withdraw[way]((await cms.post({ slug: 'first' })).documentId);

    for (const force of [false, true]) {
      const report = await cms.blog.export({ blogDir: blog.dir, force });
      expect(actions(report.files)).toEqual([`${fileOf('first')}: conflict changed-in-blog`]);
      expect(await blog.snapshot()).toEqual(before);
    }
  });

  it('removes nothing on a dry run, and still the file after it', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: plain('글') });
    await cms.blog.import({ blogDir: blog.dir });
    await withdraw[way]((await cms.post({ slug: 'first' })).documentId);

    const dry = await cms.blog.export({ blogDir: blog.dir, dryRun: true });
    expect(actions(dry.files)).toEqual([`${fileOf('first')}: delete`]);
    expect(await blog.files()).toEqual([fileOf('first')]);
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.files()).toEqual([]);
  });

  it('keeps its file when the export is asked for other posts or locales', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: plain('글') });
    await cms.blog.import({ blogDir: blog.dir });
    await withdraw[way]((await cms.post({ slug: 'first' })).documentId);

    for (const only of [{ posts: ['second'] }, { locales: ['en'] }]) {
      const report = await cms.blog.export({ blogDir: blog.dir, ...only });
      expect(report.files).toEqual([]);
      expect(await blog.files()).toEqual([fileOf('first')]);
    }
    await cms.blog.export({ blogDir: blog.dir, posts: ['first'], locales: ['ko'] });
    expect(await blog.files()).toEqual([]);
  });
});

describe('no file is removed', () => {
  it('when a post is published again before the export', async () => {
    const blog = await Checkout.with();
    const { documentId } = await publishPlain(cms, 'first');
    await cms.blog.export({ blogDir: blog.dir });
    const before = await blog.snapshot();
    await withdraw.unpublished(documentId);
    await cms.documents(POST).publish({ documentId, locale: 'ko' });

    const report = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(report.files)).toEqual([`${fileOf('first')}: same`]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it.each([
    ['says `published: false`', plain('글', ['published: false']), false],
    ['was imported as a draft', plain('글'), true],
  ])('for an entry that %s, even when it is deleted', async (_what, text, draft) => {
    const blog = await Checkout.with({ [fileOf('first')]: text });
    await cms.blog.import({ blogDir: blog.dir, draft });
    const before = await blog.snapshot();
    expect((await cms.blog.export({ blogDir: blog.dir })).files).toEqual([]);
    await withdraw.deleted((await cms.post({ slug: 'first' }, 'draft')).documentId);
    expect((await cms.blog.export({ blogDir: blog.dir })).files).toEqual([]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('for a draft that was published and unpublished before an export wrote it', async () => {
    const text = plain('글', ['published: false']);
    const blog = await Checkout.with({ [fileOf('first')]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const before = await blog.snapshot();
    const { documentId } = await cms.post({ slug: 'first' }, 'draft');
    await cms.documents(POST).publish({ documentId, locale: 'ko' });
    await withdraw.unpublished(documentId);

    expect((await cms.blog.export({ blogDir: blog.dir })).files).toEqual([]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('by a database that was emptied', async () => {
    const { blog } = await blogOf(3);
    const before = await blog.snapshot();
    await app.strapi.db.query(POST).deleteMany({ where: {} });
    expect((await cms.blog.export({ blogDir: blog.dir, force: true })).files).toEqual([]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('by a locale that was deleted', async () => {
    const locales = app.strapi.plugin('i18n').service('locales');
    const japanese = await locales.create({ code: 'ja', name: 'Japanese (ja)' });
    const blog = await Checkout.with({
      [fileOf('first')]: plain('글'),
      [fileOf('first-ja')]: plain('文', ['lang: ja']),
    });
    await cms.blog.import({ blogDir: blog.dir });
    expect((await cms.posts()).map(({ locale }) => locale).sort()).toEqual(['ja', 'ko']);
    const before = await blog.snapshot();
    await locales.delete({ id: japanese.id });
    expect((await cms.posts()).map(({ locale }) => locale)).toEqual(['ko']);

    const report = await cms.blog.export({ blogDir: blog.dir, force: true });

    expect(actions(report.files)).toEqual([`${fileOf('first')}: same`]);
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe('a draft that was imported and then published', () => {
  it('loses its `published: false`, and its file is removed when it is unpublished', async () => {
    const text = plain('글', ['published: false']);
    const blog = await Checkout.with({ [fileOf('first')]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const { documentId } = await cms.post({ slug: 'first' }, 'draft');
    await cms.documents(POST).publish({ documentId, locale: 'ko' });

    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('first'))).toBe(text.replace('published: false\n', ''));

    await withdraw.unpublished(documentId);
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.files()).toEqual([]);
  });
});

describe('an export that would remove many files', () => {
  it.each([
    ['3 of 10', 10, 3],
    ['2 of 19', 19, 2],
    ['6 of 70', 70, 6],
  ])('stops and asks, and removes them with force: %s', async (_what, all, some) => {
    const { blog } = await blogOf(all);
    const before = await blog.snapshot();
    await withdrawFirst(some);

    const halted = await cms.blog.export({ blogDir: blog.dir });
    expect(halted.totals).toMatchObject({ refused: some, same: all - some, delete: 0 });
    const refused = halted.files.filter(({ action }) => action === 'refused');
    for (const { problems } of refused) expect(problems).toMatchObject([{ code: 'mass-removal' }]);
    expect(await blog.snapshot()).toEqual(before);

    const forced = await cms.blog.export({ blogDir: blog.dir, force: true });
    expect(forced.totals).toMatchObject({ delete: some, same: all - some, refused: 0 });
    expect(await blog.files()).toHaveLength(all - some);
  });

  it.each([
    ['the only one', 1, 1],
    ['2 of 20', 20, 2],
    ['5 of 50', 50, 5],
  ])('goes on where they are few: %s', async (_what, all, some) => {
    const { blog } = await blogOf(all);
    await withdrawFirst(some);
    const report = await cms.blog.export({ blogDir: blog.dir });
    expect(report.totals).toMatchObject({ delete: some, same: all - some, refused: 0 });
    expect(await blog.files()).toHaveLength(all - some);
  });
});

describe('a post that is withdrawn and published again', () => {
  it('comes back as it was spelled', async () => {
    const file = '_posts/2025-03-01-back.md';
    const text = "---\ntitle:  'T'   # the title\n---\n\nText.  \n";
    const blog = await Checkout.with({ [file]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const [post] = await cms.posts();
    const version = { documentId: post!.documentId, locale: 'ko' };
    await cms.documents(POST).unpublish(version);
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.files()).toEqual([]);
    await cms.documents(POST).publish(version);
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(file)).toBe(text);
  });
});
