import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, POST, REFERENCE, refusal } from './blog';
import { superAdmin, type Person } from './people';

let app: BootedStrapi;
let blog: Blog;
let admin: Person;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  admin = await superAdmin(app.strapi, 'ko');
});
afterAll(async () => {
  await app.close();
});

const confirmed = { jekyll: { confirmed: true } };
const news = (...items: string[]) => [{ heading: 'News', items }];

/** A published post of four items, in both locales; the items come into the CMS in an order. */
async function publishedSurvey(made = 'ABCD') {
  const items = new Map<string, string>();
  for (const title of made) items.set(title, await blog.item(title));
  const [a, b, c, d] = [...'ABCD'].map((title) => items.get(title)!) as Four;
  const post = await blog.post('Post', news(a, b, c, d));
  await blog.documents(POST).publish({ documentId: post, locale: '*' });
  return { post, a, b, c, d };
}
type Four = [string, string, string, string];
const shownIn = async (post: string, locale: string, status?: 'draft' | 'published') =>
  (await blog.outline(post, locale, status))?.map(({ items }) =>
    items.map((item) => item.charAt(0)).join(''),
  );

describe.each(LOCALES)('an item of a published post (%s)', (locale) => {
  it('keeps its place when it is published anew, unchanged and changed', async () => {
    const { post, b } = await publishedSurvey();
    await blog.documents(ITEM).publish({ documentId: b, locale });
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
    await blog.documents(ITEM).update({ documentId: b, locale, data: { title: 'X' } });
    await blog.documents(ITEM).publish({ documentId: b, locale });
    expect(await shownIn(post, locale)).toEqual(['AXCD']);
  });

  it('keeps its place in drafts and published posts when its own draft is discarded', async () => {
    const { post, b } = await publishedSurvey();
    await blog.documents(ITEM).update({ documentId: b, locale, data: { title: 'X' } });
    expect(await shownIn(post, locale, 'draft')).toEqual(['AXCD']);
    await blog.documents(ITEM).discardDraft({ documentId: b, locale });
    expect(await shownIn(post, locale, 'draft')).toEqual(['ABCD']);
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
  });

  it.each(['BCD', 'DCB', 'CDB'])('comes back where it stood, in the order %s', async (order) => {
    const survey = await publishedSurvey();
    const ids = { B: survey.b, C: survey.c, D: survey.d } as Record<string, string>;
    for (const documentId of Object.values(ids)) {
      await blog.documents(ITEM).unpublish({ documentId, locale, ...confirmed });
    }
    expect(await shownIn(survey.post, locale)).toEqual(['A']);
    for (const title of order) {
      await blog.documents(ITEM).publish({ documentId: ids[title], locale });
    }
    expect(await shownIn(survey.post, locale)).toEqual(['ABCD']);
  });

  it('comes back although the draft was changed meanwhile, and the draft stays', async () => {
    const { post, a, b, d } = await publishedSurvey();
    await blog.documents(ITEM).unpublish({ documentId: b, locale, ...confirmed });
    const data = { sections: news(d, b, a) };
    await blog.documents(POST).update({ documentId: post, locale, data });
    await blog.documents(ITEM).publish({ documentId: b, locale });
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
    expect(await shownIn(post, locale, 'draft')).toEqual(['DBA']);
  });

  it('does not come back into a post that was published without it', async () => {
    const { post, a, b, d } = await publishedSurvey();
    await blog.documents(ITEM).unpublish({ documentId: b, locale, ...confirmed });
    const data = { sections: news(a, d) };
    await blog.documents(POST).update({ documentId: post, locale, data });
    await blog.documents(POST).publish({ documentId: post, locale });
    await blog.documents(ITEM).publish({ documentId: b, locale });
    expect(await shownIn(post, locale)).toEqual(['AD']);
  });

  // Rows that are counted alike stand in the order in which they were made, or in any.
  it.each(['ABCD', 'DCBA'])('stays in a draft that is discarded meanwhile (%s)', async (made) => {
    const { post, b } = await publishedSurvey(made);
    await blog.documents(ITEM).unpublish({ documentId: b, locale, ...confirmed });
    await blog.documents(POST).discardDraft({ documentId: post, locale });
    expect(await shownIn(post, locale, 'draft')).toEqual(['ABCD']);
    await blog.documents(ITEM).publish({ documentId: b, locale });
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
    await blog.documents(POST).publish({ documentId: post, locale });
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
  });

  it('is deleted only when that was confirmed, naming the posts', async () => {
    const { post, b } = await publishedSurvey();
    const { details } = await refusal(blog.documents(ITEM).delete({ documentId: b, locale }));
    expect(details).toMatchObject({
      code: 'ITEM_IN_USE',
      posts: [{ documentId: post, locale, title: `Post ${locale}`, published: true }],
    });
    expect(await shownIn(post, locale)).toEqual(['ABCD']);
    await blog.documents(ITEM).delete({ documentId: b, locale, ...confirmed });
    expect(await shownIn(post, locale)).toEqual(['ACD']);
  });
});

it('an item that only drafts show is withdrawn unasked, and deleted when confirmed', async () => {
  const item = await blog.item('Item');
  const post = await blog.post('Post', news(item));
  await blog.documents(ITEM).publish({ documentId: item, locale: 'ko' });
  await blog.documents(ITEM).unpublish({ documentId: item, locale: 'ko' });
  expect(await blog.isPublished(ITEM, item, 'ko')).toBe(false);
  const { details } = await refusal(blog.documents(ITEM).delete({ documentId: item, locale: '*' }));
  expect(details).toMatchObject({
    posts: [
      { documentId: post, locale: 'ko', published: false },
      { documentId: post, locale: 'en', published: false },
    ],
  });
});

it('a reference that items cite is deleted only when that was confirmed, naming the items', async () => {
  const source = await blog.reference('Source');
  const item = await blog.item('Item', [source]);
  const post = await blog.post('Post', news(item));
  await blog.documents(POST).publish({ documentId: post, locale: 'en' });
  const { details } = await refusal(
    blog.documents(REFERENCE).delete({ documentId: source, locale: 'en' }),
  );
  expect(details).toMatchObject({
    code: 'REFERENCE_IN_USE',
    items: [{ documentId: item, locale: 'en', title: 'Item en', published: true }],
  });
  expect(await blog.outline(post, 'en')).toMatchObject([{ items: ['Item en: Source en'] }]);
  await blog.documents(REFERENCE).delete({ documentId: source, locale: 'en', ...confirmed });
  expect(await blog.title(REFERENCE, source, 'en', 'published')).toBeNull();
});

describe('in the admin', () => {
  const items = `/content-manager/collection-types/${ITEM}`;

  it('deleting asks in the language of the editor, and is done when confirmed', async () => {
    const { post, c } = await publishedSurvey();
    const refused = await admin.delete(`${items}/${c}?locale=ko`);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      message: expect.stringContaining('“Post ko (ko)”'),
      details: { code: 'ITEM_IN_USE', posts: [{ documentId: post, locale: 'ko' }] },
    });
    expect(refused.body.error.message).toContain('계속하려면 확인하세요');
    expect(await shownIn(post, 'ko')).toEqual(['ABCD']);
    const done = await admin.delete(`${items}/${c}?locale=ko&jekyll[confirmed]=true`);
    expect(done.status).toBe(200);
    expect(await shownIn(post, 'ko')).toEqual(['ABD']);
    expect(await shownIn(post, 'en')).toEqual(['ABCD']);
  });

  it.each(['bulkDelete', 'bulkUnpublish'])(
    '%s asks too, and does all or nothing',
    async (action) => {
      const { post, a, b } = await publishedSurvey();
      const free = await blog.item('Free');
      await blog.documents(ITEM).publish({ documentId: free, locale: 'ko' });
      const body = { documentIds: [free, a, b], locale: 'ko' };
      const refused = await admin.post(`${items}/actions/${action}?locale=ko`).send(body);
      expect(refused.status).toBe(400);
      expect(refused.body.error.details).toMatchObject({ code: 'ITEM_IN_USE' });
      expect(await shownIn(post, 'ko')).toEqual(['ABCD']);
      expect(await blog.isPublished(ITEM, free, 'ko')).toBe(true);
      const done = await admin
        .post(`${items}/actions/${action}?locale=ko`)
        .set('x-jekyll-confirmed', 'true')
        .send(body);
      expect(done.status).toBe(200);
      expect(await shownIn(post, 'ko')).toEqual(['CD']);
      expect(await blog.isPublished(ITEM, free, 'ko')).toBe(false);
    },
  );
});
