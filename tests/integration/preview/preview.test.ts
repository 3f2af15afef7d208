import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { loginAs } from '../../helpers/admin-users';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, POST, REFERENCE } from '../publishing/blog';
import { exampleBlog } from './setting';

const READ = 'plugin::content-manager.explorer.read';
const CREATE = 'plugin::content-manager.explorer.create';
const LOCALES = { locales: ['ko', 'en'] };
const reads = (...subjects: string[]) =>
  subjects.map((subject) => ({
    action: READ,
    subject,
    properties: LOCALES,
  }));
const ALL = reads(POST, ITEM, REFERENCE);

let app: BootedStrapi;
let blog: Blog;
let checkout: Awaited<ReturnType<typeof exampleBlog>>;
let admin: string;
let post: string;
let item: string;
beforeAll(async () => {
  checkout = await exampleBlog();
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  admin = await loginAs(app.strapi, 'preview-admin', 'super-admin');
  const reference = await blog.reference('Paper');
  item = await blog.item('Item', [reference]);
  post = await blog.post('Survey', [{ heading: 'News', items: [item] }]);
});
afterAll(async () => {
  await app.close();
  await checkout.remove();
});

const server = () => request(app.strapi.server.httpServer);
interface Target {
  documentId?: string | null;
  locale?: string;
  status?: string;
}
const link = (as: string, target: Target = {}) =>
  server()
    .post('/jekyll/preview/link')
    .set('Authorization', as)
    .send({ documentId: post, locale: 'ko', status: 'draft', ...target });
const render = (as: string, body: object = {}) =>
  server()
    .post('/jekyll/preview/render')
    .set('Authorization', as)
    .send({ documentId: post, locale: 'ko', status: 'draft', ...body });
const pageOf = async (as: string, target: Target = {}): Promise<string> => {
  const { body } = await link(as, target).expect(200);
  return (await server().get(body.data.url).expect(200)).text;
};
const mediaToken = (html: string): string => /\.\.\/media\/([^/"]+)\//.exec(html)?.[1] ?? '';
const plainPost = async (data: object): Promise<string> => {
  const { documentId } = await blog.documents(POST).create({ locale: 'ko', data });
  return documentId;
};

describe('the page', () => {
  it('shows a survey as it will be on the blog', async () => {
    const html = await pageOf(admin);
    expect(html).toContain('<h1 data-toc-skip>Survey ko</h1>');
    expect(html).toMatch(/News/);
    expect(html).toContain('Item ko');
    expect(html).toContain('Paper ko');
  });

  it('has a policy that runs our script only, and no origin', async () => {
    const { body } = await link(admin).expect(200);
    const { headers, text } = await server().get(body.data.url).expect(200);
    const policy = String(headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(text.match(/<script/g)).toEqual(['<script']);
    expect(text).toContain(`<script nonce="${nonce}"`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    const again = await server().get(body.data.url).expect(200);
    expect(again.text).not.toContain(nonce);
  });

  it('holds nothing that runs, whatever the post says', async () => {
    const documentId = await plainPost({
      title: '<script>alert(1)</script>',
      slug: 'evil',
      description: '"><img src=x onerror=alert(1)>',
      tags: ['<b onclick=x>'],
      body: [
        '<script>alert(1)</script>',
        '',
        '<img src="x.png" onerror="alert(1)">',
        '',
        '<a href="java&#10;script:alert(1)">x</a> [y](javascript:alert(1))',
        '',
        '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        '<svg onload=alert(1)></svg>',
        '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<form action="https://evil.example/"><button>x</button></form>',
        '',
        "{% include embed/youtube.html id='\"><script>alert(1)</script>' %}",
      ].join('\n'),
    });
    const html = await pageOf(admin, { documentId });
    expect(html.match(/<script/g)).toEqual(['<script']);
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.filter((tag) => /\son[a-z]+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
    expect(tags.filter((tag) => /javascript:|srcdoc/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<(?:iframe|form|base|object)/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /http-equiv/i.test(tag))).toEqual([]);
    const { body } = await render(admin, { documentId }).expect(200);
    expect(body.data.problems).toContainEqual(expect.objectContaining({ code: 'script-left-out' }));
  });
});

describe('unsaved changes', () => {
  it('show on top of the saved draft, items added, moved and removed too', async () => {
    const second = await blog.item('Second');
    const saved = (await blog.documents(POST).findOne({
      documentId: post,
      locale: 'ko',
      status: 'draft',
      populate: { sections: { populate: { items: true } } },
    })) as unknown as { sections: { id: number; items: { id: number }[] }[] };
    const [section] = saved.sections;
    const values = {
      title: 'Typed just now',
      tags: ['fresh'],
      math: true,
      sections: [
        {
          id: section?.id,
          heading: 'Renamed',
          items: {
            connect: [{ apiData: { documentId: second, position: { before: item } } }],
            disconnect: [],
          },
        },
      ],
    };
    const { body } = await render(admin, { values }).expect(200);
    const { parts, title } = body.data;
    expect(title).toBe('Typed just now');
    expect(parts.tail).toContain('fresh');
    expect(parts.content).toContain('Renamed');
    expect(parts.content.indexOf('Second ko')).toBeGreaterThan(0);
    expect(parts.content.indexOf('Second ko')).toBeLessThan(parts.content.indexOf('Item ko'));
    const kept = await render(admin, { values: { ...values, sections: [] } }).expect(200);
    expect(kept.body.data.parts.content).not.toContain('Item ko');
    expect(await blog.title(POST, post, 'ko', 'draft')).toBe('Survey ko');
  });

  it('show for a post that was never saved', async () => {
    const { body } = await render(admin, { documentId: null, values: { body: '**새 글**' } });
    expect(body.data.parts.content).toContain('<strong>새 글</strong>');
    const page = await pageOf(admin, { documentId: null });
    expect(page).toContain('data-part="content"');
  });

  it('say where fields stand, in lines of the content', async () => {
    const { body } = await render(admin, { values: { body: 'one\n\ntwo', closing: 'end' } });
    expect(body.data.fields).toEqual([
      { field: 'body', first: 0, last: 2 },
      { field: 'closing', first: 4, last: 4 },
    ]);
  });

  it('are refused where they are malformed', async () => {
    await render(admin, { values: 'x' }).expect(400);
    await render(admin, { locale: '../x' }).expect(400);
    await render(admin, { more: 1 }).expect(400);
    const odd = {
      sections: [1, { items: { connect: [null, {}] } }],
      tags: 'x',
      date: 'never',
      cover: { id: 'x' },
    };
    await render(admin, { values: odd }).expect(200);
  });
});

describe('whoever may not read the post', () => {
  const noone = 'Bearer nothing';
  it('gets no address and no text: nobody, and roles without the right', async () => {
    await link(noone).expect(401);
    await render(noone).expect(401);
    for (const grants of [[], reads(ITEM, REFERENCE)]) {
      const role = await loginAs(app.strapi, `without-${grants.length}`, grants);
      await link(role).expect(403);
      await render(role, { values: { title: 'x' } }).expect(403);
      await render(role, { documentId: null, values: { title: 'x' } }).expect(403);
    }
  });

  it('in this locale', async () => {
    const english = await loginAs(
      app.strapi,
      'english-only',
      ALL.map((grant) => ({ ...grant, properties: { locales: ['en'] } })),
    );
    await link(english, { locale: 'ko' }).expect(403);
    await render(english, { locale: 'ko' }).expect(403);
    await link(english, { locale: 'en' }).expect(200);
  });

  it('unless it is their own, where the role says so', async () => {
    const grants = [
      { action: READ, subject: POST, properties: LOCALES, conditions: ['admin::is-creator'] },
      { action: CREATE, subject: POST, properties: LOCALES },
      ...reads(ITEM, REFERENCE),
    ];
    const author = await loginAs(app.strapi, 'own-posts-only', grants);
    await link(author).expect(403);
    await render(author, { values: {} }).expect(403);
    const { body } = await server()
      .post('/content-manager/collection-types/api::post.post?locale=ko')
      .set('Authorization', author)
      .send({ title: 'My own', slug: 'my-own' })
      .expect(201);
    expect(await pageOf(author, { documentId: body.data.documentId })).toContain('My own');
  });

  it('in the version that is asked for', async () => {
    await link(admin, { status: 'published' }).expect(404);
    await link(admin, { documentId: 'unknown' }).expect(404);
  });

  it('sees no item, reference or field beyond their rights', async () => {
    const posts = await loginAs(app.strapi, 'posts-only', reads(POST));
    const html = await pageOf(posts);
    expect(html).toContain('Survey ko');
    expect(html).not.toContain('Item ko');
    expect(html).toContain('data-code="not-permitted"');
    const noReferences = await pageOf(
      await loginAs(app.strapi, 'no-references', reads(POST, ITEM)),
    );
    expect(noReferences).toContain('Item ko');
    expect(noReferences).not.toContain('Paper ko');
    const titles = await loginAs(app.strapi, 'titles-only', [
      { action: READ, subject: POST, properties: { ...LOCALES, fields: ['title'] } },
      ...reads(ITEM, REFERENCE),
    ]);
    const titleOnly = await pageOf(titles);
    expect(titleOnly).toContain('Survey ko');
    expect(titleOnly).not.toContain('News');
  });
});

describe('a signed address', () => {
  const addressOf = async (as: string): Promise<string> =>
    (await link(as).expect(200)).body.data.url as string;

  it('is refused when it is changed, cut, or meant for something else', async () => {
    const url = await addressOf(admin);
    const [head, payload = '', mac = ''] = /^(.*\/)([^.]+)\.([^?]+)/.exec(url)?.slice(1) ?? [];
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace(post, item),
    ).toString('base64url');
    for (const bad of [
      `${head}${other}.${mac}`,
      `${head}${payload}.${mac.slice(0, -2)}AA`,
      `${head}${payload}`,
      `${head}x`,
    ]) {
      const { status, text } = await server().get(bad);
      expect([status, text.includes('Survey')]).toEqual([403, false]);
    }
    const token = `${payload}.${mac}`;
    await server().get(`/jekyll/preview/media/${token}/assets/css/site.css`).expect(404);
  });

  it('ends', async () => {
    const url = await addressOf(admin);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 60_000);
    try {
      const { status, text } = await server().get(url);
      expect(status).toBe(403);
      expect(text).toContain('expired');
      expect(text).not.toContain('Survey');
    } finally {
      now.mockRestore();
    }
  });

  it('ends with the rights or the account of whoever asked for it', async () => {
    const reader = await loginAs(app.strapi, 'loses-rights', ALL);
    const url = await addressOf(reader);
    await server().get(url).expect(200);
    const user = await app.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'loses-rights@example.com' }, populate: ['roles'] });
    await app.strapi.service('admin::role').assignPermissions(user.roles[0].id, []);
    await server().get(url).expect(403);
    const second = await loginAs(app.strapi, 'loses-account', ALL);
    const other = await addressOf(second);
    await app.strapi.db
      .query('admin::user')
      .update({ where: { email: 'loses-account@example.com' }, data: { isActive: false } });
    await server().get(other).expect(403);
  });

  it("is what Strapi's own Preview gets, for those who may read", async () => {
    const ask = (as: string, uid = POST) =>
      server()
        .get(`/content-manager/preview/url/${uid}`)
        .query({ documentId: uid === POST ? post : item, locale: 'ko', status: 'draft' })
        .set('Authorization', as);
    const { body } = await ask(admin).expect(200);
    await server().get(body.data.url).expect(200);
    await ask(admin, ITEM).expect(204);
    await ask(await loginAs(app.strapi, 'no-preview', reads(ITEM))).expect(204);
  });
});

describe('files of the checkout', () => {
  let token: string;
  beforeAll(async () => {
    const dir = path.join(checkout.dir, 'assets', 'img');
    await writeFile(path.join(dir, 'shown.png'), 'png');
    await writeFile(path.join(dir, 'vector.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(path.join(checkout.dir, '.hidden.png'), 'x');
    await mkdir(path.join(checkout.dir, '.git'), { recursive: true });
    await writeFile(path.join(checkout.dir, '.git', 'a.png'), 'x');
    await writeFile(path.join(checkout.dir, '..', 'outside.png'), 'x');
    await symlink(path.join(checkout.dir, '..', 'outside.png'), path.join(dir, 'link.png'));
    await symlink(path.join(checkout.dir, '..'), path.join(checkout.dir, 'up'));
    const documentId = await plainPost({
      title: 'Images',
      slug: 'images',
      body: '![a](/assets/img/shown.png)\n\n![b](/assets/img/none.png)',
    });
    token = mediaToken(await pageOf(admin, { documentId }));
  });

  it('are served where they are pictures, styles or fonts', async () => {
    const get = (file: string) => server().get(`/jekyll/preview/media/${token}/${file}`);
    const png = await get('assets/img/shown.png').expect(200);
    expect(png.headers['content-type']).toBe('image/png');
    const svg = await get('assets/img/vector.svg').expect(200);
    expect(svg.headers['content-security-policy']).toContain('sandbox');
    expect(svg.headers['x-content-type-options']).toBe('nosniff');
    await get('assets/css/site.css').expect(200);
  });

  it.each([
    '_config.yml',
    'index.html',
    '_data/authors.yml',
    'assets/js/tex-source.js',
    '../outside.png',
    '..%2foutside.png',
    '%2e%2e/outside.png',
    '%2e%2e%2foutside.png',
    '..%5coutside.png',
    'assets/img/..%2f..%2f..%2foutside.png',
    'assets/img/link.png',
    'up/outside.png',
    'up%2foutside.png',
    '.hidden.png',
    '.git/a.png',
    '%2fetc%2fpasswd',
    '%2fetc%2fx.png',
    'assets//img/shown.png',
    './assets/img/./shown.png%00.png',
    'assets/img/shown.png%00',
    'assets/img',
    'C:%5cx.png',
    `${'a'.repeat(300)}.png`,
  ])('are not served: %s', async (file) => {
    const { status, text, body } = await server().get(`/jekyll/preview/media/${token}/${file}`);
    expect([400, 404]).toContain(status);
    expect(text ?? body).not.toContain('x'.repeat(1) + 'y');
  });

  it.each(['x.js', '../preview.css', 'fonts/..%2f..%2fpackage.json', 'katex.js', 'constructor'])(
    'of packages are not served either: %s',
    async (file) => {
      await server().get(`/jekyll/preview/assets/${file}`).expect(404);
    },
  );

  it.each([
    'page.js',
    'post.css',
    'preview.css',
    'katex.min.css',
    'fonts/KaTeX_Main-Regular.woff2',
  ])('of ours are: %s', async (file) => {
    const { headers } = await server().get(`/jekyll/preview/assets/${file}`).expect(200);
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});
