import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Checkout } from '../import/checkout';
import { type Cms, ITEM, POST } from '../import/cms';
import { picture, plain, survey } from '../import/texts';
import { edit, fileOf, publishPlain } from '../export/content';

const LINES = Array.from({ length: 9 }, (_, at) => `${at + 1}번째 줄입니다.`).join('\n\n');
const source = (name: string): string => `[${name}](https://example.com/${name})`;
const items = (...names: string[]) =>
  names.map((name) => ({ title: `소식 ${name}`, source: source(name) }));
const IMAGE = 'assets/img/leaves/photo.png';

/** The blog as it was imported. */
const IMPORTED: Readonly<Record<string, string | Uint8Array>> = {
  '_config.yml': 'title: Blog\nplugins:\n  - jekyll-redirect-from\n',
  [fileOf('changed')]: plain('바뀌는 글', [], LINES),
  [fileOf('survey')]: survey('소식 모음', items('a', 'b', 'c')),
  [fileOf('survey-grows')]: survey('늘어나는 모음', items('d', 'e')),
  [fileOf('moves')]: plain('옮겨지는 글', [], LINES),
  [fileOf('left')]: plain('왼쪽 글', [], LINES),
  [fileOf('right')]: plain('오른쪽 글', [], LINES),
  [fileOf('leaves')]: plain('사라지는 글', [], `![그림](/${IMAGE})`),
  [IMAGE]: picture('leaves'),
  [fileOf('by-hand')]: plain('손으로 고친 글', [], LINES),
  [fileOf('both')]: plain('양쪽에서 고친 글', [], LINES),
  [fileOf('stays')]: plain('그대로인 글', [], LINES),
  [fileOf('english')]: plain('Changed text', ['lang: en'], 'A short text.'),
  'README.md': 'Files that are nobody’s business.\n',
};

/** Runs `git` in a checkout as the person who owns it. */
export const git = (dir: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Owner', '-c', 'user.email=owner@example.com', ...args], {
    cwd: dir,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Writes the blog, commits it, and imports it. */
async function importBlog(cms: Cms): Promise<Checkout> {
  const blog = await Checkout.with(IMPORTED);
  git(blog.dir, 'init', '-q', '-b', 'main', '--template=');
  git(blog.dir, 'add', '-A');
  git(blog.dir, 'commit', '-qm', 'The blog');
  await cms.blog.import({ blogDir: blog.dir });
  return blog;
}

/** What a person does in the blog: commits of one post that only they change, and one of both. */
async function changeBlog(blog: Checkout): Promise<void> {
  await blog.edit(fileOf('by-hand'), '2번째 줄입니다.', '블로그에서 고친 줄입니다.');
  await blog.edit(fileOf('both'), '2번째 줄입니다.', '블로그에서 고친 줄입니다.');
  git(blog.dir, 'commit', '-qam', 'By hand');
  // Work that the person has not finished: no run takes it along or away.
  await blog.edit('README.md', 'business', 'affair');
  await blog.write('notes.txt', 'not added yet\n');
}

/** Puts a picture into the library as the admin does. @returns its address there */
async function upload(cms: Cms, desk: Checkout, name: string): Promise<string> {
  const filepath = desk.at(name);
  const bytes = picture(name);
  await writeFile(filepath, bytes);
  const files = { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length };
  const service = cms.strapi.plugin('upload').service('upload');
  const [medium] = await service.upload({ data: { fileInfo: { name } }, files });
  return medium.url;
}

/** What the editors do: changes, moves, a removal, new posts with and without media. */
async function changeEntries(cms: Cms, desk: Checkout): Promise<void> {
  await edit(cms, await cms.post({ slug: 'changed' }), { title: '바뀐 글' });
  await edit(cms, await cms.post({ slug: 'english' }), { body: 'A changed text.' });
  await edit(cms, await cms.post({ slug: 'moves' }), { slug: 'moved' });
  const [left, right] = [await cms.post({ slug: 'left' }), await cms.post({ slug: 'right' })];
  await edit(cms, left, { slug: 'right' });
  await edit(cms, right, { slug: 'left' });
  await edit(cms, await cms.post({ slug: 'both' }), {
    body: LINES.replace('8번째 줄입니다.', 'CMS에서 고친 줄입니다.'),
  });
  const { documentId, locale } = await cms.post({ slug: 'leaves' });
  await cms.documents(POST).delete({ documentId, locale });

  const [item] = (await cms.rows(ITEM, { title: '소식 b' })) as { documentId: string }[];
  await cms.documents(ITEM).update({
    documentId: item?.documentId,
    locale: 'ko',
    status: 'published',
    data: { title: '고친 소식 b' },
  });
  const grows = await cms.post({ slug: 'survey-grows' });
  const added = await cms.documents(ITEM).create({
    locale: 'ko',
    status: 'published',
    data: { title: '새 소식', body: '- 새 설명' },
  });
  const [section] = grows.sections;
  const shown = [...(section?.items ?? []), added].map((one) => ({ documentId: one.documentId }));
  await edit(cms, grows, {
    sections: [{ heading: section?.heading, prefix: section?.prefix, items: { set: shown } }],
  });

  await publishPlain(cms, 'new-plain', { body: LINES });
  const photo = await upload(cms, desk, 'photo.png');
  await publishPlain(cms, 'new-photo', { body: `![그림](${photo})` });
  const shared = await upload(cms, desk, 'shared.png');
  await publishPlain(cms, 'new-shared', {
    body: `![그림](${shared})`,
    mediaBase: '/assets/img/deep/er/',
  });
  await publishPlain(cms, 'new-folder', { body: `![그림](${shared})` });
}

/** A blog and a database with work for one export of every kind. */
export async function prepare(cms: Cms): Promise<Checkout> {
  const blog = await importBlog(cms);
  await changeBlog(blog);
  await changeEntries(cms, await Checkout.with());
  return blog;
}
