import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, other, POST } from './blog';
import { superAdmin, type Person } from './people';

let app: BootedStrapi;
let blog: Blog;
let admin: Person;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  admin = await superAdmin(app.strapi);
});
afterAll(async () => {
  await app.close();
});

/** A post with a new item and two published ones whose drafts were changed since. */
async function changedSurvey() {
  const source = await blog.reference('Source');
  const fresh = await blog.item('Fresh');
  const older = await blog.item('Older', [source]);
  const oldest = await blog.item('Oldest');
  for (const documentId of [older, oldest]) {
    await blog.documents(ITEM).publish({ documentId, locale: '*' });
    for (const locale of LOCALES) {
      const data = { title: `Newer ${locale}`, citations: [] };
      await blog.documents(ITEM).update({ documentId, locale, data });
    }
  }
  const items = [fresh, older, oldest];
  const post = await blog.post('Post', [{ heading: 'News', items }]);
  return { post, fresh, older, oldest };
}

describe.each(LOCALES)('newer changes of a published item (%s)', (locale) => {
  it('stay out of the blog, and are named', async () => {
    const { post, fresh, older, oldest } = await changedSurvey();
    const { jekyll } = await blog.documents(POST).publish({ documentId: post, locale });
    expect(await blog.outline(post, locale)).toEqual([
      {
        heading: 'News',
        items: [`Fresh ${locale}: `, `Older ${locale}: Source ${locale}`, `Oldest ${locale}: `],
      },
    ]);
    expect(jekyll).toEqual([
      {
        locale,
        publishedAlong: [{ documentId: fresh, title: `Fresh ${locale}` }],
        keptOlder: [
          { documentId: older, title: `Newer ${locale}` },
          { documentId: oldest, title: `Newer ${locale}` },
        ],
        changesTaken: [],
      },
    ]);
  });

  it('go along when the editor chooses so', async () => {
    const { post, older } = await changedSurvey();
    const choice = { publishChanges: true };
    const { jekyll } = await blog
      .documents(POST)
      .publish({ documentId: post, locale, jekyll: choice });
    expect(await blog.outline(post, locale)).toEqual([
      { heading: 'News', items: [`Fresh ${locale}: `, `Newer ${locale}: `, `Newer ${locale}: `] },
    ]);
    expect(jekyll).toMatchObject([{ keptOlder: [], changesTaken: [{ documentId: older }, {}] }]);
    expect(await blog.title(ITEM, older, other(locale), 'published')).toBe(
      `Older ${other(locale)}`,
    );
  });

  it.each([
    [
      'a parameter of update',
      async (post: string, id: string) => {
        const jekyll = { publishChanges: [id] };
        await blog
          .documents(POST)
          .update({ documentId: post, locale, status: 'published', data: {}, jekyll });
      },
    ],
    [
      "the publish button's header",
      async (post: string, id: string) => {
        const url = `/content-manager/collection-types/${POST}/${post}/actions/publish?locale=${locale}`;
        const call = admin.post(url).set('x-jekyll-publish-changes', id);
        expect((await call.send({ locale })).status).toBe(200);
      },
    ],
    [
      "the publish button's query",
      async (post: string, id: string) => {
        const url = `/content-manager/collection-types/${POST}/${post}/actions/publish?locale=${locale}`;
        const call = admin.post(`${url}&jekyll[publishChanges]=${id}`);
        expect((await call.send({ locale })).status).toBe(200);
      },
    ],
  ])('go along for the chosen items only, by %s', async (_, publish) => {
    const { post, oldest } = await changedSurvey();
    await publish(post, oldest);
    expect(await blog.outline(post, locale)).toEqual([
      {
        heading: 'News',
        items: [`Fresh ${locale}: `, `Older ${locale}: Source ${locale}`, `Newer ${locale}: `],
      },
    ]);
  });
});

describe('what was published along', () => {
  it('is told by an event, after the fact', async () => {
    const events: unknown[] = [];
    const stop = app.strapi.eventHub.on('jekyll.published-along', async (event: unknown) => {
      events.push(event);
    });
    const { post, fresh, older } = await changedSurvey();
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });
    stop();
    expect(events).toMatchObject([
      {
        post,
        locale: 'en',
        items: [{ documentId: fresh, title: 'Fresh en' }],
        keptOlder: [{ documentId: older }, {}],
      },
      { items: [] },
    ]);
  });

  it('is told by no event when it was rolled back', async () => {
    const events: unknown[] = [];
    const stop = app.strapi.eventHub.on('jekyll.published-along', async (event: unknown) => {
      events.push(event);
    });
    const { post } = await changedSurvey();
    await app.strapi.db
      .transaction(async () => {
        await blog.documents(POST).publish({ documentId: post, locale: 'en' });
        throw new Error('changed my mind');
      })
      .catch(() => undefined);
    stop();
    expect(events).toEqual([]);
    expect(await blog.outline(post, 'en')).toBeNull();
  });

  it('survives a listener that throws', async () => {
    const stop = app.strapi.eventHub.on('jekyll.published-along', async () => {
      throw new Error('a bad listener');
    });
    const { post } = await changedSurvey();
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });
    await new Promise((resolve) => setImmediate(resolve));
    stop();
    expect(await blog.isPublished(POST, post, 'en')).toBe(true);
  });
});

it('two posts that share a new item are published by one bulk action', async () => {
  const shared = await blog.item('Shared');
  const sections = [{ heading: 'News', items: [shared] }];
  const documentIds = [await blog.post('One', sections), await blog.post('Two', sections)];
  const url = `/content-manager/collection-types/${POST}/actions/bulkPublish`;
  const { status } = await admin.post(url).send({ documentIds, locale: ['ko', 'en'] });
  expect(status).toBe(200);
  for (const post of documentIds) {
    for (const locale of LOCALES) {
      expect(await blog.outline(post, locale)).toEqual([
        { heading: 'News', items: [`Shared ${locale}: `] },
      ]);
    }
  }
  const rows = await app.strapi.db
    .query(ITEM)
    .findMany({ where: { documentId: shared, publishedAt: { $notNull: true } } });
  expect(rows).toHaveLength(2);
});

it('an action that names no locale works on the default one', async () => {
  const item = await blog.item('Item');
  const post = await blog.post('Post', [{ heading: 'News', items: [item] }]);
  await blog.documents(POST).publish({ documentId: post });
  expect(await blog.outline(post, 'ko')).toEqual([{ heading: 'News', items: ['Item ko: '] }]);
  expect(await blog.outline(post, 'en')).toBeNull();
  await blog.documents(ITEM).unpublish({ documentId: item, jekyll: { confirmed: true } });
  expect(await blog.outline(post, 'ko')).toEqual([{ heading: 'News', items: [] }]);
});

it('posts that share a new item can be published at the same moment', async () => {
  const shared = await blog.item('Shared');
  const sections = [{ heading: 'News', items: [shared] }];
  const posts = [await blog.post('One', sections), await blog.post('Two', sections)];
  await Promise.all(
    posts.map((documentId) => blog.documents(POST).publish({ documentId, locale: 'en' })),
  );
  for (const post of posts) {
    expect(await blog.outline(post, 'en')).toEqual([{ heading: 'News', items: ['Shared en: '] }]);
  }
});

it('an unknown document is answered as Strapi answers it', async () => {
  const documentId = 'unknown';
  expect(await blog.documents(POST).publish({ documentId, locale: 'ko' })).toMatchObject({
    entries: [],
  });
  const update = { documentId, locale: 'ko', status: 'published', data: {} };
  expect(await blog.documents(POST).update(update)).toBeNull();
});
