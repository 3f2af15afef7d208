import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions, ASSET, Cms, POST } from '../import/cms';
import { picture, plain } from '../import/texts';
import { fileOf, plainFile, publishPlain } from './content';

let app: BootedStrapi;
let cms: Cms;
let desk: Checkout;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  desk = await Checkout.with();
});
afterEach(() => cms.clear());
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

interface Medium {
  id: number;
  url: string;
}

/** Puts a picture into the library as the admin does. */
async function upload(name: string, bytes: Buffer = picture(name)): Promise<Medium> {
  const filepath = desk.at(name);
  await writeFile(filepath, bytes);
  const [medium] = await app.strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name } },
      files: { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length },
    });
  return medium;
}

/** The bytes that the library keeps; Strapi may have encoded the picture anew. */
const bytesOf = (medium: Medium): Promise<Buffer> =>
  readFile(path.join(app.strapi.dirs.static.public, medium.url));

const image = (address: string): string => `![그림](${address}){: width="600"}`;

describe('media picked in the admin', () => {
  it.each([
    ['no image folder', '', {}, 'assets/img/posts/my-photo.png', '/assets/img/posts/my-photo.png'],
    [
      'media_subpath',
      '',
      { mediaBase: '/assets/img/march/', mediaBaseKey: 'media_subpath' },
      'assets/img/march/my-photo.png',
      'my-photo.png',
    ],
    [
      'img_path',
      '',
      { mediaBase: '/assets/img/for_post', mediaBaseKey: 'img_path' },
      'assets/img/for_post/my-photo.png',
      'my-photo.png',
    ],
    [
      'a cdn in the blog',
      'cdn: /assets/img/for_post/\n',
      {},
      'assets/img/for_post/my-photo.png',
      'my-photo.png',
    ],
    [
      'a cdn in the blog, and media_subpath under it',
      'cdn: /assets/img/\n',
      { mediaBase: 'march', mediaBaseKey: 'media_subpath' },
      'assets/img/march/my-photo.png',
      'my-photo.png',
    ],
    [
      'a cdn elsewhere',
      'cdn: https://cdn.example.org\n',
      { mediaBase: '/assets/img/march/', mediaBaseKey: 'media_subpath' },
      'assets/img/march/my-photo.png',
      'my-photo.png',
    ],
  ])('are copied beside the others and linked as the blog does: %s', async (...row) => {
    const [, config, base, file, address] = row;
    const blog = await Checkout.with({ '_config.yml': config });
    const photo = await upload('My Photo.png');
    const cover = await upload('Cover.png');
    await publishPlain(cms, 'pictures', {
      ...base,
      cover: cover.id,
      body: `${image(photo.url)}\n\n${image(`http://localhost:1337${photo.url}`)}`,
    });

    const report = await cms.blog.export({ blogDir: blog.dir });

    const coverFile = file.replace('my-photo', 'cover');
    expect(actions(report.files).sort()).toEqual(
      [`${fileOf('pictures')}: add`, `${file}: add`, `${coverFile}: add`].sort(),
    );
    expect(await bytesOf(photo)).not.toEqual(await bytesOf(cover));
    expect(await blog.bytes(file)).toEqual(await bytesOf(photo));
    expect(await blog.bytes(coverFile)).toEqual(await bytesOf(cover));
    const text = await blog.text(fileOf('pictures'));
    expect(text.slice(text.lastIndexOf('---\n') + 5)).toBe(
      `${image(address)}\n\n${image(address)}\n`,
    );
    expect(text).toContain(`\nimage: ${address.replace('my-photo', 'cover')}\n`);

    const before = await blog.snapshot();
    const again = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(again.files)).toEqual([`${fileOf('pictures')}: same`]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('stand once where two new posts with folders of their own show them', async () => {
    const blog = await Checkout.with();
    const photo = await upload('shared.png');
    await publishPlain(cms, 'first', { mediaBase: '/assets/img/march', body: image(photo.url) });
    await publishPlain(cms, 'second', { body: image(photo.url) });

    await cms.blog.export({ blogDir: blog.dir });

    const file = 'assets/img/march/shared.png';
    expect(await blog.files()).toEqual([fileOf('first'), fileOf('second'), file]);
    expect(await blog.text(fileOf('second'))).toContain(`](/${file})`);
    const before = await blog.snapshot();
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.snapshot()).toEqual(before);
  });

  it('stand in the text of an item, of a lead and of the closing text too', async () => {
    const blog = await Checkout.with();
    const media = { a: await upload('a.png'), b: await upload('b.png'), c: await upload('c.png') };
    const { a, b, c } = media;
    const { documentId } = await cms.documents('api::trend-item.trend-item').create({
      locale: 'ko',
      data: { title: '소식', body: `- 설명\n\n${image(a.url)}` },
    });
    await publishPlain(cms, 'pictures', {
      body: '',
      sections: [{ heading: 'Issues', lead: image(b.url), items: [documentId] }],
      closing: `끝.\n\n${image(c.url)}`,
    });
    await cms.blog.export({ blogDir: blog.dir });
    const text = await blog.text(fileOf('pictures'));
    for (const [name, medium] of Object.entries(media)) {
      expect(text).toContain(image(`/assets/img/posts/${name}.png`));
      expect(await blog.bytes(`assets/img/posts/${name}.png`)).toEqual(await bytesOf(medium));
    }
    expect(text).not.toContain('/uploads/');
  });

  it('never replace a file that stands there: equal bytes are used, others get another name', async () => {
    const [first, second] = [await upload('equal.png'), await upload('taken.png')];
    const blog = await Checkout.with({
      'assets/img/posts/equal.png': await bytesOf(first),
      'assets/img/posts/taken.png': picture('somebody else'),
    });
    const before = await blog.snapshot();
    await publishPlain(cms, 'pictures', { body: `${image(first.url)}\n\n${image(second.url)}` });

    const report = await cms.blog.export({ blogDir: blog.dir });

    const after = await blog.snapshot();
    for (const file of Object.keys(before)) expect(after[file]).toBe(before[file]);
    const added = report.files.filter(({ slug }) => slug === null).map(({ path: file }) => file);
    expect(added).toEqual([expect.stringMatching(/^assets\/img\/posts\/taken-[0-9a-f]{8}\.png$/)]);
    expect(await blog.bytes(added[0]!)).toEqual(await bytesOf(second));
    expect(await blog.text(fileOf('pictures'))).toBe(
      plainFile('pictures', `${image('/assets/img/posts/equal.png')}\n\n${image(`/${added[0]}`)}`),
    );
  });

  it('that were imported keep the path they have', async () => {
    const blog = await Checkout.with({
      'assets/old/shot.png': picture('shot'),
      [fileOf('first')]: plain('글', [], image('/assets/old/shot.png')),
    });
    await cms.blog.import({ blogDir: blog.dir });
    const files = await blog.files();
    const [asset] = await cms.rows(ASSET);
    const medium = (await app.strapi.db
      .query('plugin::upload.file')
      .findOne({ where: { id: asset!['fileId'] as number } })) as unknown as Medium;
    await publishPlain(cms, 'second', { body: image(medium.url) });

    await cms.blog.export({ blogDir: blog.dir });

    expect(await blog.text(fileOf('second'))).toBe(
      plainFile('second', image('/assets/old/shot.png')),
    );
    expect(await blog.files()).toEqual([...files, fileOf('second')].sort());
  });

  it('that only a draft shows do not reach the blog', async () => {
    const blog = await Checkout.with();
    const secret = await upload('secret.png');
    const { documentId } = await publishPlain(cms, 'first');
    await cms.documents(POST).update({
      documentId,
      locale: 'ko',
      data: { body: image(secret.url), cover: secret.id },
    });
    await cms.documents(POST).create({
      locale: 'ko',
      data: { title: '쓰는 중', slug: 'writing', body: image(secret.url), cover: secret.id },
    });

    await cms.blog.export({ blogDir: blog.dir });

    expect(await blog.files()).toEqual([fileOf('first')]);
    expect(await blog.text(fileOf('first'))).toBe(plainFile('first'));
  });

  it('are not copied on a dry run, nor for a post that is in conflict', async () => {
    const photo = await upload('photo.png');
    const blog = await Checkout.with({ [fileOf('pictures')]: plain('남의 글') });
    await publishPlain(cms, 'pictures', { body: image(photo.url) });
    await publishPlain(cms, 'good', { body: image(photo.url) });

    const dry = await cms.blog.export({ blogDir: blog.dir, dryRun: true });
    expect(actions(dry.files)).toContain('assets/img/posts/photo.png: add');
    const only = await cms.blog.export({ blogDir: blog.dir, posts: ['pictures'] });
    expect(actions(only.files)).toEqual([`${fileOf('pictures')}: conflict not-ours`]);

    expect(await blog.files()).toEqual([fileOf('pictures')]);
  });

  it('that cannot be read refuse their post by name, and the others go on', async () => {
    const blog = await Checkout.with();
    const lost = await upload('lost.png');
    await rm(path.join(app.strapi.dirs.static.public, lost.url));
    await publishPlain(cms, 'in-the-text', { body: image(lost.url) });
    await publishPlain(cms, 'as-cover', { cover: lost.id });
    await publishPlain(cms, 'good');

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('in-the-text')}: refused medium-unreadable`,
      `${fileOf('as-cover')}: refused medium-unreadable`,
      `${fileOf('good')}: add`,
    ]);
    expect(report.files[0]!.problems[0]!.message.en).toContain('lost.png');
    expect(await blog.files()).toEqual([fileOf('good')]);
  });

  it('are not written behind a symbolic link', async () => {
    const outside = await Checkout.with();
    const blog = await Checkout.with();
    await blog.link('assets', outside.dir);
    const photo = await upload('photo.png');
    await publishPlain(cms, 'pictures', { body: image(photo.url) });
    await publishPlain(cms, 'good');

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('pictures')}: refused outside-blog`,
      `${fileOf('good')}: add`,
    ]);
    expect(await outside.files()).toEqual([]);
    expect(await blog.files()).toEqual([fileOf('good')]);
  });
});

describe('a link that is not into the library', () => {
  it('stays as it is', async () => {
    const blog = await Checkout.with();
    const body = [
      image('https://example.org/assets/far.png'),
      image('/assets/img/near.png'),
      '`/uploads/in-code.png`',
    ].join('\n\n');
    await publishPlain(cms, 'pictures', { body });
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('pictures'))).toBe(plainFile('pictures', body));
    expect(await blog.files()).toEqual([fileOf('pictures')]);
  });
});

describe('a link into the library', () => {
  it('to one of the smaller pictures leads to the medium itself', async () => {
    const blog = await Checkout.with();
    const photo = await upload('wide.png');
    await publishPlain(cms, 'small-picture', {
      body: image(`/uploads/small_${path.posix.basename(photo.url)}`),
    });
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('small-picture'))).toContain('](/assets/img/posts/wide.png)');
  });

  it('stays in code, which only talks about it', async () => {
    const blog = await Checkout.with();
    const photo = await upload('shown.png');
    const body = `\`![x](${photo.url})\`\n\n\`\`\`md\n![x](${photo.url})\n\`\`\``;
    await publishPlain(cms, 'about-pictures', { body });
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('about-pictures'))).toBe(plainFile('about-pictures', body));
  });

  it('that neither the library nor the blog has is named', async () => {
    const blog = await Checkout.with();
    await publishPlain(cms, 'dead-picture', { body: image('/uploads/gone_123.png') });
    const { files } = await cms.blog.export({ blogDir: blog.dir, posts: ['dead-picture'] });
    expect(files).toEqual([
      expect.objectContaining({
        action: 'add',
        problems: [expect.objectContaining({ code: 'medium-unknown', severity: 'warning' })],
      }),
    ]);
  });
});
