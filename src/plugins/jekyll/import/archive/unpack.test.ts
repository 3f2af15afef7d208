import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ARCHIVE_LIMITS } from './limits';
import { ArchiveError } from './problems';
import { makeZip, type ZipEntry } from './testing/zip';
import { type UnpackOptions, withUnpacked } from './unpack';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-zips-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const POST: ZipEntry = { name: '_posts/2025-01-02-a.md', content: '---\ntitle: A\n---\nText\n' };
const temporary = async (): Promise<string[]> =>
  (await readdir(os.tmpdir())).filter((name) => name.startsWith('jekyll-import-'));

async function zipped(bytes: Uint8Array): Promise<string> {
  const file = path.join(dir, 'upload.zip');
  await writeFile(file, bytes);
  return file;
}

/** What was unpacked, by path, and what was left. */
async function unpacked(entries: readonly ZipEntry[], options: UnpackOptions = {}) {
  const file = await zipped(makeZip(entries));
  return withUnpacked(
    file,
    async ({ dir: blog, left }) => {
      const found = await readdir(blog, { recursive: true, withFileTypes: true });
      const files = found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(blog, path.join(entry.parentPath, entry.name)));
      const texts: Record<string, string> = {};
      for (const one of files.sort()) texts[one] = await readFile(path.join(blog, one), 'utf8');
      return { texts, left: left.map((one) => `${one.path}: ${one.problem.code}`) };
    },
    options,
  );
}

const files = async (...entries: readonly ZipEntry[]): Promise<string[]> =>
  Object.keys((await unpacked(entries)).texts);

async function refusal(entries: readonly ZipEntry[], options?: UnpackOptions): Promise<string> {
  const before = await temporary();
  const error: unknown = await unpacked(entries, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ArchiveError);
  expect(await temporary()).toEqual(before);
  const { code, message } = (error as ArchiveError).problem;
  expect(message.ko).toMatch(/[가-힣].*압축을 풀지 않았습니다/);
  return `${code}: ${message.en}`;
}

describe('what is unpacked', () => {
  it('is what an import reads, and nothing else', async () => {
    const picture = { name: 'assets/img/a.png', content: 'PNG' };
    const found = await files(
      POST,
      picture,
      { name: '_config.yml', content: 'lang: ko' },
      { name: '_data/authors.yml', content: 'kim: {}' },
      { name: '_data/other.yml' },
      { name: '_drafts/idea.md' },
      { name: '_site/2025/a.png' },
      { name: 'node_modules/x/_posts/2025-01-01-x.md' },
      { name: '_plugins/run.rb', content: 'exit' },
      { name: 'assets/js/a.js' },
      { name: 'Gemfile' },
      { name: '.git/config' },
    );
    expect(found).toEqual([
      '_config.yml',
      '_data/authors.yml',
      '_posts/2025-01-02-a.md',
      'assets/img/a.png',
    ]);
  });

  it.each<[string, string, string]>([
    ['the one folder of a GitHub archive', 'blog-main/', '_posts/2025-01-02-a.md'],
    ['a blog in a folder of its own', 'site-main/docs/', '_posts/2025-01-02-a.md'],
    ['no folder at all', '', '_posts/2025-01-02-a.md'],
  ])('begins below %s', async (_what, folder, expected) => {
    const found = await files(
      { name: 'site-main/README.md' },
      { name: `${folder}_config.yml` },
      { name: `${folder}${String(POST.name)}` },
      { name: `__MACOSX/${folder}_posts/._2025-01-02-a.md` },
    );
    expect(found).toEqual(['_config.yml', expected]);
  });

  it('keeps the folders of languages beside each other', async () => {
    const found = await files(
      { name: 'b/ko/_posts/2025-01-02-a.md' },
      { name: 'b/en/_posts/2025-01-02-a.md' },
    );
    expect(found).toEqual(['en/_posts/2025-01-02-a.md', 'ko/_posts/2025-01-02-a.md']);
  });

  it('is gone afterwards, also when the work fails', async () => {
    const before = await temporary();
    const file = await zipped(makeZip([POST]));
    let blog = '';
    const work = withUnpacked(file, async (found) => {
      blog = found.dir;
      expect(existsSync(blog)).toBe(true);
      throw new Error('stopped');
    });
    await expect(work).rejects.toThrow('stopped');
    expect(existsSync(blog)).toBe(false);
    expect(await temporary()).toEqual(before);
  });

  it('has the names that Korean Windows and macOS gave', async () => {
    const cp949 = Buffer.concat([
      Buffer.from('_posts/2025-01-02-'),
      Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]),
      Buffer.from('.md'),
    ]);
    const found = await files(
      { name: cp949 },
      { name: Buffer.from('_posts/2025-01-03-나라.md'.normalize('NFD')) },
    );
    expect(found).toEqual(['_posts/2025-01-02-한글.md', '_posts/2025-01-03-나라.md']);
  });

  it('does not hold links and posts that are too large; they are told', async () => {
    const { texts, left } = await unpacked([
      POST,
      { name: '_posts/2025-01-03-b.md', content: '/etc/passwd', mode: 0o120777 },
      { name: '_posts/folder', content: '/etc', mode: 0o120777 },
      { name: 'assets/img/b.png', content: '/etc/passwd', mode: 0o120777 },
      { name: '_posts/2025-01-04-c.md', content: 'x'.repeat(6 * 1024 * 1024) },
    ]);
    expect(Object.keys(texts)).toEqual([POST.name]);
    expect(left).toEqual([
      '_posts/2025-01-03-b.md: archive-link',
      '_posts/folder: archive-link',
      '_posts/2025-01-04-c.md: file-too-large',
    ]);
  });
});

describe('a name that would leave the folder refuses the whole archive', () => {
  it.each<[string, string | Buffer, string]>([
    ['above', '../outside.md', '../outside.md'],
    ['above, further down', 'a/../../outside.md', 'a/../../outside.md'],
    ['absolute', '/etc/cron.d/x', '/etc/cron.d/x'],
    ['a drive', 'C:/x.md', 'C:/x.md'],
    ['a drive without a slash', 'c:x.md', 'c:x.md'],
    ['backslashes', '..\\x.md', '..\\x.md'],
    ['a share', '\\\\host\\x', '\\\\host\\x'],
    ['NUL', 'a\0.md', 'a\\u0000.md'],
    ['a line break', 'a\n.md', 'a\\u000a.md'],
    ['an empty part', 'a//b.md', 'a//b.md'],
    ['a dot', './a.md', './a.md'],
    ['no known writing', Buffer.from([0x61, 0xff, 0xfe]), 'aÿþ'],
    ['too many folders', `${'a/'.repeat(30)}b.md`, 'a/a/'],
    ['too long a name', `${'가'.repeat(100)}.md`, '가가'],
  ])('%s', async (_what, name, shown) => {
    const told = await refusal([POST, { name, content: 'x' }]);
    expect(told).toMatch(/^archive-bad-name: /);
    expect(told).toContain(shown);
  });

  it.each([
    ['in case', '_posts/2025-01-02-A.md'],
    ['exactly none', '_posts/2025-01-02-a.md'],
    ['a file and its folder', '_posts/2025-01-02-a.md/b.png'],
  ])('two names that differ %s', async (_what, name) => {
    expect(await refusal([POST, { name }])).toMatch(/^archive-twins: .*2025-01-02-a\.md/);
  });

  it('two names that differ in how Hangul is composed', async () => {
    const name = '_posts/2025-01-02-가.md';
    const told = await refusal([{ name }, { name: name.normalize('NFD') }]);
    expect(told).toMatch(/^archive-twins/);
  });
});

describe('an archive that is larger than it may be', () => {
  const limits = { ...ARCHIVE_LIMITS, ratioFrom: 1000, entries: 3, unpacked: 200_000 };
  const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * i) % 251));

  it('packed denser than anything that is true', async () => {
    const bomb = { name: 'assets/bomb.png', content: Buffer.alloc(150_000) };
    expect(await refusal([POST, bomb], { limits })).toMatch(/^archive-too-dense: .*bomb\.png/);
  });

  it('larger once unpacked', async () => {
    const big = { name: 'assets/big.png', content: noise(300_000), method: 0 };
    const told = await refusal([POST, big], { limits });
    expect(told).toMatch(/^archive-unpacked-too-large: .*big\.png/);
  });

  it('of too many entries', async () => {
    const many = [1, 2, 3, 4].map((n) => ({ name: `x/${n}.txt` }));
    expect(await refusal(many, { limits })).toMatch(/^archive-too-many-entries/);
  });

  it('larger than an upload may be', async () => {
    const small = { ...limits, archive: 50 };
    expect(await refusal([POST], { limits: small })).toMatch(/^archive-too-large/);
  });

  it('with an entry that says it is small', async () => {
    const liar = { name: 'assets/liar.png', content: noise(50_000), claims: 10 };
    expect(await refusal([POST, liar])).toMatch(/^archive-damaged: .*liar\.png/);
  });

  it('with entries that lie over each other', async () => {
    const bytes = makeZip([POST, { name: 'assets/a.png', content: noise(500), method: 0 }]);
    // The second entry of the directory claims a gigabyte of the archive.
    const at = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    bytes.writeUInt32LE(1 << 30, at + 20);
    bytes.writeUInt32LE(1 << 30, at + 24);
    const work = withUnpacked(await zipped(bytes), async () => undefined);
    await expect(work).rejects.toMatchObject({ problem: { code: 'archive-overlapping' } });
  });
});

describe('an archive that is none', () => {
  it.each<[string, Uint8Array, string]>([
    ['of some other kind', Buffer.from('GIF89a, not a zip'), 'archive-unreadable'],
    ['that was cut off', makeZip([POST]).subarray(0, 60), 'archive-unreadable'],
    ['without posts', makeZip([{ name: 'README.md' }]), 'archive-no-blog'],
    ['without anything', makeZip([]), 'archive-no-blog'],
    ['with a password', makeZip([{ ...POST, flags: 0x801 }]), 'archive-locked'],
    ['packed in an unknown way', makeZip([{ ...POST, method: 99 }]), 'archive-damaged'],
  ])('%s', async (_what, bytes, code) => {
    const work = withUnpacked(await zipped(bytes), async () => undefined);
    await expect(work).rejects.toMatchObject({ problem: { code } });
  });

  it('stops when it is told to', async () => {
    const file = await zipped(makeZip([POST]));
    const work = withUnpacked(file, async () => undefined, { signal: AbortSignal.abort() });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });
});
