import type {
  PostTranslation,
  Translation,
} from '../../../src/plugins/jekyll/contracts/translations';
import { Blog, ITEM, POST, REFERENCE } from '../publishing/blog';
import { editor, type Person, superAdmin } from '../publishing/people';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { koreanSurvey, type Survey } from './survey';

const RECORD = 'plugin::jekyll.translation';
let app: BootedStrapi;
let blog: Blog;
let admin: Person;
beforeAll(async () => {
  const checkout = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  process.env['JEKYLL_BLOG_DIR'] = checkout.dir;
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  admin = await superAdmin(app.strapi, 'en');
});
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const create = (person: Person, post: string, from = 'ko', to = 'en') =>
  person.post(`/jekyll/translations/${post}/version`).send({ from, to });
const read = async (post: string, locale = 'en', person = admin): Promise<Translation> => {
  const { body } = await person.get(`/jekyll/translations/${post}?locale=${locale}`).expect(200);
  return body.data;
};
const save = (post: string, body: object, person = admin) =>
  person
    .put(`/jekyll/translations/${post}`)
    .send({ from: 'ko', locale: 'en', changes: [], marks: [], ...body });
const counts = async (post: string): Promise<PostTranslation | undefined> =>
  (await app.strapi.plugin('jekyll').service('translations').ofPosts([post]))[0];
const draft = (uid: string, documentId: string, locale: string, populate: object = {}) =>
  blog.documents(uid).findOne({ documentId, locale, status: 'draft', populate });
const update = (uid: string, documentId: string, locale: string, data: object) =>
  blog.documents(uid).update({ documentId, locale, data });
/** Rows of a content type, of the plugin's records too. */
const count = (uid: string): Promise<number> => app.strapi.db.query(uid as typeof POST).count();
/** Texts of a view by their owner's title: state, or state and what it followed. */
const states = ({ parts }: Translation): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap(({ kind, title, fields }) =>
      fields.map(({ name, state, previous }) => [
        `${kind} ${title}: ${name}`,
        previous === null ? state : `${state} ${previous}`,
      ]),
    ),
  );
async function english(): Promise<Survey> {
  const survey = await koreanSurvey(blog);
  await create(admin, survey.post).expect(200);
  return survey;
}

describe('making the English version of a Korean post', () => {
  it('copies post, items and references as drafts in the same order', async () => {
    const { post, items, references } = await koreanSurvey(blog);
    await blog.documents(POST).publish({ documentId: post, locale: 'ko' });
    await update(POST, post, 'ko', { description: '초안의 설명' });
    const answer = await create(admin, post).expect(200);
    expect(answer.body.data).toEqual({ post: true, sections: 2, items: 3, references: 2 });

    expect(await blog.outline(post, 'en', 'draft')).toEqual([
      { heading: '이슈', items: ['둘째 항목: 둘째 출처, 첫 출처', '첫 항목: 첫 출처'] },
      { heading: '논문', items: ['셋째 항목: '] },
    ]);
    expect(await draft(POST, post, 'en')).toMatchObject({
      title: '동향',
      slug: 'trends',
      date: '2025-05-01T00:00:00.000Z',
      // What the editor sees, not what is published.
      description: '초안의 설명',
      tags: ['ai', '로봇'],
      authors: ['kim'],
      closing: '## 참고',
      math: true,
      mediaBase: '/assets/img/trends',
      mediaBaseKey: 'media_subpath',
      redirects: null,
      otherFrontMatter: 'layout: post\n',
    });
    expect(await draft(ITEM, items[1], 'en', { citations: true })).toMatchObject({
      topic: '주제',
      notes: null,
      citations: [{ text: '[둘째](https://example.com/2), 신문' }, { text: null }],
    });
    expect(await draft(ITEM, items[0], 'en', { citations: true })).toMatchObject({
      citations: [{ label: 'ref-iss-1' }],
    });
    expect(await draft(REFERENCE, references[0], 'en')).toMatchObject({
      url: 'https://example.com/1',
      kind: 'article',
    });
    expect(await blog.isPublished(POST, post, 'en')).toBe(false);
    for (const item of items) expect(await blog.isPublished(ITEM, item, 'en')).toBe(false);
    // The Korean draft and its published version stay as they were.
    expect(await draft(POST, post, 'ko')).toMatchObject({ description: '초안의 설명' });
    expect(
      await blog.documents(POST).findOne({ documentId: post, locale: 'ko', status: 'published' }),
    ).toMatchObject({ description: '설명' });
    expect(await counts(post)).toMatchObject({ from: 'ko', missing: 0, behind: 0 });
    const view = await read(post);
    expect(view.counts.untouched).toBe(view.counts.total);
  });

  it('works the other way round, and remembers which is the original', async () => {
    const { documentId } = await blog
      .documents(POST)
      .create({ locale: 'en', data: { title: 'Only English', slug: 'only' } });
    await create(admin, documentId, 'en', 'ko').expect(200);
    expect(await draft(POST, documentId, 'ko')).toMatchObject({ title: 'Only English' });
    expect(await read(documentId, 'ko')).toMatchObject({ from: 'en', exists: true });
    expect(await read(documentId, 'en')).toMatchObject({ from: null, exists: true });
    expect(await counts(documentId)).toMatchObject({ locale: 'ko', from: 'en' });
  });

  it('changes nothing when it runs again, and adds only what is missing', async () => {
    const { post, items, references } = await english();
    await update(POST, post, 'en', { title: 'Trends' });
    await update(ITEM, items[0], 'en', { title: 'First item' });
    const rows = await count(ITEM);
    const again = await create(admin, post).expect(200);
    expect(again.body.data).toEqual({ post: false, sections: 0, items: 0, references: 0 });
    expect(await count(ITEM)).toBe(rows);

    const [a, b, c] = items;
    const source = await blog
      .documents(REFERENCE)
      .create({ locale: 'ko', data: { title: '새 출처', url: 'https://example.com/3' } });
    const fresh = await blog.documents(ITEM).create({
      locale: 'ko',
      data: { title: '새 항목', citations: [{ reference: source.documentId }] },
    });
    await update(ITEM, a, 'ko', {
      citations: [{ reference: source.documentId }, { reference: references[0] }],
    });
    await update(POST, post, 'ko', {
      title: '고친 동향',
      sections: [
        { heading: '이슈', prefix: 'iss', items: [b, fresh.documentId, a] },
        { heading: '새 절', prefix: 'new', items: [] },
        { heading: '논문', prefix: 'pa', items: [c] },
      ],
    });
    expect(await counts(post)).toMatchObject({ missing: 2 });
    expect((await read(post)).missing).toEqual({
      sections: ['새 절'],
      items: [{ documentId: fresh.documentId, title: '새 항목' }],
      references: [{ documentId: source.documentId, title: '새 출처' }],
    });
    const more = await create(admin, post).expect(200);
    expect(more.body.data).toEqual({ post: false, sections: 1, items: 1, references: 1 });
    expect(await blog.outline(post, 'en', 'draft')).toEqual([
      {
        heading: '이슈',
        items: [
          '둘째 항목: 둘째 출처, 첫 출처',
          '새 항목: 새 출처',
          'First item: 새 출처, 첫 출처',
        ],
      },
      { heading: '새 절', items: [] },
      { heading: '논문', items: ['셋째 항목: '] },
    ]);
    expect(await draft(POST, post, 'en')).toMatchObject({ title: 'Trends' });
    expect(await counts(post)).toMatchObject({ missing: 0 });
  });

  it('does all of it or nothing, and names the document that stands in the way', async () => {
    const { post } = await koreanSurvey(blog);
    const person = await editor(app.strapi, {
      post: ['read', 'create', 'update'],
      item: ['read', 'create', 'update'],
      reference: ['read'],
      preferedLanguage: 'en',
    });
    const rows = await count(REFERENCE);
    const refusal = await create(person, post).expect(403);
    expect(refusal.body.error.message).toMatch(/may not create the reference “.* 출처”/);
    expect(await count(REFERENCE)).toBe(rows);
    expect(await draft(POST, post, 'en')).toBeNull();
  });

  it('keeps to the locales that an editor may write', async () => {
    const { post } = await koreanSurvey(blog);
    const all = ['read', 'create', 'update'];
    const rights = { post: all, item: all, reference: all, preferedLanguage: 'ko' };
    const korean = await editor(app.strapi, { ...rights, locales: ['ko'] });
    const refusal = await create(korean, post).expect(403);
    expect(refusal.body.error.message).toContain('en 로캘');
    expect((await read(post, 'en', korean)).creatable).toEqual([]);
    const both = await editor(app.strapi, rights);
    expect((await read(post, 'en', both)).creatable).toEqual(['en']);
    await create(both, post).expect(200);
    expect(await blog.outline(post, 'en', 'draft')).toHaveLength(2);
    expect(await draft(POST, post, 'en', { createdBy: true })).toMatchObject({
      createdBy: { firstname: 'Editor' },
    });
    await korean.get(`/jekyll/translations/${post}?locale=ko`).expect(200);
  });

  it.each([
    ['the same locale', { from: 'ko', to: 'ko' }, 400],
    ['a locale that is none', { from: 'ko', to: 'fr' }, 400],
    ['more than it knows', { from: 'ko', to: 'en', documentId: 'x' }, 400],
    ['an original that is not there', { from: 'en', to: 'ko' }, 404],
  ])('refuses %s', async (_, body, status) => {
    const { post } = await koreanSurvey(blog);
    await admin.post(`/jekyll/translations/${post}/version`).send(body).expect(status);
    expect(await draft(POST, post, 'en')).toBeNull();
  });
});

describe('what is remembered of a translation', () => {
  it('follows saves on every path: untouched, translated, behind', async () => {
    const { post, items, references } = await english();
    await update(ITEM, items[2], 'en', { title: 'Third item', body: '- Body' });
    await update(POST, post, 'en', { title: 'Trends' });
    let view = states(await read(post));
    expect(view).toMatchObject({
      'post Trends: title': 'translated',
      'post Trends: body': 'untouched',
      'item Third item: title': 'translated',
      'section 이슈: heading': 'untouched',
    });
    await update(ITEM, items[2], 'ko', { title: '고친 항목' });
    await update(REFERENCE, references[0], 'en', { title: 'First source' });
    await update(REFERENCE, references[0], 'ko', { title: '고친 출처' });
    view = states(await read(post));
    expect(view).toMatchObject({
      'item Third item: title': 'behind 셋째 항목',
      'item Third item: body': 'translated',
      'reference First source: title': 'behind 첫 출처',
    });
    expect(await counts(post)).toMatchObject({ behind: 2 });
    const full = await read(post);
    expect(await counts(post)).toMatchObject(full.counts);

    await update(ITEM, items[2], 'en', { title: 'Corrected item' });
    expect(states(await read(post))).toMatchObject({
      'item Corrected item: title': 'translated',
    });
    expect(await counts(post)).toMatchObject({ behind: 1 });
  });

  it('stays through publication, and follows a draft that is thrown away', async () => {
    const { post, items } = await english();
    await update(ITEM, items[0], 'en', { title: 'First' });
    await blog.documents(POST).publish({ documentId: post, locale: 'ko' });
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });
    const before = await counts(post);
    await update(ITEM, items[0], 'ko', { title: '고친 첫 항목' });
    expect(await counts(post)).toMatchObject({ behind: 1 });
    await blog.documents(ITEM).discardDraft({ documentId: items[0], locale: 'ko' });
    expect(await counts(post)).toEqual(before);
  });

  it('knows of versions from before anything was remembered', async () => {
    const { documentId } = await blog
      .documents(POST)
      .create({ locale: 'ko', data: { title: '옛 글' } });
    await update(POST, documentId, 'en', { title: 'Old post' });
    await app.strapi.db
      .query(RECORD as typeof POST)
      .deleteMany({ where: { document: documentId } } as never);
    await update(POST, documentId, 'ko', { title: '고친 옛 글' });
    expect(states(await read(documentId))).toMatchObject({
      'post Old post: title': 'behind 옛 글',
    });
  });

  it('goes with a version that is deleted, and begins anew', async () => {
    const { post } = await english();
    await update(POST, post, 'en', { title: 'Trends' });
    await update(POST, post, 'ko', { title: '고친 동향' });
    await blog.documents(POST).delete({ documentId: post, locale: 'en' });
    const where = { document: post };
    const records = app.strapi.db.query(RECORD as typeof POST);
    expect(await records.count({ where } as never)).toBe(0);
    await create(admin, post).expect(200);
    expect(states(await read(post))).toMatchObject({ 'post 고친 동향: title': 'untouched' });
    await blog.documents(POST).delete({ documentId: post, locale: '*' });
    expect(await records.count({ where } as never)).toBe(0);
    expect(await counts(post)).toBeUndefined();
  });

  it('is true of a clone, which has a memory of its own', async () => {
    const { post } = await english();
    await update(POST, post, 'en', { title: 'Trends', body: 'Lead' });
    await update(POST, post, 'ko', { title: '고친 동향' });
    const clone = await blog.documents(POST).clone({ documentId: post, locale: '*', data: {} });
    const view = states(await read(clone.documentId));
    expect(view).toMatchObject({
      'post Trends: title': 'behind 동향',
      'post Trends: body': 'translated',
      'post Trends: description': 'untouched',
    });
    await update(POST, clone.documentId, 'en', { title: 'Cloned' });
    expect(states(await read(post))).toMatchObject({ 'post Trends: title': 'behind 동향' });
    await blog.documents(POST).delete({ documentId: clone.documentId, locale: '*' });
    expect(await counts(post)).toMatchObject({ behind: 1 });
  });
});

describe('the translation view', () => {
  it('saves texts of the post, its sections, items and references in their drafts', async () => {
    const { post, items, references } = await english();
    const { parts } = await read(post);
    const change = (kind: string, at: number, name: string, value: string) => {
      const part = parts.filter((one) => one.kind === kind)[at];
      const field = part?.fields.find((one) => one.name === name);
      if (!part || !field) throw new Error(`No ${name} in ${kind} ${at}`);
      const { uid, documentId } = part;
      return { uid, documentId, path: field.path, value, before: field.translation };
    };
    const answer = await save(post, {
      changes: [
        change('post', 0, 'title', 'Trends'),
        change('post', 0, 'tags', 'ai\nrobots\n'),
        change('section', 1, 'heading', 'Papers'),
        change('item', 0, 'title', 'Second item'),
        change('item', 0, 'text', '[Second](https://example.com/2), Paper'),
        change('reference', 0, 'title', 'Source'),
      ],
      marks: [{ uid: POST, documentId: post, path: 'description' }],
    }).expect(200);
    expect(states(answer.body.data)).toMatchObject({
      'post Trends: title': 'translated',
      'post Trends: tags': 'translated',
      'post Trends: description': 'translated',
      'post Trends: body': 'untouched',
      'section Papers: heading': 'translated',
      'item Second item: title': 'translated',
      'item Second item: text': 'translated',
    });
    expect(await draft(POST, post, 'en', { sections: true })).toMatchObject({
      title: 'Trends',
      tags: ['ai', 'robots'],
      sections: [
        { heading: '이슈', prefix: 'iss', lead: '이슈 소개' },
        { heading: 'Papers', prefix: 'pa' },
      ],
    });
    const outline = await blog.outline(post, 'en', 'draft');
    expect(outline?.map((section) => section.items.length)).toEqual([2, 1]);
    expect(await draft(ITEM, items[1], 'en', { citations: true })).toMatchObject({
      citations: [{ text: '[Second](https://example.com/2), Paper' }, { text: null }],
    });
    expect(references).toHaveLength(2);
    expect(await draft(POST, post, 'ko')).toMatchObject({ title: '동향' });
  });

  it('overwrites nothing that somebody else saved meanwhile, and saves nothing else then', async () => {
    const { post, items } = await english();
    await update(ITEM, items[0], 'en', { title: 'Somebody else’s' });
    const refusal = await save(post, {
      changes: [
        { uid: POST, documentId: post, path: 'title', value: 'Mine', before: '동향' },
        { uid: ITEM, documentId: items[0], path: 'title', value: 'Mine', before: '첫 항목' },
      ],
    }).expect(400);
    expect(refusal.body.error.details).toMatchObject({
      code: 'TRANSLATION_CONFLICT',
      paths: ['title'],
    });
    expect(await draft(POST, post, 'en')).toMatchObject({ title: '동향' });
    expect(await draft(ITEM, items[0], 'en')).toMatchObject({ title: 'Somebody else’s' });
  });

  it('shows and saves only what the editor may', async () => {
    const { post, items } = await english();
    const person = await editor(app.strapi, {
      post: ['read', 'update'],
      item: ['read'],
      preferedLanguage: 'en',
    });
    const view = await read(post, 'en', person);
    expect(view.parts.map(({ kind }) => kind)).not.toContain('reference');
    const editable = (kind: string) =>
      view.parts
        .filter((part) => part.kind === kind)
        .every((part) => part.fields.every((field) => field.editable));
    expect(editable('post')).toBe(true);
    expect(editable('item')).toBe(false);
    expect(view.completable).toBe(true);
    const change = { path: 'title', value: 'Mine' };
    await save(
      post,
      { changes: [{ ...change, uid: ITEM, documentId: items[0], before: '첫 항목' }] },
      person,
    ).expect(403);
    await save(
      post,
      { changes: [{ ...change, uid: POST, documentId: post, before: '동향' }] },
      person,
    ).expect(200);

    const nobody = await editor(app.strapi, {});
    await nobody.get(`/jekyll/translations/${post}?locale=en`).expect(403);
    const korean = await editor(app.strapi, { post: ['read'], locales: ['ko'] });
    expect((await read(post, 'en', korean)).parts).toEqual([]);
  });

  it('refuses documents of other posts, and fields that are none', async () => {
    const { post } = await english();
    const other = await english();
    const stranger = { uid: ITEM, documentId: other.items[0], path: 'title' };
    await save(post, { changes: [{ ...stranger, value: 'x', before: '첫 항목' }] }).expect(404);
    await save(post, { marks: [stranger] }).expect(404);
    for (const path of ['slug', 'sections.0.heading', 'notes']) {
      await save(post, {
        changes: [{ uid: POST, documentId: post, path, value: 'x', before: '' }],
      }).expect(400);
    }
    await save(post, {
      changes: [{ uid: 'admin::user', documentId: post, path: 'title', value: 'x', before: '' }],
    }).expect(400);
    await admin.get('/jekyll/translations/unknown?locale=en').expect(404);
  });
});

describe('common fields', () => {
  it('are shown where they differ, and copied over one by one', async () => {
    const { post } = await english();
    expect((await read(post)).common).toEqual([]);
    await update(POST, post, 'ko', {
      slug: 'trends-may',
      authors: ['kim', 'lee'],
      comments: false,
    });
    const view = await read(post);
    expect(view.common).toEqual([
      { name: 'slug', original: 'trends-may', translation: 'trends' },
      { name: 'authors', original: 'kim\nlee', translation: 'kim' },
      { name: 'comments', original: 'false', translation: '' },
    ]);
    const copied = await admin
      .post(`/jekyll/translations/${post}/common`)
      .send({ from: 'ko', locale: 'en', field: 'authors' })
      .expect(200);
    expect(copied.body.data.common).toHaveLength(2);
    expect(await draft(POST, post, 'en')).toMatchObject({
      authors: ['kim', 'lee'],
      slug: 'trends',
      comments: null,
    });
    await admin
      .post(`/jekyll/translations/${post}/common`)
      .send({ from: 'ko', locale: 'en', field: 'title' })
      .expect(400);
  });
});

describe('publishing a translation', () => {
  it('warns of what is missing, untranslated or behind, and goes on', async () => {
    const { post, items } = await english();
    await update(POST, post, 'en', {
      title: 'Trends',
      description: 'Text',
      tags: ['robots'],
      body: 'Lead',
      closing: '## Sources',
      sections: [{ heading: 'Issues', prefix: 'iss', lead: 'About', items: [items[1], items[0]] }],
    });
    await update(ITEM, items[0], 'en', { title: 'First', body: '- Body' });
    await update(ITEM, items[0], 'ko', { title: '고친 첫 항목' });
    const { body } = await admin.get(`/jekyll/publishing/${post}?locale=en`).expect(200);
    expect(body.data.translation).toEqual({
      from: 'ko',
      missing: [{ documentId: items[2], title: '셋째 항목' }],
      untouched: [{ documentId: items[1], title: '둘째 항목' }],
      behind: [{ documentId: items[0], title: 'First' }],
    });
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });
    expect(await blog.isPublished(POST, post, 'en')).toBe(true);
    const korean = await admin.get(`/jekyll/publishing/${post}?locale=ko`).expect(200);
    expect(korean.body.data.translation).toBeNull();
  });
});

describe('the status of posts', () => {
  /** Posts in the list of those behind, once it has looked at all of them. */
  const listed = async (): Promise<string[]> => {
    for (;;) {
      const { body } = await admin.get('/jekyll/status?state=behind&pageSize=100').expect(200);
      const { known } = body.meta;
      if (!known.working && known.done === known.total) {
        return body.data.map((row: { documentId: string }) => row.documentId);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  /** The same once the post is in it, or no longer: what is known is looked through now and then. */
  const until = async (post: string, there: boolean): Promise<void> => {
    for (let left = 200; left > 0; left -= 1) {
      if ((await listed()).includes(post) === there) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The post is ${there ? 'not ' : ''}listed as behind`);
  };

  it('follows what an item makes of a translation, though the post’s own rows stay', async () => {
    const { post, items } = await english();
    const text = { uid: ITEM, documentId: items[0], path: 'title' };
    await save(post, { marks: [text] }).expect(200);
    expect(await listed()).not.toContain(post);
    await update(ITEM, items[0], 'ko', { title: '고친 첫 항목' });
    await until(post, true);
    await save(post, { marks: [text] }).expect(200);
    await until(post, false);
  });
});

describe('counts', () => {
  it('ask as many queries for many posts as for two', async () => {
    const surveys = [await english(), await english(), await english(), await english()];
    const ids = surveys.map(({ post }) => post);
    const queries = async (some: string[]): Promise<number> => {
      let asked = 0;
      const tell = () => (asked += 1);
      app.strapi.db.connection.on('query', tell);
      await app.strapi.plugin('jekyll').service('translations').ofPosts(some);
      app.strapi.db.connection.removeListener('query', tell);
      return asked;
    };
    const few = await queries(ids.slice(0, 2));
    expect(few).toBeGreaterThan(0);
    expect(await queries(ids)).toBe(few);
    expect(await app.strapi.plugin('jekyll').service('translations').ofPosts(ids)).toHaveLength(4);
  });
});
