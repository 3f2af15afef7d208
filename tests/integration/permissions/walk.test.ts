import request from 'supertest';
import { CHECK_ACTION, IGNORE_CHECKS_ACTION } from '../../../src/plugins/jekyll/contracts/checks';
import {
  EXPORT_ACTION,
  IMPORT_ACTION,
  RESOLVE_ACTION,
  SEE_ACTION,
  SETTINGS_ACTION,
} from '../../../src/plugins/jekyll/contracts/rights';
import { type Grant, loginAs } from '../../helpers/admin-users';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, ITEM, POST, REFERENCE } from '../import/cms';

/** What a route asks for, and a request that it takes from whoever has that. */
interface Expected {
  /**
   * Rights of which each alone is enough, the entries that they are about given. `'signed'`: nobody
   * is asked for a login, the address itself is signed; a forged one gets `refused`.
   */
  readonly rights: readonly Grant[] | 'signed';
  /** Rights to entries that the route asks for beside its own. */
  readonly along?: readonly Grant[];
  /** With what a login without the right is refused: a 404 keeps quiet about what others have. */
  readonly refused?: number;
  readonly path?: string;
  readonly query?: string;
  readonly body?: object;
  /** What those with the right get. */
  readonly answer: number;
}

const plugin = (action: string): Grant => ({ action, subject: null });
const may = (action: string, subject: string): Grant => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject,
  properties: { locales: ['ko', 'en'] },
});
const read = (subject: string): Grant => may('read', subject);
const NO_JOB = '00000000-0000-4000-8000-000000000000';
const POST_ID = '{post}';
const see = { rights: [plugin(SEE_ACTION)] };
const exports = { rights: [plugin(EXPORT_ACTION)] };
const jobs = { rights: [plugin(EXPORT_ACTION), plugin(IMPORT_ACTION), plugin(SEE_ACTION)] };
const posts = { rights: [read(POST)] };
const resolves = {
  rights: [plugin(RESOLVE_ACTION)],
  along: [read(POST), may('update', POST), may('publish', POST)],
};
const imports = { rights: [plugin(IMPORT_ACTION)] };
const settings = { rights: [plugin(SETTINGS_ACTION)] };
/** An import makes all of this. */
const IMPORTED = [POST, ITEM, REFERENCE].flatMap((subject) =>
  ['read', 'create', 'update', 'publish'].map((action) => may(action, subject)),
);
const signed = { rights: 'signed' as const };

/** Every route of the plugin. One that is missing here fails the test: say what it asks for. */
const ROUTES: Readonly<Record<string, Expected>> = {
  'GET /status': { ...see, answer: 200 },
  'GET /links': { ...see, answer: 200 },
  'POST /links/look': { ...see, body: {}, answer: 202 },
  'GET /runs': { ...see, answer: 200 },
  'GET /runs/:id': { ...see, path: '/runs/1', answer: 404 },
  'GET /queue': { ...see, answer: 200 },
  'POST /exports/plan': { ...exports, body: {}, answer: 202 },
  'POST /exports': { ...exports, body: { plan: NO_JOB }, answer: 404 },
  'GET /exports/changes': {
    ...exports,
    along: [read(POST), may('update', POST)],
    query: `?documentId=${POST_ID}&locale=ko`,
    answer: 200,
  },
  'GET /exports/:id': { ...exports, path: `/exports/${NO_JOB}`, answer: 404 },
  'GET /jobs': { ...jobs, answer: 200 },
  'GET /jobs/:id': { ...jobs, path: `/jobs/${NO_JOB}`, answer: 404 },
  'GET /jobs/:id/result': { ...jobs, path: `/jobs/${NO_JOB}/result`, answer: 404 },
  'POST /jobs/:id/cancel': { ...jobs, path: `/jobs/${NO_JOB}/cancel`, answer: 404 },
  'GET /conflicts': { ...resolves, answer: 200 },
  'GET /conflicts/:documentId/:locale': {
    ...resolves,
    path: `/conflicts/${POST_ID}/ko`,
    answer: 404,
  },
  'POST /conflicts/:documentId/:locale': {
    ...resolves,
    path: `/conflicts/${POST_ID}/ko`,
    body: { version: '0'.repeat(64), resolution: { use: 'cms' } },
    answer: 404,
  },
  'GET /imports/sources': { ...imports, answer: 200 },
  'POST /imports/archives': { ...imports, body: {}, answer: 400 },
  'DELETE /imports/archives/:id': {
    ...imports,
    path: `/imports/archives/${NO_JOB}`,
    answer: 200,
  },
  'POST /imports/plan': {
    ...imports,
    along: IMPORTED,
    body: { source: { kind: 'archive', id: NO_JOB } },
    answer: 400,
  },
  'POST /imports': {
    ...imports,
    along: IMPORTED,
    body: { source: { kind: 'archive', id: NO_JOB } },
    answer: 400,
  },
  'GET /settings': { ...settings, answer: 200 },
  'PUT /settings': { ...settings, body: {}, answer: 200 },
  // The form is not filled in: refused for what it says, not for who asks.
  'POST /settings/example': { ...settings, body: {}, answer: 400 },
  'POST /settings/example/locales': { ...settings, body: {}, answer: 400 },
  'GET /editor': { rights: [read(POST), read(ITEM)], answer: 200 },
  'GET /on-blog': { ...posts, query: `?documentId=${POST_ID}&locale=ko`, answer: 200 },
  'GET /on-blog/summary': { ...see, answer: 200 },
  'GET /on-blog/:documentId': {
    ...posts,
    path: `/on-blog/${POST_ID}`,
    query: '?locale=ko',
    answer: 200,
  },
  'GET /on-blog/:documentId/changes': {
    ...posts,
    path: `/on-blog/${POST_ID}/changes`,
    query: '?locale=ko',
    answer: 200,
  },
  'GET /on-blog/reach/items/:documentId': {
    rights: [read(ITEM)],
    path: '/on-blog/reach/items/none',
    query: '?locale=ko',
    answer: 404,
  },
  'GET /on-blog/reach/references/:documentId': {
    rights: [read(REFERENCE)],
    path: '/on-blog/reach/references/none',
    query: '?locale=ko',
    answer: 404,
  },
  'POST /citations': {
    rights: [may('create', REFERENCE)],
    body: { addresses: ['no address'], locale: 'ko' },
    answer: 200,
  },
  'POST /outline': {
    ...posts,
    body: { documentId: POST_ID, locale: 'ko', values: {} },
    answer: 200,
  },
  'POST /outline/search': { rights: [read(ITEM)], body: { locale: 'ko' }, answer: 200 },
  'POST /outline/left': {
    rights: [may('delete', ITEM)],
    body: { locale: 'ko', documentIds: ['none'] },
    answer: 200,
  },
  'POST /outline/discard': {
    rights: [may('delete', ITEM)],
    body: { locale: 'ko', documentIds: ['none'] },
    answer: 200,
  },
  'POST /outline/items': {
    rights: [may('create', ITEM)],
    body: { locale: 'ko', items: [{ title: '새 항목', references: [] }] },
    answer: 200,
  },
  'POST /surveys': {
    rights: [may('create', POST)],
    along: [read(POST)],
    body: { locale: 'ko' },
    answer: 200,
  },
  'POST /translations/:documentId/version': {
    ...posts,
    along: [may('create', POST), may('update', POST)],
    path: `/translations/${POST_ID}/version`,
    body: { from: 'ko', to: 'en' },
    answer: 200,
  },
  'GET /translations/:documentId': {
    ...posts,
    path: `/translations/${POST_ID}`,
    query: '?locale=en',
    answer: 200,
  },
  'PUT /translations/:documentId': {
    ...posts,
    along: [may('update', POST)],
    path: `/translations/${POST_ID}`,
    body: { from: 'ko', locale: 'en', changes: [], marks: [] },
    answer: 200,
  },
  'POST /translations/:documentId/common': {
    ...posts,
    along: [may('update', POST)],
    path: `/translations/${POST_ID}/common`,
    body: { from: 'ko', locale: 'en', field: 'slug' },
    answer: 200,
  },
  'POST /checks': {
    rights: [plugin(CHECK_ACTION)],
    along: [read(POST), read(ITEM)],
    body: { documentId: null, locale: 'ko', values: {} },
    answer: 200,
  },
  'GET /publishing/:documentId': {
    ...posts,
    path: `/publishing/${POST_ID}`,
    query: '?locale=ko',
    answer: 200,
  },
  'GET /usage/items': { ...posts, query: '?documentId=none&locale=ko', answer: 200 },
  'GET /usage/references': {
    rights: [read(ITEM)],
    query: '?documentId=none&locale=ko',
    answer: 200,
  },
  'GET /words': { ...posts, query: `?uid=${POST}&field=tags`, answer: 200 },
  'POST /preview/link': {
    ...posts,
    body: { documentId: POST_ID, locale: 'ko', status: 'draft' },
    answer: 200,
  },
  'POST /preview/render': {
    ...posts,
    body: { documentId: POST_ID, locale: 'ko', status: 'draft', values: {} },
    answer: 200,
  },
  'POST /preview/builds': {
    ...posts,
    body: { documentId: POST_ID, locale: 'ko', status: 'draft', values: {} },
    // Nothing runs Jekyll here.
    answer: 404,
  },
  'GET /preview/builds/:id': { ...posts, refused: 404, path: '/preview/builds/none', answer: 404 },
  'DELETE /preview/builds/:id': {
    ...posts,
    refused: 404,
    path: '/preview/builds/none',
    answer: 404,
  },
  'GET /preview/built/:token': { ...signed, path: '/preview/built/forged', answer: 403 },
  'GET /preview/page/:token': { ...signed, path: '/preview/page/forged', answer: 403 },
  'GET /preview/site/:token/:path(.*)': { ...signed, path: '/preview/site/forged/a', answer: 404 },
  'GET /preview/media/:token/:path(.*)': {
    ...signed,
    path: '/preview/media/forged/a',
    answer: 404,
  },
  'GET /preview/assets/:path(.*)': { ...signed, path: '/preview/assets/none', answer: 404 },
};

/** All that a role can be given of the plugin, and to read what it is about. */
const ALL: readonly Grant[] = [
  ...[
    SEE_ACTION,
    EXPORT_ACTION,
    IMPORT_ACTION,
    RESOLVE_ACTION,
    SETTINGS_ACTION,
    CHECK_ACTION,
    IGNORE_CHECKS_ACTION,
  ].map(plugin),
  read(POST),
  read(ITEM),
  read(REFERENCE),
];

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
}

let app: BootedStrapi;
let postId: string;
let nobody: string;
let superAdmin: string;
const people = new Map<string, string>();

beforeAll(async () => {
  const blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  process.env['JEKYLL_BLOG_DIR'] = blog.dir;
  app = await bootStrapi();
  const { documentId } = await publishPlain(new Cms(app.strapi), 'walked');
  postId = documentId;
  nobody = await loginAs(app.strapi, 'nobody');
  superAdmin = await loginAs(app.strapi, 'owner', 'super-admin');
});
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
function routes(): Route[] {
  const { routes: found } = app.strapi.plugin('jekyll') as unknown as {
    routes: Record<string, { routes: Route[] }>;
  };
  return Object.values(found).flatMap((group) => group.routes);
}
/** A login with just these rights; made once for each set. */
async function withRights(grants: readonly Grant[]): Promise<string> {
  const key = JSON.stringify(grants);
  const known = people.get(key) ?? (await loginAs(app.strapi, `person-${people.size}`, grants));
  people.set(key, known);
  return known;
}

async function ask(name: string, token: string | null): Promise<number> {
  const [method = '', pattern = ''] = name.split(' ');
  const { path = pattern, query = '', body } = ROUTES[name]!;
  const withPost = (text: string) => text.replaceAll(POST_ID, postId);
  const server = request(app.strapi.server.httpServer);
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const asked = server[verb](`/jekyll${withPost(path)}${withPost(query)}`);
  if (token) asked.set('Authorization', token);
  if (body) asked.send(JSON.parse(withPost(JSON.stringify(body))) as object);
  return (await asked).status;
}

it('knows every route of the plugin, and no other', () => {
  expect(routes().map(nameOf).sort()).toEqual(Object.keys(ROUTES).sort());
});

describe.each(Object.entries(ROUTES))('%s', (name, expected) => {
  const { rights, along = [], refused = 403, answer } = expected;
  if (rights === 'signed') {
    it('asks for a signature instead of a login', async () => {
      expect(await ask(name, null)).toBe(answer);
      expect(await ask(name, superAdmin)).toBe(answer);
    });
    return;
  }

  it('is closed to whoever is not logged in', async () => {
    expect(await ask(name, null)).toBe(401);
  });

  it('is closed to a login without rights, and with all but its own', async () => {
    expect(await ask(name, nobody)).toBe(refused);
    const own = rights.map((right) => `${right.action} ${right.subject}`);
    const others = ALL.filter(({ action, subject }) => !own.includes(`${action} ${subject}`));
    expect(await ask(name, await withRights(others))).toBe(refused);
  });

  it('is open to exactly its right, and to a super admin', async () => {
    for (const right of rights) {
      expect(await ask(name, await withRights([right, ...along]))).toBe(answer);
    }
    expect(await ask(name, superAdmin)).toBe(answer);
  });
});
