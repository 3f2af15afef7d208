import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import type { PreviewBuild } from '../../../src/plugins/jekyll/contracts/preview';
import { loginAs } from '../../helpers/admin-users';
import { itWithJekyll } from '../../helpers/programs';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, POST } from '../publishing/blog';
import { exampleBlog } from './setting';

const READ = 'plugin::content-manager.explorer.read';
const LIMIT = 180_000;

let app: BootedStrapi;
let blog: Blog;
let checkout: Awaited<ReturnType<typeof exampleBlog>>;
let admin: string;
let post: string;
beforeAll(async () => {
  checkout = await exampleBlog();
  process.env['JEKYLL_COMMAND'] = 'jekyll';
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  admin = await loginAs(app.strapi, 'build-admin', 'super-admin');
  const { documentId } = await blog.documents(POST).create({
    locale: 'ko',
    data: {
      title: '빌드할 글',
      slug: 'build-me',
      date: '2025-03-01T00:00:00.000Z',
      math: true,
      body: '수식 $$a^2$$ <script>alert(1)</script>\n\n각주[^none]\n\n![그림](/assets/img/tail-latency/cover.png)',
    },
  });
  post = documentId;
});
afterAll(async () => {
  await app.close();
  delete process.env['JEKYLL_COMMAND'];
  await checkout.remove();
});

const server = () => request(app.strapi.server.httpServer);
const start = (as: string, body: object = {}) =>
  server()
    .post('/jekyll/preview/builds')
    .set('Authorization', as)
    .send({ documentId: post, locale: 'ko', status: 'draft', ...body });
const ask = (as: string, id: string) =>
  server().get(`/jekyll/preview/builds/${id}`).set('Authorization', as);
const settings = () =>
  app.strapi.config.get('plugin::jekyll.preview') as { jekyll: { command: string[] } };
async function finished(as: string, id: string): Promise<PreviewBuild> {
  for (;;) {
    const { body } = await ask(as, id).expect(200);
    const build = body.data as PreviewBuild;
    if (['done', 'failed', 'cancelled'].includes(build.state)) return build;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const build = async (body: object = {}): Promise<PreviewBuild> => {
  const answer = await start(admin, body).expect(200);
  return finished(admin, answer.body.data.id as string);
};
const names = async () => (await readdir(checkout.dir)).sort();

describe('the true preview', () => {
  itWithJekyll(
    'shows the page that the real Jekyll builds, and leaves the checkout alone',
    async () => {
      const before = await names();
      const first = await build();
      expect(first).toMatchObject({ state: 'done' });
      expect(await names()).toEqual(before);
      expect(await readdir(path.join(checkout.dir, '_posts')).catch(() => [])).toEqual([]);

      const { text, headers } = await server()
        .get(first.url ?? '')
        .expect(200);
      expect(headers['content-security-policy']).toContain('sandbox allow-scripts');
      expect(text).toContain('빌드할 글');
      expect(text).toContain('class="katex"');
      expect(text.match(/<script/g)).toEqual(['<script']);
      const css = /href="\.\.(\/site\/[^"]+\.css)"/.exec(text)?.[1] ?? '';
      await server().get(`/jekyll/preview${css}`).expect(200);
      const root = /^(\/site\/[^/]+)\//.exec(css)?.[1] ?? '';
      for (const file of [
        'index.html',
        'posts/build-me/index.html',
        '..%2foverlays.json',
        'x.js',
      ]) {
        await server().get(`/jekyll/preview${root}/${file}`).expect(404);
      }

      const second = await build({ values: { title: '바뀐 제목', slug: 'build-me', body: 'x' } });
      const page = await server()
        .get(second.url ?? '')
        .expect(200);
      expect(page.text).toContain('바뀐 제목');
    },
    LIMIT,
  );

  itWithJekyll(
    "tells what Jekyll said in the editor's words",
    async () => {
      const unknown = await build({ values: { title: 'x', slug: 'x', body: 'a\n\n{% nix %}' } });
      expect(unknown).toMatchObject({ state: 'failed', url: null });
      expect(unknown.problems).toContainEqual(
        expect.objectContaining({
          code: 'jekyll-unknown-tag',
          message: expect.objectContaining({ ko: expect.stringContaining('{% nix %}') }),
        }),
      );
      const layout = await build({
        values: { title: 'y', slug: 'y', otherFrontMatter: 'layout: none-such\n' },
      });
      expect(layout.problems.map(({ code }) => code)).toContain('jekyll-layout');
      const hidden = await build({
        values: { title: 'z', slug: 'z', otherFrontMatter: 'permalink: /own/z/\n', body: 'z' },
      });
      expect(hidden.state).toBe('done');
    },
    LIMIT,
  );

  it('ends when it is cancelled, or when its time is up', async () => {
    const { jekyll } = settings();
    const script = path.join(checkout.dir, '..', 'slow.sh');
    await writeFile(script, '#!/bin/sh\necho "Generating..."\nsleep 60 &\nwait\n', { mode: 0o755 });
    const command = [...jekyll.command];
    app.strapi.config.set('plugin::jekyll.preview.jekyll.command', ['sh', script]);
    try {
      const { body } = await start(admin).expect(200);
      const { id } = body.data;
      for (;;) {
        const { body: now } = await ask(admin, id).expect(200);
        if (now.data.lastLine === 'Generating...') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await server().delete(`/jekyll/preview/builds/${id}`).set('Authorization', admin).expect(200);
      expect((await finished(admin, id)).state).toBe('cancelled');
      app.strapi.config.set('plugin::jekyll.preview.jekyll.timeout', 5);
      const late = await build();
      expect(late.state).toBe('failed');
      expect(late.problems[0]?.code).toBe('jekyll-timeout');
      app.strapi.config.set('plugin::jekyll.preview.jekyll.command', ['no-such-jekyll']);
      expect((await build()).problems[0]?.code).toBe('jekyll-absent');
    } finally {
      app.strapi.config.set('plugin::jekyll.preview.jekyll.command', command);
      await rm(script);
    }
  });

  it('is for those who may read the post, and a build for who asked for it', async () => {
    const locales = { locales: ['ko'] };
    const reader = await loginAs(app.strapi, 'build-reader', [
      { action: READ, subject: POST, properties: locales },
    ]);
    const noone = await loginAs(app.strapi, 'build-noone', [
      { action: READ, subject: ITEM, properties: locales },
    ]);
    await start('Bearer nothing').expect(401);
    await start(noone).expect(403);
    app.strapi.config.set('plugin::jekyll.preview.jekyll.command', ['true']);
    const { body } = await start(reader).expect(200);
    await ask(reader, body.data.id).expect(200);
    await ask(admin, body.data.id).expect(404);
    await server()
      .delete(`/jekyll/preview/builds/${body.data.id}`)
      .set('Authorization', admin)
      .expect(404);
    const done = await finished(reader, body.data.id);
    expect(done.problems.map(({ code }) => code)).toContain('jekyll-no-page');
  });

  it('leaves nothing of a draft in the copy for the next build', async () => {
    app.strapi.config.set('plugin::jekyll.preview.jekyll.command', ['true']);
    await build({ values: { title: 'Secret', slug: 'secret', body: 'Nobody else' } });
    await build({ values: { title: 'Next', slug: 'next', body: 'x' } });
    const root = path.join(app.strapi.dirs.app.root, '.tmp', 'jekyll-preview');
    const found: string[] = [];
    for (const copy of await readdir(root)) {
      const posts = path.join(root, copy, 'source', '_posts');
      for (const file of await readdir(posts).catch(() => [])) {
        found.push(await readFile(path.join(posts, file), 'utf8'));
      }
    }
    expect(found.join('')).not.toContain('Nobody else');
  });
});
