import { writeFile } from 'node:fs/promises';
import { Checkout } from '../import/checkout';
import { fileOf, publishPlain } from '../export/content';
import { picture } from '../import/texts';
import { openDesk } from './two-sides';

const desk = openDesk();

interface Medium {
  readonly id: number;
  readonly url: string;
}

async function upload(name: string): Promise<Medium> {
  const folder = await Checkout.with();
  const filepath = folder.at(name);
  const bytes = picture(name);
  await writeFile(filepath, bytes);
  const [medium] = await desk.app.strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name } },
      files: { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length },
    });
  return medium;
}

const FILE = fileOf('pictures');

/** A blog with a post whose cover and one image were picked in the media library. */
async function pictures() {
  const blog = await Checkout.with();
  const [cover, photo] = [await upload('cover.png'), await upload('photo.png')];
  const image = `![사진](${photo.url})`;
  const body = `첫 단락입니다.\n\n${image}\n\n끝 단락입니다.`;
  await publishPlain(desk.cms, 'pictures', { cover: cover.id, body, tags: ['one'] });
  await desk.sync(blog);
  return { blog, cover, image };
}

describe('a change in the blog and media of the library', () => {
  it('leaves the cover and the links of the entry what they were', async () => {
    const { blog, cover, image } = await pictures();
    await blog.edit(FILE, '끝 단락', '블로그의 단락');
    await blog.edit(FILE, 'tags: [one]', 'tags: [two]');

    const report = await desk.sync(blog);

    expect(report.files[0]).toMatchObject({ action: 'same', pulled: true, problems: [] });
    for (const status of ['draft', 'published'] as const) {
      const post = await desk.cms.post({ slug: 'pictures' }, status);
      expect(post).toMatchObject({ cover: { id: cover.id }, coverPath: null, tags: ['two'] });
      expect(post.body).toBe(`첫 단락입니다.\n\n${image}\n\n블로그의 단락입니다.`);
    }
    await desk.expectAtRest(blog);
  });

  it('takes a cover that the blog chose, and its picture into the library', async () => {
    const { blog, cover } = await pictures();
    await blog.write('assets/img/own.png', picture('own'));
    const [line] = /^image: .*$/m.exec(await blog.text(FILE))!;
    await blog.edit(FILE, line, 'image: /assets/img/own.png');

    const report = await desk.sync(blog);

    expect(report.files[0]).toMatchObject({ action: 'same', pulled: true, problems: [] });
    const post = await desk.cms.post({ slug: 'pictures' });
    expect(post.coverPath).toBe('/assets/img/own.png');
    expect(post.cover?.id).not.toBe(cover.id);
    await desk.expectAtRest(blog);
  });
});
