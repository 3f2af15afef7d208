import request from 'supertest';
import { relationTo } from '../../../src/plugins/jekyll/admin/src/outline/relation';
import type { Citation } from '../../../src/plugins/jekyll/contracts/citations';
import type {
  FoundItem,
  Outline,
  OutlineItem,
} from '../../../src/plugins/jekyll/contracts/outline';
import { type Grant, loginAs } from '../../helpers/admin-users';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, ITEM, POST, REFERENCE } from '../import/cms';
import { article, serveSites, type Sites } from './sites';

const EXPLORER = 'plugin::content-manager.explorer';
let app: BootedStrapi;
let cms: Cms;
let sites: Sites;
let owner: string;

beforeAll(async () => {
  sites = await serveSites({
    '/news': article('A model reads books'),
    '/slow-news': article('뉴스'),
    '/korean': {
      // “한글 제목” in EUC-KR.
      body: Buffer.concat([
        Buffer.from('<meta charset="euc-kr"><title>'),
        Buffer.from([0xc7, 0xd1, 0xb1, 0xdb, 0x20, 0xc1, 0xa6, 0xb8, 0xf1]),
        Buffer.from('</title>'),
      ]),
    },
    '/to-inside': { body: '', status: 302, headers: { location: 'http://127.0.0.1:1/secret' } },
  });
  process.env['JEKYLL_CITATIONS_ALLOW'] = sites.host;
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  owner = await loginAs(app.strapi, 'owner', 'super-admin');
});
afterEach(async () => {
  await cms.clear();
  sites.asked.length = 0;
});
afterAll(async () => {
  delete process.env['JEKYLL_CITATIONS_ALLOW'];
  await app.close();
  await removeCheckouts();
  sites.close();
});

const post = (path: string, body: object, token: string | null = owner) => {
  const asked = request(app.strapi.server.httpServer).post(path).send(body);
  return token === null ? asked : asked.set('Authorization', token);
};
const put = (path: string, body: object) =>
  request(app.strapi.server.httpServer).put(path).set('Authorization', owner).send(body);

let users = 0;
const someone = (grants: readonly Grant[]): Promise<string> =>
  loginAs(app.strapi, `someone${(users += 1)}`, grants);
const may = (action: string, subject: string, fields: string[], locales = ['ko']): Grant => ({
  action: `${EXPLORER}.${action}`,
  subject,
  properties: { fields, locales },
});

const item = async (title: string, more: object = {}): Promise<string> =>
  (await cms.documents(ITEM).create({ locale: 'ko', data: { title, ...more } })).documentId;
const cited = async (title: string): Promise<string> => {
  const data = { title: `Source of ${title}`, url: `https://a.test/${title}` };
  const { documentId } = await cms.documents(REFERENCE).create({ locale: 'ko', data });
  return item(title, { citations: [{ reference: documentId }] });
};

describe('pasted addresses', () => {
  const look = async (addresses: string[], token = owner): Promise<Citation[]> =>
    (await post('/jekyll/citations', { addresses, locale: 'ko' }, token).expect(200)).body.data;

  it('are asked for what they are, and a failure keeps none from being found', async () => {
    const found = await look([
      `${sites.at('/news')}?utm_source=letter`,
      sites.at('/korean'),
      sites.at('/gone'),
      'http://10.0.0.1/x',
      sites.at('/to-inside'),
      'no address',
    ]);
    expect(found).toMatchObject([
      {
        known: null,
        failure: null,
        suggestion: {
          title: 'A model reads books',
          publisher: 'The Site',
          publishedOn: '2025-01-31',
          kind: 'article',
          url: sites.at('/news'),
        },
      },
      { failure: null, suggestion: { title: '한글 제목' } },
      { failure: 'refused', suggestion: { title: '', url: sites.at('/gone') } },
      { failure: 'private', suggestion: { title: '' } },
      { failure: 'private' },
      { suggestion: null, failure: null, known: null },
    ]);
    expect(await cms.rows(REFERENCE)).toEqual([]);
  });

  it('that are known by another spelling are found, and nobody is asked', async () => {
    const create = (url: string) =>
      cms.documents(REFERENCE).create({ locale: 'ko', data: { title: url, url } });
    const news = await create(`${sites.at('/news')}/?utm_campaign=x`);
    const paper = await create('https://arxiv.org/pdf/2401.01234v1');
    const doi = await create('doi:10.1000/ABC');
    await create('https://arxiv.org/abs/2401.01299');
    const found = await look([
      `${sites.at('/news')}#part`,
      'https://doi.org/10.48550/arXiv.2401.01234',
      'https://dx.doi.org/10.1000/abc',
    ]);
    expect(found.map(({ known }) => known?.documentId)).toEqual(
      [news, paper, doi].map(({ documentId }) => documentId),
    );
    expect(sites.asked).toEqual([]);
  });

  it('twice are asked once', async () => {
    const found = await look([sites.at('/news'), `${sites.at('/news')}?ref=a`]);
    expect(found.map(({ suggestion }) => suggestion?.title)).toEqual(
      Array(2).fill('A model reads books'),
    );
    expect(sites.asked).toEqual(['/news']);
  });

  it('are for those who may create references, in their locale', async () => {
    const body = { addresses: [sites.at('/news')], locale: 'ko' };
    await post('/jekyll/citations', body, null).expect(401);
    await post('/jekyll/citations', body, await someone([])).expect(403);
    const reader = await someone([may('read', REFERENCE, ['title', 'url'])]);
    await post('/jekyll/citations', body, reader).expect(403);
    const writer = await someone([may('create', REFERENCE, ['title', 'url'])]);
    await post('/jekyll/citations', body, writer).expect(200);
    await post('/jekyll/citations', { ...body, locale: 'en' }, writer).expect(403);
    expect(sites.asked).toEqual(['/news']);
  });

  it('of references that the editor may not read count as unknown', async () => {
    const data = { title: 'Secret', url: sites.at('/news') };
    await cms.documents(REFERENCE).create({ locale: 'ko', data });
    const writer = await someone([may('create', REFERENCE, ['title', 'url'])]);
    expect(await look([sites.at('/news')], writer)).toMatchObject([
      { known: null, suggestion: { title: 'A model reads books' } },
    ]);
  });

  it.each([
    { addresses: [], locale: 'ko' },
    { addresses: Array(31).fill('https://a.test'), locale: 'ko' },
    { addresses: ['x'.repeat(5000)], locale: 'ko' },
    { addresses: ['https://a.test'], locale: '../x' },
    { addresses: ['https://a.test'], locale: 'ko', allowHosts: ['a.test'] },
  ])('are refused as %j', async (body) => {
    await post('/jekyll/citations', body).expect(400);
  });
});

describe('items made in the outline', () => {
  const source = (path: string) => ({
    title: `Source ${path}`,
    url: `https://a.test${path}`,
    kind: 'article',
    publisher: null,
    publishedOn: null,
  });
  const make = (items: object[], token = owner, locale = 'ko') =>
    post('/jekyll/outline/items', { locale, items }, token);

  it('are drafts that cite their sources; a known one is cited, not stored again', async () => {
    const known = await cms
      .documents(REFERENCE)
      .create({ locale: 'ko', data: { title: 'Known', url: 'https://a.test/known/' } });
    const { body } = await make([
      { title: 'One', references: [source('/one')] },
      { title: 'Two', references: [source('/one?utm_source=x'), { documentId: known.documentId }] },
      { title: 'Three', references: [source('/known')] },
      { title: 'Four', references: [] },
    ]).expect(200);
    const made: OutlineItem[] = body.data;
    expect(made.map(({ title, status }) => [title, status])).toEqual(
      ['One', 'Two', 'Three', 'Four'].map((title) => [title, 'draft']),
    );
    expect(made.map(({ citations }) => citations.map(({ text }) => text))).toEqual([
      ['Source /one'],
      ['Source /one', 'Known'],
      ['Known'],
      [],
    ]);
    const references = await cms.rows(REFERENCE);
    expect(references.map(({ title }) => title)).toEqual(['Known', 'Source /one']);
    const [stored] = await app.strapi.db
      .query(ITEM as never)
      .findMany({ populate: ['createdBy'] as never, limit: 1 } as never);
    expect((stored as unknown as { createdBy: { email: string } }).createdBy).toMatchObject({
      firstname: 'owner',
    });
  });

  it('cite a source that only another locale has', async () => {
    const data = { title: '한국어 제목', url: 'https://a.test/ko', kind: 'paper' };
    const { documentId } = await cms.documents(REFERENCE).create({ locale: 'ko', data });
    await make([{ title: 'English', references: [{ documentId }] }], owner, 'en').expect(200);
    expect(await cms.rows(REFERENCE)).toMatchObject([
      { documentId, locale: 'ko' },
      { documentId, locale: 'en', ...data },
    ]);
  });

  it('are made all or not at all', async () => {
    const before = await cms.counts();
    await make([
      { title: 'One', references: [source('/one')] },
      { title: 'Two', references: [{ documentId: 'none' }] },
    ]).expect(400);
    expect(await cms.counts()).toEqual(before);
  });

  it('need the rights to create items, and references where they are new', async () => {
    const one = [{ title: 'One', references: [] }];
    await post('/jekyll/outline/items', { locale: 'ko', items: one }, null).expect(401);
    await make(one, await someone([may('read', ITEM, ['title'])])).expect(403);
    const writer = await someone([may('create', ITEM, ['title', 'citations.reference'])]);
    await make(one, writer).expect(200);
    await make(one, writer, 'en').expect(403);
    await make([{ title: 'One', references: [source('/one')] }], writer).expect(403);
    expect(await cms.rows(REFERENCE)).toEqual([]);
  });

  it.each([
    [{ title: '', references: [] }],
    [
      {
        title: 'x',
        references: [
          {
            ...{ title: 'x', kind: 'article', publisher: null, publishedOn: null },
            url: 'javascript:1',
          },
        ],
      },
    ],
    [{ title: 'x', references: [], createdBy: 1 }],
  ])('are refused as %j', async (one) => {
    await make([one]).expect(400);
  });
});

describe('items that were made and never saved with a post', () => {
  const source = (path: string) => ({
    title: `Source ${path}`,
    url: `https://a.test${path}`,
    kind: 'article',
    publisher: null,
    publishedOn: null,
  });
  /** One cites a new source, the other that one and a known one. */
  async function make(token = owner): Promise<string[]> {
    const items = [
      { title: 'One', references: [source('/one')] },
      { title: 'Two', references: [source('/one'), source('/two')] },
    ];
    const { body } = await post('/jekyll/outline/items', { locale: 'ko', items }, token).expect(
      200,
    );
    return (body.data as OutlineItem[]).map(({ documentId }) => documentId);
  }
  const ask = async (what: 'left' | 'discard', documentIds: string[], token = owner) => {
    const body = { locale: 'ko', documentIds };
    const answer = await post(`/jekyll/outline/${what}`, body, token).expect(200);
    return (answer.body.data as { title: string }[]).map(({ title }) => title);
  };
  const titles = async (uid: string) => (await cms.rows(uid)).map(({ title }) => title).sort();

  it('are named and deleted on request, with the references that were made along', async () => {
    const made = await make();
    await item('Another of mine');
    expect(await ask('left', made)).toEqual(['One', 'Two']);
    expect(await titles(ITEM)).toHaveLength(3);
    expect(await ask('discard', made)).toEqual(['One', 'Two']);
    expect(await titles(ITEM)).toEqual(['Another of mine']);
    expect(await titles(REFERENCE)).toEqual([]);
    expect(await ask('left', made)).toEqual([]);
  });

  it('keep a reference that was there before, or that another item cites', async () => {
    const data = { title: 'Known', url: 'https://a.test/two' };
    const known = await cms.documents(REFERENCE).create({ locale: 'ko', data });
    const made = await make();
    const [one] = (await cms.rows(REFERENCE)).filter(({ title }) => title === 'Source /one');
    await item('Elsewhere', { citations: [{ reference: one?.documentId }] });
    expect(await ask('discard', made)).toEqual(['One', 'Two']);
    expect(await titles(REFERENCE)).toEqual(['Known', 'Source /one']);
    expect(await cms.rows(REFERENCE)).toContainEqual(
      expect.objectContaining({ documentId: known.documentId }),
    );
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      'a draft of a post shows it',
      (id) =>
        cms.documents(POST).create({
          locale: 'ko',
          data: { title: 'Post', sections: [{ heading: 'A', items: [id] }] },
        }),
    ],
    [
      'it was published',
      (documentId) => app.strapi.documents(ITEM as never).publish({ documentId, locale: 'ko' }),
    ],
    [
      'somebody wrote a text',
      (documentId) =>
        cms.documents(ITEM).update({ documentId, locale: 'ko', data: { body: 'A text.' } }),
    ],
    [
      'it was translated',
      (documentId) =>
        cms.documents(ITEM).update({ documentId, locale: 'en', data: { title: 'English' } }),
    ],
    [
      'somebody else changed it',
      async (documentId) => {
        const grant = [may('update', ITEM, ['title']), may('read', ITEM, ['title'])];
        const path = `/content-manager/collection-types/${ITEM}/${documentId}?locale=ko`;
        await request(app.strapi.server.httpServer)
          .put(path)
          .set('Authorization', await someone(grant))
          .send({ title: 'Anders' })
          .expect(200);
      },
    ],
  ])('stay where %s', async (_what, use) => {
    const [one = '', two = ''] = await make();
    await use(one);
    expect(await ask('left', [one, two])).toEqual(['Two']);
    expect(await ask('discard', [one, two])).toEqual(['Two']);
    const left = (await cms.rows(ITEM)).map(({ documentId }) => documentId);
    expect(left).toContain(one);
    expect(left).not.toContain(two);
  });

  it('of somebody else are nobody’s to delete here', async () => {
    const made = await make();
    const mayDelete: Grant = {
      action: `${EXPLORER}.delete`,
      subject: ITEM,
      properties: { locales: ['ko'] },
    };
    const other = await someone([mayDelete, may('read', ITEM, ['title'])]);
    expect(await ask('left', made, other)).toEqual([]);
    expect(await ask('discard', made, other)).toEqual([]);
    expect(await titles(ITEM)).toEqual(['One', 'Two']);
    const reader = await someone([may('read', ITEM, ['title'])]);
    const body = { locale: 'ko', documentIds: made };
    await post('/jekyll/outline/discard', body, reader).expect(403);
  });
});

describe('items to add', () => {
  const search = async (body: object, token = owner): Promise<FoundItem[]> =>
    (await post('/jekyll/outline/search', { locale: 'ko', ...body }, token).expect(200)).body.data;
  const titles = (found: readonly FoundItem[]): (string | null)[] =>
    found.map(({ title }) => title);

  it('are those in no post first, newest first, found by title and topic', async () => {
    const used = await item('Used robots');
    await item('Old robots');
    await item('New 로봇', { topic: 'Robots' });
    const omitted = await item('Omitted robots');
    await item('Something else 100%');
    await cms.documents(ITEM).create({ locale: 'en', data: { title: 'English robots' } });
    await cms.documents(POST).create({
      locale: 'ko',
      data: { title: '글', sections: [{ items: [used] }] },
    });
    const found = await search({ q: 'ROBOT', omit: [omitted] });
    expect(titles(found)).toEqual(['New 로봇', 'Old robots', 'Used robots']);
    expect(found.map(({ used: shown }) => shown)).toEqual([false, false, true]);
    expect(titles(await search({ q: '100%' }))).toEqual(['Something else 100%']);
    expect(titles(await search({ q: '0\\' }))).toEqual([]);
    expect(titles(await search({ q: "'; drop" }))).toEqual([]);
    expect(titles(await search({}))).toHaveLength(5);
  });

  it('are at most twenty, and unused ones are never crowded out', async () => {
    const used: string[] = [];
    await item('Unused');
    for (let n = 0; n < 22; n += 1) used.push(await item(`Used ${n}`));
    await cms
      .documents(POST)
      .create({ locale: 'ko', data: { title: '글', sections: [{ items: used }] } });
    const found = await search({});
    expect(found).toHaveLength(20);
    expect(titles(found).slice(0, 2)).toEqual(['Unused', 'Used 21']);
  });

  it('are those that the editor may read', async () => {
    await item('Somebody else’s');
    const own = await someone([
      { ...may('read', ITEM, ['title']), conditions: ['admin::is-creator'] },
    ]);
    expect(await search({}, own)).toEqual([]);
    const body = { locale: 'ko', q: '', omit: [] };
    await post('/jekyll/outline/search', body, null).expect(401);
    await post('/jekyll/outline/search', body, await someone([])).expect(403);
  });
});

/** A form's section as the content manager keeps it. */
interface FormSection {
  id?: number;
  heading: string;
  prefix: string | null;
  items: unknown;
}

describe('an outline', () => {
  const ask = async (documentId: string | null, sections: readonly object[]): Promise<Outline> => {
    const values = { title: '설문', slug: 'survey', closing: '## References', sections };
    const body = { documentId, locale: 'ko', values };
    return (await post('/jekyll/outline', body).expect(200)).body.data;
  };
  const draft = async (documentId: string) => cms.post({ documentId }, 'draft');
  const orders = async (documentId: string): Promise<string[][]> =>
    (await draft(documentId)).sections.map(({ items }) => items.map(({ title }) => title));
  /** What the content manager sends of a form. */
  const sent = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sent);
    if (typeof value !== 'object' || value === null) return value;
    if ('apiData' in value) return value.apiData;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sent(inner)]));
  };

  /** A saved survey, with an own way of saying the order of its items: a letter for each. */
  async function survey(...saved: string[]) {
    const documents = new Map<string, string>();
    for (const letter of new Set('abcdefgh')) documents.set(letter, await cited(letter));
    const idsOf = (letters: string) => [...letters].map((letter) => documents.get(letter) ?? '');
    const { documentId } = await cms.documents(POST).create({
      locale: 'ko',
      data: {
        title: '설문',
        slug: 'survey',
        date: '2025-03-02T00:00:00.000Z',
        sections: saved.map((letters, index) => ({
          heading: `Section ${index}`,
          prefix: `s${index}`,
          items: idsOf(letters),
        })),
      },
    });
    const rows = new Map(
      (await cms.rows(ITEM, { publishedAt: null })).map((row) => [row.documentId, row]),
    );
    const itemOf = (id: string): OutlineItem => ({
      id: rows.get(id)?.id ?? 0,
      documentId: id,
      title: String(rows.get(id)?.['title']),
      status: 'draft',
      citations: [],
    });
    /** The form with its items in another order; a section more than there are is a new one. */
    const form = async (...wanted: string[]): Promise<FormSection[]> => {
      const { sections } = (await draft(documentId)) as unknown as {
        sections: (FormSection & { items: { documentId: string }[] })[];
      };
      return wanted.map((letters, index) => {
        const before = sections[index];
        const items = relationTo(
          before?.items.map((one) => one.documentId) ?? [],
          idsOf(letters),
          itemOf,
          'ko',
        );
        const { id, heading, prefix } = before ?? {
          heading: `Section ${index}`,
          prefix: `s${index}`,
        };
        return { ...(id === undefined ? {} : { id }), heading, prefix, items };
      });
    };
    const save = (sections: readonly object[]) =>
      put(`/content-manager/collection-types/${POST}/${documentId}?locale=ko`, {
        sections: sent(sections),
      }).expect(200);
    return { documentId, form, save };
  }
  const letters = (...sections: string[]): string[][] => sections.map((text) => [...text]);
  const shown = ({ sections, items }: Outline): string[][] =>
    sections.map((section) =>
      section.items.map((id) => items.find((one) => one.documentId === id)?.title ?? '?'),
    );

  it.each([
    ['forward', ['abcd'], ['bcad']],
    ['backward', ['abcd'], ['dabc']],
    ['to the end', ['abcd'], ['bcda']],
    ['the other way round', ['abcdefgh'], ['hgfedcba']],
    ['out of its section to the first place of another', ['abc', 'de'], ['ac', 'bde']],
    ['to the last place of another', ['abc', 'de'], ['bc', 'dea']],
    ['into the middle of another', ['abc', 'de'], ['ab', 'dce']],
    ['into an empty section', ['ab', ''], ['a', 'b']],
    ['all of them, leaving an empty section', ['ab', 'c'], ['', 'bca']],
    ['crosswise', ['abc', 'def'], ['daf', 'ceb']],
    ['a new one to the first place', ['ab'], ['cab']],
    ['new ones beside saved ones', ['ab', 'c'], ['dafb', 'gce']],
    ['one taken out', ['abc'], ['ac']],
    ['all taken out', ['abc'], ['']],
    ['into a section that is new', ['abc'], ['b', 'eca']],
  ])('%s: shown, saved and numbered alike', async (_what, before, after) => {
    const { documentId, form, save } = await survey(...before);
    const changed = await form(...after);
    const outline = await ask(documentId, changed);
    expect(shown(outline)).toEqual(letters(...after));
    await save(changed);
    expect(await orders(documentId)).toEqual(letters(...after));
    expect(shown(await ask(documentId, await form(...after)))).toEqual(letters(...after));
  });

  it('many changes in a row come out as wanted', async () => {
    const { documentId, form, save } = await survey('abc', 'de', '');
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let step = 0; step < 25; step += 1) {
      const wanted = ['', '', ''];
      for (const letter of [...'abcdefgh'].sort(() => random(3) - 1)) {
        const section = random(4);
        if (section < 3)
          wanted[section] = random(2)
            ? `${letter}${wanted[section]}`
            : `${wanted[section]}${letter}`;
      }
      await save(await form(...wanted));
      expect(await orders(documentId)).toEqual(letters(...wanted));
    }
  });

  it('tells the footnotes that the export then writes, before and after a change', async () => {
    const { documentId, form, save } = await survey('abc', 'de');
    const blog = await Checkout.with();
    const numbers = async (): Promise<string[]> => {
      await cms.documents(POST).publish({ documentId, locale: 'ko' });
      await cms.blog.export({ blogDir: blog.dir });
      const text = await blog.text('_posts/2025-03-02-survey.md');
      return [...text.matchAll(/^### (\S+) \[\^(.+)\]$/gm)].map(
        ([, title, label]) => `${title} ${label}`,
      );
    };
    const told = ({ sections, items }: Outline): string[] =>
      sections.flatMap((section) =>
        section.items.map((id) => {
          const found = items.find((one) => one.documentId === id);
          return `${found?.title} ${found?.citations.map(({ label }) => label).join()}`;
        }),
      );
    const first = ['a ref-s0-1', 'b ref-s0-2', 'c ref-s0-3', 'd ref-s1-1', 'e ref-s1-2'];
    expect(told(await ask(documentId, await form('abc', 'de')))).toEqual(first);
    expect(await numbers()).toEqual(first);

    const changed = await form('ca', 'dbfe');
    const coming = told(await ask(documentId, changed));
    expect(coming).toEqual([
      'c ref-s0-1',
      'a ref-s0-2',
      'd ref-s1-1',
      'b ref-s1-2',
      'f ref-s1-3',
      'e ref-s1-4',
    ]);
    await save(changed);
    expect(await numbers()).toEqual(coming);
  });

  it('of a form that was never saved has the items that it names', async () => {
    const a = await cited('a');
    const outline = await ask(null, [
      {
        heading: 'x',
        prefix: 'p',
        items: { connect: [{ apiData: { documentId: a, position: { end: true } } }] },
      },
      { heading: 'y' },
    ]);
    expect(outline.sections).toEqual([
      { saved: [], items: [a] },
      { saved: [], items: [] },
    ]);
    expect(outline.items).toMatchObject([
      {
        title: 'a',
        citations: [{ label: 'ref-p-1', text: 'Source of a', url: 'https://a.test/a' }],
      },
    ]);
  });

  it('says how its items stand, and no more of those that the editor may not read', async () => {
    const { documentId, form } = await survey('abc');
    const [a, b] = (await draft(documentId)).sections[0]?.items ?? [];
    await cms.documents(ITEM).publish({ documentId: a?.documentId, locale: 'ko' });
    await cms.documents(ITEM).publish({ documentId: b?.documentId, locale: 'ko' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await cms
      .documents(ITEM)
      .update({ documentId: b?.documentId, locale: 'ko', data: { topic: 'x' } });
    const sections = await form('abc');
    const { items } = await ask(documentId, sections);
    expect(items.map(({ status }) => status)).toEqual(['published', 'modified', 'draft']);

    const reader = await someone([may('read', POST, ['title', 'sections.items'])]);
    const body = { documentId, locale: 'ko', values: { sections } };
    const { body: answer } = await post('/jekyll/outline', body, reader).expect(200);
    expect(answer.data.items).toMatchObject(Array(3).fill({ title: null, citations: [] }));
    await post('/jekyll/outline', body, await someone([])).expect(403);
    await post('/jekyll/outline', { ...body, locale: 'en' }, reader).expect(403);
    await post('/jekyll/outline', { ...body, documentId: 'none' }, owner).expect(404);
    await post('/jekyll/outline', body, null).expect(401);
  });

  it.each([
    { sections: 'x' },
    { sections: [null, 3, { items: { connect: 'x' } }] },
    { slug: '../..', title: 5 },
    {},
  ])('of broken values %j is no failure', async (values) => {
    await post('/jekyll/outline', { documentId: null, locale: 'ko', values }).expect(200);
  });
});

describe('a new survey', () => {
  const start = (body: object = {}, token: string | null = owner) =>
    post('/jekyll/surveys', { locale: 'ko', ...body }, token);
  const last = (data: object, locale = 'ko') =>
    cms.documents(POST).create({
      locale,
      data: {
        title: '2025년 AI 돌아보기 #2 | AI Trends',
        slug: 'ai-trend-2025-2',
        date: '2025-12-28T00:00:00.000Z',
        description: 'Old',
        categories: ['AI'],
        tags: ['trend', 'survey'],
        authors: ['haneul'],
        math: true,
        pin: false,
        coverPath: 'cover.png',
        mediaBase: '/assets/ai-trend-2025-2/',
        mediaBaseKey: 'img_path',
        keywords: ['old'],
        body: 'Old',
        closing: '## 참고\n\nOld',
        sections: [
          { heading: '💡 **Issues**', prefix: 'iss', lead: 'Old' },
          { heading: '📰 Papers', prefix: 'pa' },
        ],
        ...data,
      },
    });

  it('takes over what stays the same, counts on, and has no items', async () => {
    await last({ date: '2024-01-01T00:00:00.000Z', title: 'Older #1', slug: 'older' });
    const { documentId: before } = await last({
      sections: [
        { heading: '💡 **Issues**', prefix: 'iss', lead: 'Old', items: [await item('Old')] },
      ],
    });
    await cms
      .documents(POST)
      .create({ locale: 'ko', data: { title: 'Plain', date: '2026-01-01T00:00:00.000Z' } });
    const { body } = await start().expect(200);
    const { documentId } = body.data;
    expect(documentId).not.toBe(before);
    const year = new Date(Date.now() + 9 * 3600_000).getUTCFullYear();
    expect(await cms.post({ documentId }, 'draft')).toMatchObject({
      locale: 'ko',
      title: `${year}년 AI 돌아보기 #3 | AI Trends`,
      slug: `ai-trend-${year}-3`,
      date: null,
      description: null,
      categories: ['AI'],
      tags: ['trend', 'survey'],
      authors: ['haneul'],
      math: true,
      toc: null,
      pin: false,
      coverPath: null,
      mediaBase: `/assets/ai-trend-${year}-3/`,
      mediaBaseKey: 'img_path',
      keywords: null,
      body: null,
      closing: '## 참고',
      sections: [{ heading: '💡 **Issues**', prefix: 'iss', lead: null, items: [] }],
    });
    expect(await cms.posts({ documentId })).toEqual([]);

    const { body: again } = await start().expect(200);
    expect(await cms.post({ documentId: again.data.documentId }, 'draft')).toMatchObject({
      slug: `ai-trend-${year}-4`,
    });
  });

  it('starts from the survey that is named, and meets no slug', async () => {
    const year = new Date(Date.now() + 9 * 3600_000).getUTCFullYear();
    const { documentId: from } = await last({});
    await last({
      date: '2026-03-01T00:00:00.000Z',
      slug: `ai-trend-${year}-3`,
      title: 'Another #7',
    });
    const { body } = await start({ from }).expect(200);
    expect(await cms.post({ documentId: body.data.documentId }, 'draft')).toMatchObject({
      slug: `ai-trend-${year}-3-2`,
    });
  });

  it('is none where there is no survey in the locale', async () => {
    await last({}, 'en');
    expect((await start().expect(200)).body).toEqual({ data: null });
    expect((await start({ from: 'none' }).expect(200)).body).toEqual({ data: null });
    await start({ locale: 'en' }).expect(200);
    await start({ locale: 'fr' }).expect(403);
    await start({ data: {} }).expect(400);
  });

  it('needs the rights to create posts there and to read the last; sets only permitted fields', async () => {
    await last({});
    await start({}, null).expect(401);
    await start({}, await someone([may('read', POST, ['title'])])).expect(403);
    await start({}, await someone([may('create', POST, ['title'])])).expect(403);
    const writer = await someone([
      may('read', POST, ['title', 'tags']),
      may('create', POST, ['title', 'slug']),
    ]);
    await start({ locale: 'en' }, writer).expect(403);
    const { body } = await start({}, writer).expect(200);
    expect(await cms.post({ documentId: body.data.documentId }, 'draft')).toMatchObject({
      title: expect.stringContaining('#3'),
      tags: null,
      sections: [],
    });
    const own = await someone([
      { ...may('read', POST, ['title']), conditions: ['admin::is-creator'] },
      may('create', POST, ['title']),
    ]);
    expect((await start({}, own).expect(200)).body).toEqual({ data: null });
  });
});
