import { item, fileOf, plainFile, publishPlain, reference } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { type Cms, ITEM, POST, REFERENCE } from '../import/cms';
import { plain } from '../import/texts';
import { type Person, superAdmin } from '../publishing/people';
import { filesOf, Station } from './station';

let blog: Checkout;
let station: Station;
let cms: Cms;
let kim: Person;
let lee: Person;
beforeAll(async () => {
  blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  station = await Station.boot({ blog });
  cms = station.cms;
  kim = await superAdmin(station.app.strapi);
  lee = await superAdmin(station.app.strapi);
});
beforeEach(() => station.forget());
afterEach(async () => {
  station.set('autoExport', 'on-publish');
  await station.settled();
});
afterAll(async () => {
  await station.app.close();
  await removeCheckouts();
});

const confirmed = { jekyll: { confirmed: true } };
const drafts = (slugs: readonly string[]) =>
  Promise.all(
    slugs.map((slug) =>
      cms.documents(POST).create({
        locale: 'ko',
        data: { title: `글 ${slug}`, slug, date: '2025-03-02T00:00:00.000Z', body: '글' },
      }),
    ),
  );
const bulk = (who: Person, action: string, documentIds: readonly string[]) =>
  who
    .post(`/content-manager/collection-types/${POST}/actions/${action}?locale=ko`)
    .send({ documentIds, locale: 'ko' })
    .expect(200);

/** A published post that shows a published item that cites a reference. */
async function survey(slug: string) {
  const cited = await reference(cms, `Source of ${slug}`, `https://example.com/${slug}`);
  const shown = await item(cms, {
    title: `Item of ${slug}`,
    body: '- 설명',
    citations: [{ reference: cited }],
  });
  const sections = [{ heading: 'Issues', prefix: 'iss', items: [shown] }];
  const { documentId } = await publishPlain(cms, slug, { body: '', sections });
  await station.forget();
  return { cited, shown, post: documentId, file: fileOf(slug) };
}

it('a version reaches the files that name it', async () => {
  station.set('localeStrategy', 'suffix');
  const { documentId } = await publishPlain(cms, 'linked');
  await station.forget();
  const english = { title: 'Linked', slug: 'linked', date: '2025-03-02T00:00:00.000Z', body: 'x' };
  const version = { documentId, locale: 'en', status: 'published', data: english };
  await cms.documents(POST).update(version);
  await station.settled();
  station.set('localeStrategy', null);
  expect(await blog.text(fileOf('linked'))).toMatch(/^alternates:\n {2}en: \/2025/m);
  expect(filesOf((await station.runs())[0])).toEqual([
    '_posts/2025-03-02-linked-en.md: add',
    '_posts/2025-03-02-linked.md: change',
  ]);
});

it('a version reaches the files that name it after the strategy was changed, too', async () => {
  station.set('localeStrategy', 'suffix');
  const { documentId } = await publishPlain(cms, 'named');
  const english = { title: 'Named', slug: 'named', date: '2025-03-02T00:00:00.000Z', body: 'x' };
  const version = { documentId, locale: 'en', status: 'published', data: english };
  await cms.documents(POST).update(version);
  await station.forget();
  station.set('localeStrategy', null);
  await cms.documents(POST).unpublish({ documentId, locale: 'en' });
  await station.settled();
  expect(filesOf((await station.runs())[0])).toEqual([
    '_posts/2025-03-02-named-en.md: delete',
    '_posts/2025-03-02-named.md: change',
  ]);
  expect(await blog.text(fileOf('named'))).not.toContain('alternates');
});

describe('a post', () => {
  it('is in the blog soon after it was published, and not before', async () => {
    await publishPlain(cms, 'first');
    expect(blog.has(fileOf('first'))).toBe(false);
    await station.settled();
    expect(await blog.text(fileOf('first'))).toBe(plainFile('first'));
    expect(await station.runs()).toMatchObject([
      { kind: 'export', trigger: 'publish', state: 'done', actorName: null, problems: [] },
    ]);
  });

  it.each(['unpublish', 'delete'] as const)('leaves the blog after %s', async (action) => {
    const { documentId } = await publishPlain(cms, `gone-${action}`);
    await station.forget();
    await cms.documents(POST)[action]({ documentId, locale: 'ko' });
    await station.settled();
    expect(filesOf((await station.runs())[0])).toEqual([`${fileOf(`gone-${action}`)}: delete`]);
    expect(blog.has(fileOf(`gone-${action}`))).toBe(false);
  });

  it('is not queued by a save, nor by a publication that is rolled back', async () => {
    const [draft] = await drafts(['never']);
    const version = { documentId: draft!.documentId, locale: 'ko' };
    await cms.documents(POST).update({ ...version, data: { title: '고침' } });
    const failing = station.app.strapi.db.transaction(async () => {
      await cms.documents(POST).publish(version);
      expect(await station.queue()).toHaveLength(1);
      throw new Error('something later fails');
    });
    await expect(failing).rejects.toThrow('something later fails');
    expect(await station.queue()).toEqual([]);
  });

  it('is not queued by an import', async () => {
    const other = await Checkout.with({ [fileOf('imported')]: plain('글') });
    await cms.blog.import({ blogDir: other.dir });
    expect(await cms.posts({ slug: 'imported' })).toHaveLength(1);
    expect(await station.queue()).toEqual([]);
    expect(await station.runs()).toMatchObject([{ kind: 'import', trigger: 'admin' }]);
  });

  it('is not queued while automatic exports are off', async () => {
    station.set('autoExport', 'off');
    await publishPlain(cms, 'quiet');
    expect(await station.queue()).toEqual([]);
  });

  it('that changes again during a run is exported again', async () => {
    const { documentId } = await publishPlain(cms, 'twice');
    const [taken] = await station.queue();
    await cms.documents(POST).update({
      documentId,
      locale: 'ko',
      status: 'published',
      data: { body: '두 번째' },
    });
    const ids = (await station.queue()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(taken!.id);
    await station.settled();
    expect(await blog.text(fileOf('twice'))).toContain('두 번째');
  });
});

describe('many posts', () => {
  it('that one person publishes at once are one run', async () => {
    const slugs = Array.from({ length: 50 }, (_, at) => `bulk-${100 + at}`);
    const posts = await drafts(slugs);
    await bulk(
      kim,
      'bulkPublish',
      posts.map(({ documentId }) => documentId),
    );
    await station.settled();
    const runs = await station.runs();
    expect(runs).toMatchObject([{ state: 'done', actorName: 'Editor 1', trigger: 'publish' }]);
    expect(filesOf(runs[0])).toEqual(slugs.map((slug) => `${fileOf(slug)}: add`));
    for (const slug of slugs) expect(blog.has(fileOf(slug))).toBe(true);
  });

  it('of two people are two runs, each with its author', async () => {
    station.set('autoExportDelay', 1);
    const [one, two, both] = await drafts(['of-kim', 'of-lee', 'of-both']);
    await bulk(kim, 'bulkPublish', [one!.documentId, both!.documentId]);
    await bulk(lee, 'bulkPublish', [two!.documentId, both!.documentId]);
    await station.settled();
    station.set('autoExportDelay', 0.3);
    const runs = await station.runs();
    expect(
      runs.map((run) => [(run as unknown as { actorName: string }).actorName, ...filesOf(run)]),
    ).toEqual([
      ['Editor 1', `${fileOf('of-kim')}: add`],
      ['Editor 2', `${fileOf('of-both')}: add`, `${fileOf('of-lee')}: add`],
    ]);
  });
});

describe('what a published post shows', () => {
  it('brings the post along when it is published with changes', async () => {
    const { shown, file } = await survey('item-changed');
    await cms
      .documents(ITEM)
      .update({ documentId: shown, locale: 'ko', data: { title: '새 제목' } });
    expect(await station.queue()).toEqual([]);
    await cms.documents(ITEM).publish({ documentId: shown, locale: 'ko' });
    await station.settled();
    expect(filesOf((await station.runs())[0])).toEqual([`${file}: change`]);
    expect(await blog.text(file)).toContain('### 새 제목');
  });

  it('brings the post along when it is withdrawn and when it comes back', async () => {
    const { shown, file } = await survey('item-withdrawn');
    const before = await blog.text(file);
    await cms.documents(ITEM).unpublish({ documentId: shown, locale: 'ko', ...confirmed });
    await station.settled();
    expect(await blog.text(file)).not.toContain('Item of');
    await cms.documents(ITEM).publish({ documentId: shown, locale: 'ko' });
    await station.settled();
    expect(await blog.text(file)).toBe(before);
  });

  it('brings the post along when it is deleted', async () => {
    const { shown, file } = await survey('item-deleted');
    await cms.documents(ITEM).delete({ documentId: shown, locale: '*', ...confirmed });
    await station.settled();
    expect(await blog.text(file)).not.toContain('Item of');
  });

  it('brings the post along when a cited reference is saved', async () => {
    const { cited, file } = await survey('reference-saved');
    await cms
      .documents(REFERENCE)
      .update({ documentId: cited, locale: 'en', data: { url: 'https://example.com/en' } });
    expect(await station.queue()).toEqual([]);
    await cms
      .documents(REFERENCE)
      .update({ documentId: cited, locale: 'ko', data: { title: '고친 출처' } });
    await station.settled();
    expect(filesOf((await station.runs())[0])).toEqual([`${file}: change`]);
    expect(await blog.text(file)).toContain('[고친 출처](https://example.com/reference-saved)');
  });

  it('brings the post along when a cited reference is deleted', async () => {
    const { cited, file } = await survey('reference-deleted');
    await cms.documents(REFERENCE).delete({ documentId: cited, locale: '*', ...confirmed });
    expect(await station.queue()).toHaveLength(1);
    await station.settled();
    expect(await station.runs()).toHaveLength(1);
    expect(await blog.text(file)).toBeTruthy();
  });

  it('leaves posts alone that show something else', async () => {
    await survey('bystander');
    const lonely = await item(cms, { title: 'Lonely', body: '- 설명' });
    await cms.documents(ITEM).publish({ documentId: lonely, locale: 'ko' });
    expect(await station.queue()).toEqual([]);
  });
});
