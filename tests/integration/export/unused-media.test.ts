import { openBlogFolder } from '../../../src/plugins/jekyll/blog/blog-folder';
import { readSite } from '../../../src/plugins/jekyll/blog/site';
import { findUnusedMedia } from '../../../src/plugins/jekyll/export/unused-media';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { ASSET, Cms, POST } from '../import/cms';
import { picture, plain, survey } from '../import/texts';
import { fileOf, publishPlain } from './content';

let app: BootedStrapi;
let cms: Cms;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
});
afterEach(() => cms.clear());
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const IMAGE = 'assets/img/photo.png';
const image = (file: string): string => `![그림](/${file})`;
const GONE = fileOf('gone');
const showing = (file: string): string => plain('글', [], image(file));

/** A blog whose post `gone` shows an image, imported. */
async function imported(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  file = IMAGE,
): Promise<Checkout> {
  const blog = await Checkout.with({
    '_config.yml': 'title: x\n',
    [GONE]: showing(file),
    [file]: picture(file),
    ...files,
  });
  await cms.blog.import({ blogDir: blog.dir });
  return blog;
}

/** Paths of the images that may go with posts, by default with `gone` alone. */
async function unused(blog: Checkout, paths: readonly string[] = [GONE]): Promise<string[]> {
  const folder = await openBlogFolder(blog.dir);
  const run = { strapi: app.strapi, folder, site: await readSite(folder) };
  const going = await Promise.all(
    paths.map(async (path) => ({ path, text: await blog.text(path) })),
  );
  const found = new Set<string>();
  for (const removed of going) {
    for (const medium of await findUnusedMedia(run, removed, going)) {
      const [asset] = await cms.rows(ASSET, { path: medium.path });
      expect(medium).toEqual({ path: medium.path, hash: asset?.['hash'], assetId: asset?.id });
      found.add(medium.path);
    }
  }
  return [...found].sort();
}

describe('an image goes with the post that shows it', () => {
  it('in its text', async () => {
    expect(await unused(await imported())).toEqual([IMAGE]);
  });

  it('as its cover, below its image folder', async () => {
    const cover = 'assets/img/march/cover.png';
    const text = plain('글', ['image: cover.png', 'media_subpath: /assets/img/march/']);
    expect(await unused(await imported({ [GONE]: text, [cover]: picture(cover) }))).toEqual([
      cover,
    ]);
  });

  it('in an item of a survey', async () => {
    const text = survey('글', [
      { title: '소식', body: image(IMAGE), source: '[a](https://a.test)' },
    ]);
    expect(await unused(await imported({ [GONE]: text }))).toEqual([IMAGE]);
  });

  it('when every post that shows it goes', async () => {
    const other = fileOf('other');
    const blog = await imported({ [other]: showing(IMAGE) });
    expect(await unused(blog)).toEqual([]);
    expect(await unused(blog, [GONE, other])).toEqual([IMAGE]);
  });

  it.each(['unpublish', 'delete'] as const)('after %s of the entry', async (action) => {
    const blog = await imported();
    const { documentId } = await cms.post({ slug: 'gone' });
    await cms.documents(POST)[action]({ documentId, locale: 'ko' });
    expect(await unused(blog)).toEqual([IMAGE]);
  });

  it('while others that it shows stay', async () => {
    const kept = 'assets/img/kept.png';
    const blog = await imported({
      [GONE]: plain('글', [], `${image(IMAGE)}\n\n${image(kept)}`),
      [kept]: picture(kept),
      '_tabs/about.md': image(kept),
    });
    expect(await unused(blog)).toEqual([IMAGE]);
  });

  it.each(['_site', '.git', 'node_modules', '.jekyll-cache', 'vendor'])(
    'whatever %s holds',
    async (folder) => {
      expect(await unused(await imported({ [`${folder}/page.html`]: image(IMAGE) }))).toEqual([
        IMAGE,
      ]);
    },
  );
});

describe('an image stays that', () => {
  it.each([
    ['a page shows', '_tabs/about.md', image(IMAGE)],
    ['a layout shows', '_layouts/home.html', `<img src="/${IMAGE}">`],
    ['a style shows', 'assets/css/style.css', 'body { background: url(../img/photo.png) }'],
    ['the configuration names', '_config.yml', `avatar: /${IMAGE}\n`],
    ['a list in data names', '_data/gallery.yml', '- photo.png\n'],
    ['a script names', 'assets/js/a.mjs', "load('photo.png')"],
    ['a file without an extension names', '_redirects', `/old.png /${IMAGE}`],
    ['a page shows in another case', 'about.md', image(IMAGE.toUpperCase())],
    ['an unimported post shows', '_drafts/idea.md', image(IMAGE)],
    ['a page lists with the folder', 'all.html', "{% for f in site.static_files %}'/assets/img/'"],
    ['a text too large to search may name', 'data.json', ' '.repeat(2 * 1024 * 1024 + 1)],
  ])('%s', async (_what, file, text) => {
    const blog = await imported();
    expect(await unused(blog)).toEqual([IMAGE]);
    await blog.write(file, text);
    expect(await unused(blog)).toEqual([]);
  });

  it.each([
    ['percent-encoded', encodeURI('assets/img/그림 1.png')],
    ['decomposed', 'assets/img/그림 1.png'.normalize('NFD')],
    ['decomposed and percent-encoded', encodeURI('assets/img/그림 1.png'.normalize('NFD'))],
  ])('a page names %s', async (_how, address) => {
    const file = 'assets/img/그림 1.png';
    const text = plain('글', [], image(encodeURI(file)));
    const blog = await imported({ [GONE]: text }, file);
    expect(await unused(blog)).toEqual([file]);
    await blog.write('about.html', `<img src="/${address}">`);
    expect(await unused(blog)).toEqual([]);
  });

  it('a post shows that came to the blog after the import', async () => {
    const blog = await imported();
    await blog.write(fileOf('new'), showing(IMAGE));
    expect(await unused(blog)).toEqual([]);
  });

  it('somebody changed since', async () => {
    const blog = await imported();
    await blog.write(IMAGE, picture('another'));
    expect(await unused(blog)).toEqual([]);
  });

  it('the CMS does not own, or that is gone already', async () => {
    const blog = await imported();
    await app.strapi.db.query(ASSET as typeof POST).deleteMany({ where: {} });
    expect(await unused(blog)).toEqual([]);
    await blog.remove(IMAGE);
    expect(await unused(blog)).toEqual([]);
  });

  it('lies behind a link, or that a page behind a link out of the blog may show', async () => {
    const elsewhere = await Checkout.with({
      'about.md': image(IMAGE),
      'photo.png': picture(IMAGE),
    });
    const pages = await imported();
    await pages.link('_tabs', elsewhere.dir);
    expect(await unused(pages)).toEqual([]);
    await cms.clear();

    const linked = await imported();
    await linked.remove(IMAGE);
    await linked.link(IMAGE, elsewhere.at('photo.png'));
    expect(await unused(linked)).toEqual([]);
  });

  it.each([
    ['in its text', { body: image(IMAGE) }],
    ['in its closing text', { closing: image(IMAGE) }],
    ['in a lead', { sections: [{ heading: '소식', lead: image(IMAGE) }] }],
    ['as its cover by path', { coverPath: `/${IMAGE}` }],
    ['in other front matter', { otherFrontMatter: 'teaser: photo.png' }],
  ])('a draft names %s', async (_where, data) => {
    const blog = await imported();
    const post = { title: '초안', slug: 'draft', ...data };
    await cms.documents(POST).create({ locale: 'ko', status: 'draft', data: post });
    expect(await unused(blog)).toEqual([]);
  });

  it('the version in another language shows', async () => {
    const blog = await imported();
    const { documentId } = await cms.post({ slug: 'gone' });
    const data = { title: 'Post', slug: 'gone', body: image(IMAGE) };
    await cms.documents(POST).update({ documentId, locale: 'en', data });
    expect(await unused(blog)).toEqual([]);
  });

  it.each([
    ['its cover from the library', (id: number, _url: string) => ({ cover: id })],
    ['a link into the library', (_id: number, url: string) => ({ body: `![a](${url})` })],
    [
      'a smaller picture of the library',
      (_id: number, url: string) => ({
        body: `![a](${url.replace('/uploads/', '/uploads/small_')})`,
      }),
    ],
  ])('another post shows by %s', async (_how, data) => {
    const blog = await imported();
    const [asset] = await cms.rows(ASSET, { path: IMAGE });
    const [medium] = await cms.rows('plugin::upload.file', { id: asset?.['fileId'] });
    await publishPlain(cms, 'other', data(medium!.id, String(medium!['url'])));
    expect(await unused(blog)).toEqual([]);
  });
});
