import request from 'supertest';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, POST, REFERENCE, refusal } from './blog';
import { editor, superAdmin } from './people';

let app: BootedStrapi;
let blog: Blog;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
});
afterAll(async () => {
  await app.close();
});

interface Row {
  id: number;
}
const rowOf = async (uid: string, documentId: string, locale: string): Promise<number> => {
  const where = { documentId, locale, publishedAt: uid === REFERENCE ? { $notNull: true } : null };
  const row = (await app.strapi.db.query(uid as typeof POST).findOne({ where })) as Row;
  return row.id;
};
/** The rows of the components of an entry, in order. */
const componentsOf = async (uid: string, id: number, field: string): Promise<number[]> => {
  const row: Record<string, Row[]> = await app.strapi.db
    .query(uid as typeof POST)
    .findOne({ where: { id }, populate: { [field]: true } });
  return row[field]!.map((component) => component.id);
};
/** Nothing of a post was published, nor any of its items. */
async function nothingPublished(post: string, items: string[], locale: string) {
  expect(await blog.outline(post, locale)).toBeNull();
  for (const item of items) expect(await blog.isPublished(ITEM, item, locale)).toBe(false);
}

describe.each(LOCALES)('publishing a post in %s stops', (locale) => {
  it('when an item has no version in that locale, naming section and item', async () => {
    const foreign = locale === 'ko' ? 'en' : 'ko';
    const good = await blog.item('Good');
    const { documentId: lone } = await blog
      .documents(ITEM)
      .create({ locale: foreign, data: { title: 'Elsewhere' } });
    const post = await blog.post('Post', [
      { heading: 'News', items: [good] },
      { heading: 'Papers', items: [] },
    ]);
    // The admin refuses such a link; an import by hand or another version of Strapi may not.
    const [, section] = await componentsOf(POST, await rowOf(POST, post, locale), 'sections');
    await app.strapi.db.connection('components_post_sections_items_lnk').insert({
      section_id: section,
      trend_item_id: await rowOf(ITEM, lone, foreign),
      trend_item_ord: 1,
    });

    const { details, message } = await refusal(
      blog.documents(POST).publish({ documentId: post, locale }),
    );
    expect(details).toMatchObject({
      code: 'POST_INCOMPLETE',
      problems: [
        {
          code: 'ITEM_NOT_IN_LOCALE',
          locale,
          section: { number: 2, heading: 'Papers' },
          item: { documentId: lone, title: 'Elsewhere' },
        },
      ],
    });
    expect(message).toContain('section 2 (Papers)');
    expect(details.messages).toMatchObject({ ko: expect.stringContaining('2번째 섹션(Papers)') });
    await nothingPublished(post, [good, lone], locale);
  });

  it('when a reference was deleted, naming item and citation', async () => {
    const kept = await blog.reference('Kept');
    const gone = await blog.reference('Gone');
    const good = await blog.item('Good', [kept]);
    const bad = await blog.item('Bad', [kept, gone]);
    const post = await blog.post('Post', [{ heading: 'News', items: [good, bad] }]);
    await blog
      .documents(REFERENCE)
      .delete({ documentId: gone, locale: '*', jekyll: { confirmed: true } });

    const { details } = await refusal(blog.documents(POST).publish({ documentId: post, locale }));
    expect(details).toMatchObject({
      code: 'POST_INCOMPLETE',
      problems: [
        {
          code: 'CITATION_WITHOUT_REFERENCE',
          section: { number: 1, heading: 'News' },
          item: { documentId: bad, title: `Bad ${locale}` },
          citation: 2,
        },
      ],
    });
    await nothingPublished(post, [good, bad], locale);
  });

  it('when an item stands in two of its sections, naming both', async () => {
    const twice = await blog.item('Twice');
    const post = await blog.post('Post', [
      { heading: 'News', items: [twice] },
      { heading: 'Again', items: [twice] },
    ]);
    const { details, message } = await refusal(
      blog.documents(POST).publish({ documentId: post, locale }),
    );
    expect(details).toMatchObject({
      problems: [{ code: 'ITEM_TWICE', item: { documentId: twice }, section: { number: 2 } }],
    });
    expect(message).toContain('section 1 (News)');
    await nothingPublished(post, [twice], locale);
  });

  it('when something fails after the items went: they are taken back', async () => {
    const items = [await blog.item('One'), await blog.item('Two')];
    const post = await blog.post('Post', [{ heading: 'News', items }]);
    const stop = app.strapi.documents.use(async (context, next) => {
      const result = await next();
      if (context.uid === POST && context.action === 'publish') throw new Error('power cut');
      return result;
    }) as unknown as () => void;
    try {
      const { message } = await refusal(blog.documents(POST).publish({ documentId: post, locale }));
      expect(message).toBe('power cut');
    } finally {
      stop();
    }
    await nothingPublished(post, items, locale);
  });

  it('when the published post would lack an item for a reason nobody foresaw', async () => {
    const items = [await blog.item('One'), await blog.item('Two')];
    const post = await blog.post('Post', [{ heading: 'News', items }]);
    const stop = app.strapi.documents.use(async (context, next) => {
      const result = await next();
      if (context.uid === POST && context.action === 'publish') {
        const { id } = (result as { entries: Row[] }).entries[0]!;
        const [section] = await componentsOf(POST, id, 'sections');
        await app.strapi.db
          .query('post.section' as typeof POST)
          .update({ where: { id: section }, data: { items: { set: [] } } });
      }
      return result;
    }) as unknown as () => void;
    try {
      const { details } = await refusal(blog.documents(POST).publish({ documentId: post, locale }));
      expect(details).toMatchObject({
        problems: [{ code: 'ITEM_LOST' }, { code: 'ITEM_LOST', item: { documentId: items[1] } }],
      });
    } finally {
      stop();
    }
    await nothingPublished(post, items, locale);
  });
});

describe('publishing an item stops', () => {
  it('when a citation has no reference, and names it', async () => {
    const item = await blog.item('Item', [await blog.reference('Kept')]);
    await blog.documents(ITEM).update({
      documentId: item,
      locale: 'ko',
      data: { citations: [{ text: 'printed text' }] },
    });
    const { details } = await refusal(
      blog.documents(ITEM).publish({ documentId: item, locale: 'ko' }),
    );
    expect(details).toMatchObject({
      code: 'ITEM_INCOMPLETE',
      problems: [{ code: 'CITATION_WITHOUT_REFERENCE', citation: 1, item: { title: 'Item ko' } }],
    });
    expect(await blog.isPublished(ITEM, item, 'ko')).toBe(false);
  });

  it('when its reference has no version in the locale of the item', async () => {
    const { documentId: korean } = await blog
      .documents(REFERENCE)
      .create({ locale: 'ko', data: { title: 'Korean only' } });
    const item = await blog.item('Item', [await blog.reference('Both')]);
    const [citation] = await componentsOf(ITEM, await rowOf(ITEM, item, 'en'), 'citations');
    await app.strapi.db
      .connection('components_trend_item_citations_reference_lnk')
      .where({ citation_id: citation })
      .update({ reference_id: await rowOf(REFERENCE, korean, 'ko') });

    const { details } = await refusal(
      blog.documents(ITEM).publish({ documentId: item, locale: 'en' }),
    );
    expect(details).toMatchObject({ problems: [{ code: 'REFERENCE_NOT_IN_LOCALE', citation: 1 }] });
    expect(await blog.isPublished(ITEM, item, 'en')).toBe(false);
    expect(await blog.title(REFERENCE, korean, 'en', 'published')).toBeNull();
  });
});

describe("an editor's own rights", () => {
  const publishUrl = (post: string, locale: string) =>
    `/content-manager/collection-types/${POST}/${post}/actions/publish?locale=${locale}`;
  const postRights = ['read', 'create', 'update', 'publish'];

  it('stop a publication that needs items the editor may not publish, and name them', async () => {
    const items = [await blog.item('One'), await blog.item('Two')];
    const post = await blog.post('Post', [{ heading: 'News', items }]);
    const person = await editor(app.strapi, { post: postRights, item: ['read', 'update'] });
    const { status, body } = await person.post(publishUrl(post, 'ko')).send({ locale: 'ko' });
    expect(status).toBe(403);
    expect(body.error.details).toMatchObject({
      code: 'ITEM_PUBLISH_FORBIDDEN',
      items: [{ title: 'One ko' }, { title: 'Two ko' }],
    });
    await nothingPublished(post, items, 'ko');
  });

  it('count for each locale', async () => {
    const items = [await blog.item('One')];
    const post = await blog.post('Post', [{ heading: 'News', items }]);
    const all = [...postRights];
    const person = await editor(app.strapi, { post: all, item: ['read', 'publish'] });
    expect((await person.post(publishUrl(post, 'ko')).send({ locale: 'ko' })).status).toBe(200);
    expect(await blog.outline(post, 'ko')).toEqual([{ heading: 'News', items: ['One ko: '] }]);
    expect(await blog.isPublished(ITEM, items[0]!, 'en')).toBe(false);
  });

  it('are not asked when every item is published already', async () => {
    const items = [await blog.item('One')];
    const post = await blog.post('Post', [{ heading: 'News', items }]);
    await blog.documents(ITEM).publish({ documentId: items[0]!, locale: 'ko' });
    const person = await editor(app.strapi, { post: postRights });
    expect((await person.post(publishUrl(post, 'ko')).send({ locale: 'ko' })).status).toBe(200);
  });

  it('of the REST API stop a user who may write posts but no items', async () => {
    const roles = app.strapi.db.query('plugin::users-permissions.role');
    const permissions = app.strapi.db.query('plugin::users-permissions.permission');
    const { id: role } = (await roles.findOne({ where: { type: 'public' } })) as Row;
    await permissions.create({ data: { action: `${POST}.create`, role } });
    const send = (items: string[]) =>
      request(app.strapi.server.httpServer)
        .post('/api/posts?locale=ko')
        .send({ data: { title: 'Post', sections: [{ heading: 'News', items }] } });

    await permissions.create({ data: { action: `${ITEM}.find`, role } });
    const item = await blog.item('Item');
    const { status, body } = await send([item]);
    expect(status).toBe(403);
    expect(body.error.details).toMatchObject({ code: 'ITEM_PUBLISH_FORBIDDEN' });
    expect(await blog.isPublished(ITEM, item, 'ko')).toBe(false);

    await permissions.create({ data: { action: `${ITEM}.update`, role } });
    expect((await send([item])).status).toBe(201);
    expect(await blog.isPublished(ITEM, item, 'ko')).toBe(true);
  });

  it.each([
    ['ko', /^글을 발행하지 않았습니다\.[^A-Za-z]*두 번/, /not published/],
    ['en', /^The post was not published\./, /발행하지/],
  ])('an editor who reads %s is told in that language', async (language, told, notTold) => {
    const twice = await blog.item('중복');
    const post = await blog.post('Post', [
      { heading: '하나', items: [twice] },
      { heading: '둘', items: [twice] },
    ]);
    const person = await superAdmin(app.strapi, language);
    const { status, body } = await person.post(publishUrl(post, 'ko')).send({ locale: 'ko' });
    expect(status).toBe(400);
    expect(body.error.message.replace(/중복 ko/g, '중복')).toMatch(told);
    expect(body.error.message).not.toMatch(notTold);
  });
});
