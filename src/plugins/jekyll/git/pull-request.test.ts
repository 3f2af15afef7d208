import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openPullRequest } from './pull-request';
import { settings } from './testing/sandbox';

const TOKEN = 'ghp_very-secret-token';
const PAGE = 'https://github.com/owner/blog/pull/7';
interface Call {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

let server: Server;
let calls: Call[];
let answer: (call: Call) => { status: number; body: unknown };
beforeEach(async () => {
  calls = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { method, url, headers } = request;
      const call = { method, url, authorization: headers.authorization, body };
      calls.push(call);
      const { status, body: says } = answer(call);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(says));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.TEST_PR_TOKEN = TOKEN;
});
afterEach(async () => {
  delete process.env.TEST_PR_TOKEN;
  await new Promise((resolve) => server.close(resolve));
});

const proposal = {
  remote: 'git@github.com:owner/blog.git',
  branch: 'jekyll-cms/첫-글',
  base: 'main',
  title: '"첫 글" 발행',
  body: 'Text',
};
const COMPARE = `https://github.com/owner/blog/compare/main...jekyll-cms/${encodeURIComponent('첫-글')}?expand=1`;
const wanting = (pullRequest: object = {}) =>
  settings({
    pullRequest: {
      create: 'open',
      tokenVariable: 'TEST_PR_TOKEN',
      apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...pullRequest,
    },
  });

test('opens one through the API', async () => {
  answer = ({ method }) =>
    method === 'POST' ? { status: 201, body: { html_url: PAGE } } : { status: 200, body: [] };
  const result = await openPullRequest(wanting({ draft: true }), proposal);
  expect(result).toEqual({ url: PAGE, opened: true });
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(calls[1]?.url).toBe('/repos/owner/blog/pulls');
  expect(calls[1]?.authorization).toBe(`token ${TOKEN}`);
  expect(JSON.parse(calls[1]?.body ?? '')).toEqual({
    head: proposal.branch,
    base: 'main',
    title: proposal.title,
    body: 'Text',
    draft: true,
  });
});

test('finds the one that is open', async () => {
  answer = () => ({ status: 200, body: [{ html_url: PAGE }] });
  expect(await openPullRequest(wanting(), proposal)).toEqual({ url: PAGE, opened: true });
  expect(calls).toHaveLength(1);
  expect(decodeURIComponent(calls[0]?.url ?? '')).toContain(`head=owner:${proposal.branch}`);
});

test('says where to open one by hand where the API refuses, without the token', async () => {
  answer = () => ({ status: 401, body: { message: `Bad credentials ${TOKEN}` } });
  const result = await openPullRequest(wanting(), proposal);
  expect(result).toMatchObject({
    url: COMPARE,
    opened: false,
    problem: { code: 'pull-request-failed', severity: 'warning' },
  });
  expect(JSON.stringify(result)).not.toContain(TOKEN);
  answer = () => ({ status: 200, body: [{ html_url: 'javascript:alert(1)' }] });
  expect(await openPullRequest(wanting(), proposal)).toMatchObject({ url: COMPARE, opened: false });
});

test.each([
  ['https://github.com/owner/blog.git', COMPARE],
  [
    'git@gitlab.com:group/sub/blog.git',
    'https://gitlab.com/group/sub/blog/-/merge_requests/new?merge_request%5Bsource_branch%5D=jekyll-cms%2F%EC%B2%AB-%EA%B8%80&merge_request%5Btarget_branch%5D=main',
  ],
  ['git@example.com:blog.git', null],
  ['/srv/git/blog.git', null],
])('without a token says where to open one: %s', async (remote, url) => {
  const result = await openPullRequest(settings(), { ...proposal, remote });
  expect(result).toEqual({ url, opened: false });
  expect(calls).toEqual([]);
});
