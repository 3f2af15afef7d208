import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { authorIds, readBlogAuthors } from './blog-authors';

describe('authorIds', () => {
  it('reads the ids in their order', () => {
    expect(authorIds('mina_kim:\n  name: Mina Kim\n7:\n  name: Seven\n')).toEqual([
      'mina_kim',
      '7',
    ]);
  });

  it.each(['', '- a\n- b\n', 'a: [', '"text"'])('finds none in %j', (yaml) => {
    expect(authorIds(yaml)).toEqual([]);
  });
});

describe('readBlogAuthors', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'authors-'));
    await mkdir(path.join(dir, 'blog', '_data'), { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('reads the file of the blog', async () => {
    await writeFile(path.join(dir, 'blog', '_data', 'authors.yml'), 'mina:\n  name: Mina\n');
    expect(await readBlogAuthors(path.join(dir, 'blog'))).toEqual(['mina']);
  });

  it('follows no link out of the blog', async () => {
    await writeFile(path.join(dir, 'secret.yml'), 'secret:\n  name: no\n');
    await symlink(path.join(dir, 'secret.yml'), path.join(dir, 'blog', '_data', 'authors.yml'));
    expect(await readBlogAuthors(path.join(dir, 'blog'))).toEqual([]);
  });

  it('has none without a file', async () => {
    expect(await readBlogAuthors(path.join(dir, 'nowhere'))).toEqual([]);
  });
});
