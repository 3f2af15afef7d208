import request from 'supertest';
import { EXPORT_ACTION, SETTINGS_ACTION } from '../../../src/plugins/jekyll/contracts/rights';
import { loginAs } from '../../helpers/admin-users';
import { runProgram } from '../cli/command';
import { publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();
let admin: string;
beforeAll(async () => {
  admin = await loginAs(desk.app.strapi, 'owner', 'super-admin');
});

const server = () => request(desk.app.strapi.server.httpServer);
const read = async () =>
  (await server().get('/jekyll/settings').set('Authorization', admin).expect(200)).body.data;
const save = (body: object, who = admin) =>
  server().put('/jekyll/settings').set('Authorization', who).send(body);
const FORM = {
  mediaBaseKey: 'img_path',
  spacers: 0,
  rules: 'none',
  keywordsLabel: 'bold',
  imageWidth: null,
};
afterEach(() => save({}).expect(200));

describe('the settings', () => {
  it('are those of the configuration until somebody sets others', async () => {
    const before = await read();
    expect(before.stored).toEqual({});
    expect(before.settings).toEqual(before.configured);
    expect(before.settings).toMatchObject({ autoExport: 'off', keepRuns: 500, timezone: null });

    const { body } = await save({ timezone: 'Europe/Paris', keepRuns: 20 }).expect(200);
    expect(body.data.settings).toMatchObject({ timezone: 'Europe/Paris', keepRuns: 20 });
    expect(body.data.configured).toEqual(before.configured);
    expect(body.data.site.zone).toBe('Europe/Paris');
    await save({}).expect(200);
    expect((await read()).settings).toEqual(before.settings);
  });

  it('count in what is written next', async () => {
    const blog = await Checkout.with({ '_config.yml': '' });
    await save({ timezone: 'UTC', postForm: { mediaBaseKey: 'img_path' } }).expect(200);
    await publishPlain(desk.cms, 'zoned', { mediaBase: '/assets/x' });
    await desk.sync(blog);
    const text = await blog.text('_posts/2025-03-02-zoned.md');
    expect(text).toContain('date: 2025-03-02 00:00:00 +0000');
    expect(text).toContain('img_path: /assets/x');
  });

  it('reach another process: the command line', async () => {
    const blog = await Checkout.with({ '_config.yml': '' });
    await publishPlain(desk.cms, 'elsewhere');
    await save({ timezone: 'Europe/Paris' }).expect(200);
    const { status, stderr } = await runProgram(
      ['export', '--blog', blog.dir],
      desk.app.databaseFile,
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const text = await blog.text('_posts/2025-03-02-elsewhere.md');
    expect(text).toContain('date: 2025-03-02 01:00:00 +0100');
  });

  it('that are no sound ones any more are left out', async () => {
    const value = {
      keepRuns: -3,
      autoExport: 'on-publish',
      blogDir: '/etc',
      postForm: { rules: 1 },
    };
    await desk.app.strapi.store({ type: 'plugin', name: 'jekyll', key: 'settings' }).set({ value });
    const { settings, stored, site } = await read();
    expect(stored).toEqual({ autoExport: 'on-publish' });
    expect(settings).toMatchObject({ keepRuns: 500, autoExport: 'on-publish' });
    expect(site.blogDir).not.toBe('/etc');
  });

  it.each<[string, object]>([
    ['the folder of the blog', { blogDir: '/etc' }],
    ['a folder in it', { postsFolder: '../x' }],
    ['a repository', { git: { remote: 'https://example.org/x.git' } }],
    ['a program', { preview: { jekyll: { command: ['sh'] } } }],
    ['a zone that is none', { timezone: 'Mars/Olympus' }],
    ['a delay without an end', { autoExportDelay: 1e9 }],
    ['a form that is none', { postForm: { spacers: 99 } }],
    ['a width that is none', { postForm: { imageWidth: 0 } }],
    ['a strategy that is none', { localeStrategy: 'subdomain' }],
    ['a locale that leaves its place', { singleLocale: '../en' }],
    ['an unknown part of a form', { postForm: { house: { start: ['x'] } } }],
  ])('do not take %s', async (_what, body) => {
    await save(body).expect(400);
    expect((await read()).stored).toEqual({});
  });

  it('show what the configuration decides, without secrets', async () => {
    const { config } = desk.app.strapi;
    const before = config.get('plugin::jekyll.git') as object;
    const remote = 'https://example.org/blog.git';
    process.env['JEKYLL_GIT_TOKEN'] = 'ghp_secret';
    config.set('plugin::jekyll.git', { ...before, enabled: true, remote });
    try {
      const { site } = await read();
      expect(site.git).toEqual({
        enabled: true,
        remote,
        branch: null,
        push: 'never',
        mode: 'direct',
      });
      expect(JSON.stringify(site)).not.toContain('ghp_secret');
    } finally {
      config.set('plugin::jekyll.git', before);
      delete process.env['JEKYLL_GIT_TOKEN'];
    }
  });

  it('show a new post in the chosen form', async () => {
    const example = (body: object) =>
      server().post('/jekyll/settings/example').set('Authorization', admin).send(body);
    const { body } = await example(FORM).expect(200);
    expect(body.data.text).toContain('img_path: /assets/img/posts/2025-01-12');
    expect(body.data.text).toContain('> **KEYWORDS**');
    expect(body.data.text).not.toContain('&nbsp;');
    expect(body.data.text).toContain('[^ref-news-1]: [Example]');
    const { body: other } = await example({ ...FORM, spacers: 2, rules: 'short' }).expect(200);
    expect(other.data.text).toContain('\n&nbsp;\n&nbsp;\n\n---\n');
    expect(body.data.text).toContain('![books](books.png)\n');
    const { body: wide } = await example({ ...FORM, imageWidth: 600 }).expect(200);
    expect(wide.data.text).toContain('![books](books.png){: width="600"}\n');
    await example({ ...FORM, spacers: -1 }).expect(400);
  });

  it('tell an editor’s form its width, and whoever may read nothing no more than that', async () => {
    const ask = (who: string) => server().get('/jekyll/editor').set('Authorization', who);
    await save({ postForm: { imageWidth: 600 } }).expect(200);
    const read = { action: 'plugin::content-manager.explorer.read' };
    const writer = await loginAs(desk.app.strapi, 'writer', [
      { ...read, subject: 'api::trend-item.trend-item' },
    ]);
    expect((await ask(writer).expect(200)).body).toEqual({ data: { imageWidth: 600 } });
    await ask(await loginAs(desk.app.strapi, 'nobody', [])).expect(403);
  });

  it('ask for their right', async () => {
    await server().get('/jekyll/settings').expect(401);
    const other = await loginAs(desk.app.strapi, 'other', [
      { action: EXPORT_ACTION, subject: null },
    ]);
    await server().get('/jekyll/settings').set('Authorization', other).expect(403);
    await save({}, other).expect(403);
    const right = await loginAs(desk.app.strapi, 'right', [
      { action: SETTINGS_ACTION, subject: null },
    ]);
    await save({ keepRuns: 9 }, right).expect(200);
  });
});

describe('how languages meet', () => {
  const example = async (localeStrategy: string | null, singleLocale: string | null = null) => {
    const { body } = await server()
      .post('/jekyll/settings/example/locales')
      .set('Authorization', admin)
      .send({ localeStrategy, singleLocale })
      .expect(200);
    return body.data as {
      locale: string;
      file: { path: string; frontMatter: string } | null;
      problems: { code: string }[];
    }[];
  };
  const versions = (blog: Checkout) =>
    Promise.all(
      ['ko', 'en'].map(async (locale) => {
        const folder = locale === 'ko' ? '_posts/ko' : '_posts/en';
        return blog.text(`${folder}/2025-03-02-both.md`);
      }),
    );

  it('is set for new files, which follow it, and leaves old ones as they are', async () => {
    const blog = await Checkout.with({ '_config.yml': 'permalink: /posts/:title/\n' });
    const old = await publishPlain(desk.cms, 'old');
    await desk.sync(blog);
    await save({ localeStrategy: 'folder' }).expect(200);
    const { documentId } = await publishPlain(desk.cms, 'both');
    for (const id of [documentId, old.documentId]) {
      await desk.cms.documents('api::post.post').update({
        documentId: id,
        locale: 'en',
        status: 'published',
        data: { slug: id === documentId ? 'both' : 'old', title: 'Both', date: '2025-03-02' },
      });
    }
    await desk.sync(blog);
    const [ko, en] = await versions(blog);
    expect(ko).toContain('lang: ko\nalternates:\n  en: /en/posts/both/\n');
    expect(en).toContain('lang: en\npermalink: /en/posts/both/\n');
    expect(await blog.text('_posts/2025-03-02-old.md')).not.toContain('lang');
  });

  it('is shown with the files of both languages', async () => {
    expect(await example(null)).toEqual([
      {
        locale: 'ko',
        file: {
          path: '_posts/2025-01-12-trends-of-the-week.md',
          frontMatter: expect.not.stringContaining('lang'),
        },
        problems: [],
      },
      {
        locale: 'en',
        file: {
          path: '_posts/2025-01-12-trends-of-the-week-en.md',
          frontMatter: expect.stringContaining('\nlang: en\n'),
        },
        problems: [],
      },
    ]);
    const [, suffix] = await example('suffix');
    expect(suffix?.file?.frontMatter).toMatch(/lang: en\nalternates:\n {2}ko: \//);
    const [, folder] = await example('folder');
    expect(folder?.file?.path).toBe('_posts/en/2025-01-12-trends-of-the-week.md');
    expect(folder?.file?.frontMatter).toContain('permalink: /en/');
  });

  it('is shown with what this site could not do, and with what is left out', async () => {
    const polyglot = await example('polyglot');
    expect(polyglot.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['polyglot-missing'],
      ['polyglot-missing'],
    ]);
    expect(polyglot[1]?.file?.frontMatter).toContain('page_id: 2025-01-12-trends-of-the-week');
    const left = async (single: string | null) =>
      (await example('single', single)).filter(({ file }) => !file).map(({ locale }) => locale);
    expect(await left(null)).toEqual(['en']);
    expect(await left('en')).toEqual(['ko']);
  });
});
