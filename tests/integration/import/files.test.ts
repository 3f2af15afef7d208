import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from './checkout';
import { actions, ASSET, Cms, POST, UPLOAD } from './cms';
import { picture, plain } from './texts';

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

const GOOD = '_posts/2025-03-09-good.md';

/** Imports one bad file together with a good one, which must come in. */
async function importBeside(file: string, content: string | Uint8Array) {
  const blog = await Checkout.with({ [file]: content, [GOOD]: plain('좋은 글') });
  const report = await cms.blog.import({ blogDir: blog.dir });
  expect((await cms.posts()).map(({ slug }) => slug)).toEqual(['good']);
  expect(report.totals).toMatchObject({ posts: 2, created: 1, failed: 1 });
  return report.posts.find((entry) => entry.file === file)!;
}

describe('a bad file is reported and does not stop the others', () => {
  it('broken YAML, with its line and column', async () => {
    const file = '_posts/2025-03-01-broken.md';
    const text = '---\ntitle: 제목\ndescription: 하나: 둘\n---\n글\n';
    expect(await importBeside(file, text)).toMatchObject({
      action: 'failed',
      problems: [{ code: 'front-matter-syntax', severity: 'error', line: 3 }],
    });
    const unclosed = '---\ntitle: "제목\ntags: [a]\n---\n글\n';
    await cms.clear();
    const { problems } = await importBeside(file, unclosed);
    expect(problems[0]!.line).toBeGreaterThanOrEqual(2);
    expect(problems[0]!.column).toBeGreaterThanOrEqual(1);
  });

  it('a file that is not UTF-8', async () => {
    const euckr = Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xb1, 0xdb])]);
    const entry = await importBeside('_posts/2025-03-01-old-encoding.md', euckr);
    expect(entry).toMatchObject({ action: 'failed', problems: [{ code: 'not-utf8' }] });
  });

  it('a file that is too large', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024 + 1, 'a');
    const entry = await importBeside('_posts/2025-03-01-large.md', large);
    expect(entry).toMatchObject({ action: 'failed', problems: [{ code: 'file-too-large' }] });
  });

  it.each(['_posts/notes.md', '_posts/2025-03-01-.md', '_posts/2025-03-01.md'])(
    'a name that Jekyll takes for no post: %s',
    async (file) => {
      const entry = await importBeside(file, plain('메모'));
      expect(entry).toMatchObject({ action: 'failed', problems: [{ code: 'no-post-name' }] });
    },
  );

  it('a symbolic link, to a file or to a folder', async () => {
    const elsewhere = await Checkout.with({
      'secret.md': plain('남의 글'),
      'posts/2025-03-01-deep.md': plain('깊은 남의 글'),
    });
    const blog = await Checkout.with({ [GOOD]: plain('좋은 글') });
    await blog.link('_posts/2025-03-01-link.md', elsewhere.at('secret.md'));
    await blog.link('_posts/linked', elsewhere.at('posts'));

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([
      '_posts/2025-03-01-link.md: failed outside-blog',
      `${GOOD}: created`,
      '_posts/linked: failed outside-blog',
    ]);
    expect((await cms.posts({}, 'draft')).map(({ slug }) => slug)).toEqual(['good']);
  });

  it('a folder of posts that is a symbolic link itself', async () => {
    const elsewhere = await Checkout.with({ '2025-03-01-deep.md': plain('남의 글') });
    const blog = await Checkout.with({ 'ko/_posts/2025-03-09-good.md': plain('좋은 글') });
    await blog.link('_posts', elsewhere.dir);

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([
      '_posts: failed outside-blog',
      'ko/_posts/2025-03-09-good.md: created',
    ]);
  });
});

describe('images that a post names', () => {
  const body = [
    '![하나](a.png){: width="600"}',
    '![둘](copy.png "같은 그림")',
    '<img src="/assets/img/b.png" alt="셋">',
    '![넷](https://example.org/far.png)',
  ].join('\n\n');
  const FILE = '_posts/2025-03-02-pictures.md';
  const text = plain('그림', ['media_subpath: /assets/p/', 'image: cover.png'], body);
  const pictures = (): Promise<Checkout> =>
    Checkout.with({
      [FILE]: text,
      'assets/p/a.png': picture('a'),
      'assets/p/copy.png': picture('a'),
      'assets/p/cover.png': picture('cover'),
      'assets/img/b.png': picture('b'),
      'assets/p/unused.png': picture('unused'),
    });

  it('are in the library, equal bytes once, every path remembered, the text untouched', async () => {
    const blog = await pictures();
    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(report.totals).toMatchObject({ created: 1, media: 3 });
    expect(await cms.rows(UPLOAD)).toHaveLength(3);
    const assets = await cms.rows(ASSET);
    expect(assets.map(({ path }) => path).sort()).toEqual([
      'assets/img/b.png',
      'assets/p/a.png',
      'assets/p/copy.png',
      'assets/p/cover.png',
    ]);
    const fileOf = (path: string) => assets.find((asset) => asset['path'] === path)!['fileId'];
    expect(fileOf('assets/p/a.png')).toBe(fileOf('assets/p/copy.png'));

    const post = await cms.post({ slug: 'pictures' });
    expect(post.body).toBe(body);
    expect(post.coverPath).toBe('cover.png');
    expect(post.cover!.id).toBe(fileOf('assets/p/cover.png'));
    expect(await blog.text(FILE)).toBe(text);
  });

  it('are not taken twice by another import or another post', async () => {
    const blog = await pictures();
    await cms.blog.import({ blogDir: blog.dir });
    await blog.write('_posts/2025-03-03-again.md', plain('다시', [], '![](/assets/p/a.png)'));
    await blog.edit(FILE, '그림', '고친 그림');

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(report.totals).toMatchObject({ created: 1, updated: 1, media: 0 });
    expect(await cms.rows(UPLOAD)).toHaveLength(3);
    expect(await cms.rows(ASSET)).toHaveLength(4);
  });

  it('may be missing', async () => {
    const blog = await Checkout.with({ [FILE]: text });
    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(report.posts).toMatchObject([{ action: 'created' }]);
    expect(await cms.rows(UPLOAD)).toEqual([]);
    expect(await cms.post({ slug: 'pictures' })).toMatchObject({
      body,
      coverPath: 'cover.png',
      cover: null,
    });
  });

  it('are not read from outside the blog', async () => {
    const outside = await Checkout.with({ 'secret.png': picture('secret') });
    const blog = await Checkout.with({
      [FILE]: plain('밖', [], `![](../../${outside.dir}/secret.png)\n\n![](/assets/link.png)`),
    });
    await blog.link('assets/link.png', outside.at('secret.png'));
    await cms.blog.import({ blogDir: blog.dir });
    expect(await cms.rows(UPLOAD)).toEqual([]);
  });
});

describe('a folder that is no blog', () => {
  it.each([
    ['the folder of the posts', '_posts', 'is no Jekyll blog'],
    ['the folder above the blog', '..', 'Did you mean'],
  ])('is refused where the blog is near: %s', async (_, from, message) => {
    const above = await Checkout.with({ 'blog/_config.yml': 'lang: ko\n', 'blog/_posts/x.md': '' });
    const blogDir = path.resolve(above.dir, 'blog', from);
    await expect(cms.blog.import({ blogDir })).rejects.toThrow(message);
    await expect(cms.blog.export({ blogDir })).rejects.toThrow(message);
  });
});

describe('a file that was moved in the blog', () => {
  it('stays the file of its entry', async () => {
    const blog = await Checkout.with({
      '_posts/2025-03-01-old.md': '---\ntitle: T\n---\n\nText.\n',
    });
    await cms.blog.import({ blogDir: blog.dir });
    const at = (file: string) => path.join(blog.dir, file);
    await rename(at('_posts/2025-03-01-old.md'), at('_posts/2025-03-02-new.md'));
    const { posts } = await cms.blog.import({ blogDir: blog.dir });
    expect(posts).toEqual([expect.objectContaining({ action: 'updated', slug: 'new' })]);
    expect(await cms.counts()).toMatchObject({ [POST]: 2 });
    const exported = await cms.blog.export({ blogDir: blog.dir });
    expect(exported.files.map(({ path: file, action }) => `${action} ${file}`)).toEqual([
      'same _posts/2025-03-02-new.md',
    ]);
  });
});

describe('a file and an entry that changed to the same', () => {
  it('are no conflict', async () => {
    const file = '_posts/2025-03-01-both.md';
    const blog = await Checkout.with({ [file]: '---\ntitle: Old\n---\n\nText.\n' });
    await cms.blog.import({ blogDir: blog.dir });
    const [post] = await cms.posts();
    await cms.documents(POST).update({
      documentId: post!.documentId,
      locale: 'ko',
      status: 'published',
      data: { title: 'New' },
    });
    await writeFile(path.join(blog.dir, file), '---\ntitle: New\n---\n\nText.\n');
    const { posts } = await cms.blog.import({ blogDir: blog.dir });
    expect(posts).toEqual([expect.objectContaining({ action: 'same', problems: [] })]);
  });
});
