import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { openBlogFolder } from '../../../src/plugins/jekyll/blog/blog-folder';
import { readSite } from '../../../src/plugins/jekyll/blog/site';
import { ownPrefixes } from '../../../src/plugins/jekyll/preview/own-address';
import { readLook, type SiteLook } from '../../../src/plugins/jekyll/preview/site-look/read-look';
import { FILES } from '../../../src/plugins/jekyll/preview/site-look/site-files';
import { loginAs } from '../../helpers/admin-users';
import { appDir } from '../../helpers/environment';
import { itWithJekyll } from '../../helpers/programs';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { buildSite } from '../jekyll/site';
import { Blog, POST } from '../publishing/blog';

const SITES = path.join(appDir, 'tests', 'fixtures', 'built-sites');
const LIMIT = 120_000;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'jekyll-look-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A checkout with its site built by the real Jekyll. */
async function built(name: string): Promise<string> {
  const dir = path.join(root, name);
  await cp(path.join(SITES, name), dir, { recursive: true });
  await buildSite(dir);
  await rename(`${dir}-site`, path.join(dir, '_site'));
  return dir;
}

async function lookOf(dir: string, lang: string): Promise<SiteLook> {
  const folder = await openBlogFolder(dir);
  const site = await readSite(folder);
  const own = ownPrefixes(site.url, site.baseurl);
  const look = await readLook({ folder, site, own, zone: 'UTC', kramdown: {} }, lang);
  if (!look) throw new Error('no post of the site was found');
  return look;
}

describe('a look at the built site', () => {
  itWithJekyll(
    'finds the elements around a post, and what all pages share',
    async () => {
      const { html, head, body, header, marks } = await lookOf(await built('plain'), 'en');
      expect(html.attributes).toContainEqual({ name: 'class', value: 'plain' });
      expect(body.replace(/\s+/g, ' ')).toBe(
        '<body class="site"> <header class="bar"><a href="#-" title="/notes/">Plain notes</a></header> <div class="wrap"> ' +
          '<article class="entry"><aside data-part="problems" class="preview-problems"><!--part:problems--></aside>' +
          '<div class="entry-head" data-part="header"><!--part:header--></div>' +
          '<nav data-part="toc" class="preview-toc"><!--part:toc--></nav>' +
          '<div class="entry-body" itemprop="articleBody" data-part="content"><!--part:content--></div>' +
          '<div data-part="tail" class="post-tail-wrapper text-muted"><!--part:tail--></div></article> ' +
          '</div> <footer class="foot">© Plain</footer> </body>',
      );
      expect(header).toMatchObject({
        heading: { name: 'h1', attributes: [{ name: 'class', value: 'entry-title' }] },
        description: { name: 'p', attributes: [{ name: 'class', value: 'lead' }] },
        cover: [
          { name: 'figure', attributes: [{ name: 'class', value: 'art' }] },
          { name: 'img', attributes: [{ name: 'class', value: 'art-image' }] },
        ],
      });
      expect(head.match(/href="[^"]+"/g)).toEqual([
        `href="${FILES}/assets/css/main.css"`,
        `href="${FILES}/assets/css/beside.css"`,
      ]);
      expect(head).toContain(`url("${FILES}/assets/img/dot.svg")`);
      expect(head).not.toMatch(/<script|<title|og:title/);
      expect(marks).toEqual({
        codeHeader: null,
        codeInPre: true,
        tableWrapper: false,
        imageLink: false,
        anchor: null,
      });
    },
    LIMIT,
  );

  itWithJekyll(
    'learns what a layout makes of code and headings, and shows nothing of one post on another',
    async () => {
      const { body, marks } = await lookOf(await built('decorated'), 'ko');
      expect(marks.codeHeader).toContain('data-label-text="Shell"><i class="icon">');
      expect(marks).toMatchObject({
        codeInPre: false,
        anchor: '<i class="link-icon"></i>',
        tableWrapper: true,
      });
      expect(body).toContain('<aside id="sidebar"><a href="#-" title="/">Decorated</a></aside>');
      expect(body).toMatch(/<main class="col-12">\s*<article class="post px-1">/);
      expect(body).toContain('<div class="content" data-part="content">');
      expect(body).toContain('<aside id="panel"><h2>Contents</h2></aside>');
      expect(body).not.toMatch(/첫 글|둘째 글|post-tags/);
    },
    LIMIT,
  );
});

describe('the instant preview in the style of the built site', () => {
  let app: BootedStrapi;
  let page: string;
  const get = (address: string) => request(app.strapi.server.httpServer).get(address);

  beforeAll(async () => {
    process.env['JEKYLL_BLOG_DIR'] = path.join(root, 'plain');
    app = await bootStrapi();
  }, LIMIT);
  afterAll(async () => {
    await app.close();
    delete process.env['JEKYLL_BLOG_DIR'];
  });

  itWithJekyll('is the page of a post that the site does not have yet', async () => {
    const blog = new Blog(app.strapi);
    const data = {
      title: 'The <third>',
      description: 'Said <above>',
      coverPath: '/assets/img/dot.svg',
      slug: 'third',
      body: 'New text.\n\n## Part\n\n```ruby\ndef x = 1\n```\n\n![dot](/notes/assets/img/dot.svg)\n\n<!--part:tail-->',
    };
    const { documentId } = await blog.documents(POST).create({ locale: 'ko', data });
    const admin = await loginAs(app.strapi, 'look-admin', 'super-admin');
    const { body } = await request(app.strapi.server.httpServer)
      .post('/jekyll/preview/link')
      .set('Authorization', admin)
      .send({ documentId, locale: 'ko', status: 'draft', theme: 'dark' })
      .expect(200);
    page = (await get(body.data.url).expect(200)).text;
    expect(page).toContain('<html class="plain" lang="ko" data-mode="dark"');
    expect(page).toMatch(
      /<div class="entry-head" data-part="header"><h1 class="entry-title">The &lt;third&gt;<\/h1>/,
    );
    expect(page).toContain('<p class="lead">Said &lt;above&gt;</p>');
    expect(page).toMatch(
      /<figure class="art"><img class="art-image" alt="[^"]*" src="[^"]*\/dot\.svg"><\/figure>/,
    );
    expect(page).toMatch(/<div class="entry-body"[^>]*><p data-line="0">New text\.<\/p>/);
    expect(page).toContain('<h2 id="part" data-line="2">Part</h2>');
    expect(page).toMatch(/<pre class="highlight"><code><span class="hljs-keyword k">def<\/span>/);
    expect(page).not.toMatch(/code-header|img-link|post\.css|The first|The second|onload/);
    expect(page.match(/<script/g)).toEqual(['<script']);
    expect(page.match(/part-tail|data-part="tail"/g)).toHaveLength(1);
    expect(page).not.toContain(FILES);
  });

  itWithJekyll(
    'reaches the style sheets, what they import, and nothing else of the site',
    async () => {
      const address = /href="\.\.(\/media\/[^"]+\/main\.css)"/.exec(page)?.[1] ?? '';
      const at = new URL(`http://x/jekyll/preview${address}`);
      const css = (await get(at.pathname).expect(200)).text;
      const follow = (text: string, from: URL): URL[] =>
        [...text.matchAll(/url\("?([^")]+)/g)].map(([, to]) => new URL(to ?? '', from));
      const imported = follow(css, at);
      expect(imported.map(({ pathname }) => pathname.replace(/^.*\/_site/, ''))).toEqual([
        '/assets/css/more.css',
        '/assets/css/more-beside.css',
      ]);
      for (const sheet of imported) {
        const { text } = await get(sheet.pathname).expect(200);
        const [picture] = follow(text, sheet);
        const { headers } = await get(picture?.pathname ?? '').expect(200);
        expect(headers['access-control-allow-origin']).toBe('*');
      }
      const site = at.pathname.replace(/\/assets\/.*$/, '');
      for (const file of ['index.html', '2025/first/index.html', '..%2f_config.yml', 'x.js']) {
        await get(`${site}/${file}`).expect(404);
      }
    },
  );
});
