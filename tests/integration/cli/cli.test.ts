import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions } from '../import/cms';
import { plain, survey } from '../import/texts';
import { CommandLine } from './command';
import { exportShape, importShape } from './shapes';

const FIRST = '_posts/2025-03-01-first.md';
const NEWS = '_posts/2025-03-02-news.md';
const BROKEN = '_posts/2025-03-03-broken.md';

let cli: CommandLine;
beforeAll(async () => {
  cli = await CommandLine.onNewDatabase();
});
afterAll(async () => {
  await cli.remove();
  await removeCheckouts();
});

describe('without a CMS to start', () => {
  it.each([
    [['--help'], ['import', 'export', 'resolve', '--json', '--quiet']],
    [
      ['import', '--help'],
      ['<blog>', '--posts', '--locale', '--draft', '--dry-run', '--json'],
    ],
    [
      ['export', '--help'],
      [
        ...['--blog', '--post', '--locale', '--dry-run', '--diff', '--force', '--quiet'],
        ...['--no-pull', '--commit', '--push'],
      ],
    ],
    [
      ['resolve', '--help'],
      ['<slug>', '--locale', '--use', 'merged-file', '--blog', '--dry-run', '--commit', '--push'],
    ],
  ])('%j explains itself on stdout and ends with 0', async (args, words) => {
    const { status, stdout, stderr } = await cli.run(args);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('Usage: strapi-jekyll');
    for (const word of words) expect(stdout).toContain(word);
  });

  it.each([
    [['import', '.', '--no-such-option'], '--no-such-option'],
    [['publish'], 'publish'],
    [['import'], 'blog'],
    [['export', '--blog'], '--blog'],
    [['resolve', 'first', '--use', 'blog'], '--locale'],
    [['resolve', 'first', '--locale', 'ko'], '--use'],
    [['resolve', 'first', '--locale', 'ko', '--use', 'theirs'], '--use merged-file <path>'],
    [['resolve', 'first', '--locale', 'ko', '--use', 'merged-file'], '--use merged-file <path>'],
    [['resolve', 'first', '--locale', 'ko', '--use', 'merged-file', '/no/file'], '/no/file'],
  ])('%j is wrong use: it says what is wrong on stderr and ends with 2', async (args, word) => {
    const { status, stdout, stderr } = await cli.run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(word);
  });
});

describe('a blog on its way in and out', () => {
  let blog: Checkout;
  beforeAll(async () => {
    blog = await Checkout.with({
      [FIRST]: plain('첫 글'),
      [NEWS]: survey('작은 소식', [
        { title: '하나', source: '[One](https://example.org/1)' },
        { title: '둘', source: '[Two](https://example.org/2)' },
      ]),
    });
  });

  it('is imported: one JSON document on stdout, status 0, with a relative DATABASE_FILENAME', async () => {
    const env = { DATABASE_FILENAME: path.relative(appDir, cli.databaseFile) };
    const { status, stdout } = await cli.run(['import', blog.dir, '--json'], { env });
    expect(status).toBe(0);
    const report = importShape.parse(JSON.parse(stdout));
    expect(report.posts).toEqual([
      {
        file: FIRST,
        slug: 'first',
        locale: 'ko',
        kind: 'plain',
        action: 'created',
        sections: 0,
        items: 0,
        citations: 0,
        problems: [],
      },
      {
        file: NEWS,
        slug: 'news',
        locale: 'ko',
        kind: 'survey',
        action: 'created',
        sections: 1,
        items: 2,
        citations: 2,
        problems: [],
      },
    ]);
    expect(report.totals).toMatchObject({ posts: 2, created: 2, items: 2, citations: 2 });
  });

  it('is exported from the same database by its absolute name, and nothing changes', async () => {
    const before = await blog.snapshot();
    const { status, stdout } = await cli.run(['--json', 'export', '--blog', blog.dir]);
    expect(status).toBe(0);
    const report = exportShape.parse(JSON.parse(stdout));
    expect(actions(report.files)).toEqual([`${FIRST}: same`, `${NEWS}: same`]);
    expect(report.commit).toBeNull();
    expect(await blog.snapshot()).toEqual(before);
  });

  it('in conflict ends with 1, and says nothing on stdout when quiet', async () => {
    // Of two known files one is gone: somebody deleted it.
    const other = await Checkout.with({ [FIRST]: plain('첫 글') });
    const args = ['export', '--blog', other.dir];
    const quiet = await cli.run([...args, '--quiet']);
    expect({ status: quiet.status, stdout: quiet.stdout }).toEqual({ status: 1, stdout: '' });
    expect(quiet.stderr).toContain('(deleted-in-blog)');
    expect(await other.files()).toEqual([FIRST]);
  });

  it('with a bad file ends with 1 and names the place, in the language of the environment', async () => {
    await blog.write(BROKEN, '---\ntitle: 하나: 둘\n---\n글\n');
    const args = ['import', path.relative(appDir, blog.dir), '--posts', '_posts/2025-03-03-*'];
    const { status, stdout } = await cli.run(args, { env: { LANG: 'ko_KR.UTF-8' } });
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^failed +- +${BROKEN}$`, 'm'));
    expect(stdout).toMatch(new RegExp(`${BROKEN}:2:\\d+ .*머리말.*\\(front-matter-syntax\\)`));
    expect(stdout).toContain('1 failed');
  });

  it('shows a diff of what a dry run would write', async () => {
    const empty = await Checkout.with();
    const { status, stdout } = await cli.run([
      ...['export', '--blog', empty.dir, '--post', 'first', '--locale', 'ko'],
      ...['--dry-run', '--diff'],
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain(`+++ b/${FIRST}`);
    expect(stdout).toContain('+title: "첫 글"');
    expect(stdout).not.toContain(NEWS);
    expect(stdout).toContain('Would export 1 files: 1 add');
    expect(await empty.files()).toEqual([]);
  });
});

describe('bad configuration and failures', () => {
  it('a folder that is none ends with 2 and names it', async () => {
    const { status, stdout, stderr } = await cli.run(['import', '/no/such/blog', '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('/no/such/blog is no folder');
  });

  it('an export without a blog ends with 2 and says how to name one', async () => {
    const { status, stdout, stderr } = await cli.run(['export']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--blog');
    expect(stderr).toContain('JEKYLL_BLOG_DIR');
  });

  it('a folder without a Strapi project ends with 2', async () => {
    const empty = await Checkout.with();
    const { status, stderr } = await cli.run(['--app', empty.dir, 'export', '--blog', empty.dir]);
    expect(status).toBe(2);
    expect(stderr).toContain('no Strapi project');
  });

  it('a database that cannot be opened ends with 3 and a message', async () => {
    const folder = await Checkout.with();
    const { status, stdout, stderr } = await cli.run(['export', '--blog', folder.dir, '--json'], {
      env: { DATABASE_FILENAME: folder.dir },
    });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/strapi-jekyll: .*(database|directory|SQLITE)/);
  });
});
