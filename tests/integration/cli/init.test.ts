import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { Checkout, removeCheckouts } from '../import/checkout';
import { plain, survey } from '../import/texts';
import { type Ended, runProgram } from './command';
import { importShape } from './shapes';

// Boots a Strapi project that no test has seen before.
jest.setTimeout(240_000);

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'somebody-elses-project',
    private: true,
    dependencies: { '@strapi/strapi': '5.54.0', 'strapi-plugin-jekyll': '*' },
  }),
  'config/server.js': `module.exports = ({ env }) => ({ app: { keys: env.array('APP_KEYS') } });`,
  'config/api.js': 'module.exports = {};',
  'config/middlewares.js': `module.exports = ['logger', 'errors', 'security', 'cors',
    'query', 'body', 'session', 'favicon', 'public'].map((name) => 'strapi::' + name);`,
  'config/admin.js': `module.exports = ({ env }) => ({
    auth: { secret: env('ADMIN_JWT_SECRET') },
    apiToken: { salt: env('API_TOKEN_SALT') },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  });`,
  'config/database.js': `module.exports = ({ env }) => ({ connection: {
    client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true,
  } });`,
  'src/index.js': 'module.exports = {};',
  'public/uploads/.gitkeep': '',
};

let project: string;
beforeEach(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'jekyll-init-'));
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  await symlink(path.join(appDir, 'node_modules'), path.join(project, 'node_modules'));
});
afterEach(async () => {
  await rm(project, { recursive: true, force: true });
});
afterAll(removeCheckouts);

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(project, file)), { recursive: true });
  await writeFile(path.join(project, file), text);
}
const read = (file: string): Promise<string> => readFile(path.join(project, file), 'utf8');
const files = async (): Promise<string[]> =>
  (await readdir(project, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
    .sort();
const run = (...args: string[]): Promise<Ended> =>
  runProgram(['--app', project, ...args], path.join(project, 'cms.db'), {
    env: { STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'ko' },
  });
const actionsOf = ({ stdout }: Ended): string[] => {
  const { files: done } = JSON.parse(stdout) as { files: { action: string }[] };
  return [...new Set(done.map(({ action }) => action))];
};

describe('init', () => {
  it('makes a Strapi project ready to import a blog', async () => {
    const done = await run('init');
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    expect(done.stdout).toContain('add      src/api/post/content-types/post/schema.json\n');
    expect(await read('src/api/post/controllers/post.js')).toContain('module.exports');
    expect(JSON.parse(await read('src/api/post/content-types/post/schema.json'))).toEqual(
      JSON.parse(
        await readFile(path.join(appDir, 'src/api/post/content-types/post/schema.json'), 'utf8'),
      ),
    );

    const before = {
      '_posts/2025-01-02-survey.md': survey('모음', [
        { title: '소식 하나', source: '[하나](https://example.com/1)' },
        { title: '소식 둘', source: '[둘](https://example.com/2)' },
      ]),
      '_posts/2025-01-03-b.md': plain('b'),
    };
    const blog = await Checkout.with(before);
    const imported = await run('import', blog.dir, '--json');
    expect(imported.status).toBe(0);
    const { posts } = importShape.parse(JSON.parse(imported.stdout));
    expect(posts.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      'survey created',
      'plain created',
    ]);

    const empty = await Checkout.with({ '_config.yml': '' });
    const exported = await run('export', '--blog', empty.dir, '--json');
    expect(exported.status).toBe(0);
    for (const [file, text] of Object.entries(before)) expect(await empty.text(file)).toBe(text);
  });

  it('writes TypeScript into a project that has it', async () => {
    await write('tsconfig.json', '{}');
    expect((await run('init')).status).toBe(0);
    expect(await read('src/api/post/routes/post.ts')).toContain('export default');
    expect(existsSync(path.join(project, 'config/plugins.ts'))).toBe(true);
  });

  it('changes nothing the second time, or with --dry-run', async () => {
    const before = await files();
    expect(actionsOf(await run('init', '--dry-run', '--json'))).toEqual(['add']);
    expect(await files()).toEqual(before);
    await run('init');
    expect(actionsOf(await run('init', '--json'))).toEqual(['same']);
  });

  it('writes nothing where a type is there already, and leaves a configuration alone', async () => {
    await write('src/api/post/content-types/post/schema.json', '{}');
    const plugins = 'module.exports = () => ({ graphql: { enabled: true } });';
    await write('config/plugins.js', plugins);
    const before = await files();
    const refused = await run('init');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('differs  src/api/post/content-types/post/schema.json\n');
    expect(refused.stderr).toMatch(/^Nothing was written: 1 of the files/);
    expect(await files()).toEqual(before);

    await rm(path.join(project, 'src/api'), { recursive: true });
    const done = await run('init');
    expect(done.stdout).toContain("blogDir: env('JEKYLL_BLOG_DIR')");
    expect(await read('config/plugins.js')).toBe(plugins);
  });

  it('says where there is no project', async () => {
    await rm(path.join(project, 'package.json'));
    const { status, stderr } = await run('init');
    expect(status).toBe(2);
    expect(stderr).toContain('is no Strapi project');
  });
});
