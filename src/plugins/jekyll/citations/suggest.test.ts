import http, { type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { fetchPage } from './fetch-page';
import { suggestReference } from './suggest';

/** 64 MB of one letter. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'));
const asked: string[] = [];
const answer: RequestListener = (req, res) => {
  asked.push(`${req.headers.host} ${req.url}`);
  const html = (text: string | Buffer, headers = {}) => {
    res.writeHead(200, { 'content-type': 'text/html', ...headers });
    res.end(text);
  };
  switch (new URL(req.url ?? '/', 'http://a.test').pathname) {
    case '/article':
      return html(
        '<meta property="og:title" content="News"><meta property="og:site_name" content="Paper">',
      );
    case '/packed':
      return html(gzipSync('<title>Packed</title>'), { 'content-encoding': 'gzip' });
    case '/broken':
      return html('no gzip', { 'content-encoding': 'gzip' });
    case '/endless':
      res.writeHead(200, { 'content-type': 'text/html' });
      res.write('<title>Endless</title>');
      return void setInterval(() => res.write('x'.repeat(256 * 1024)), 1).unref();
    case '/bomb':
      return html(BOMB, { 'content-encoding': 'gzip' });
    case '/annual_report-2025.pdf':
    case '/download':
      res.writeHead(200, {
        'content-type': 'application/pdf',
        ...(req.url === '/download' && {
          'content-disposition': 'attachment; filename="the-plan.pdf"',
        }),
      });
      return void res.end('%PDF-1.7');
    case '/abs/2401.01234':
      return html(
        '<meta name="citation_title" content="Long Books"><meta name="citation_date" content="2024/01/02">',
      );
    case '/owner/tool':
      return html(
        '<meta property="og:title" content="GitHub - owner/tool: Does it"><meta property="og:site_name" content="GitHub">',
      );
    case '/to-private':
      res.writeHead(302, { location: 'http://10.0.0.1/' });
      return void res.end();
    case '/to-name':
      res.writeHead(302, { location: 'http://evil.test/' });
      return void res.end();
    case '/slow':
      return;
    default:
      res.writeHead(404).end();
  }
};

let server: http.Server;
let port: number;
beforeAll(async () => {
  server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

/** Every name is the test's own server, which counts as public, but for the names that are not. */
const fetch = (url: string) => {
  const target = new URL(url);
  target.protocol = 'http:';
  target.port = String(port);
  return fetchPage(target.href, {
    locale: 'ko',
    signal: AbortSignal.timeout(1_000),
    resolve: (host) => Promise.resolve([host === 'evil.test' ? '169.254.169.254' : '127.0.0.1']),
    isAllowed: (address) => address === '127.0.0.1',
  });
};
const suggest = (url: string) => suggestReference(url, fetch);

it.each([
  [
    'http://news.test/article?utm_source=x',
    { title: 'News', publisher: 'Paper', kind: 'article', url: 'http://news.test/article' },
  ],
  ['http://news.test/packed', { title: 'Packed', publisher: 'news.test' }],
  ['http://news.test/endless', { title: 'Endless' }],
  ['http://news.test/annual_report-2025.pdf', { title: 'annual report 2025', kind: 'report' }],
  ['http://news.test/download', { title: 'the plan', kind: 'report' }],
  [
    'https://arxiv.org/pdf/2401.01234v2',
    {
      title: 'Long Books',
      kind: 'paper',
      publisher: 'arXiv',
      publishedOn: '2024-01-02',
      url: 'https://arxiv.org/pdf/2401.01234v2',
    },
  ],
  [
    'https://github.com/owner/tool',
    { title: 'owner/tool: Does it', kind: 'repository', publisher: 'GitHub' },
  ],
])('%s', async (url, suggestion) => {
  expect(await suggest(url)).toMatchObject({ suggestion, failure: null });
});

it.each([
  ['http://news.test/gone', 'refused', { title: '', publisher: 'news.test' }],
  ['http://news.test/slow', 'unreachable', { title: '' }],
  ['http://news.test/broken', 'unreachable', { title: '' }],
  ['http://news.test/to-private', 'private', { title: '' }],
  ['http://news.test/to-name', 'private', { title: '' }],
  ['http://evil.test/article', 'private', { title: '' }],
])('%s is %s, and the editor types the title', async (url, failure, suggestion) => {
  expect(await suggest(url)).toMatchObject({ suggestion, failure });
});

it('calls neither a private address behind a redirect nor one behind a name', async () => {
  await suggest('http://news.test/to-private');
  await suggest('http://news.test/to-name');
  await suggest('http://evil.test/');
  expect(asked).toEqual([`news.test:${port} /to-private`, `news.test:${port} /to-name`]);
});

it('unpacks no more than it reads', async () => {
  const before = process.memoryUsage().arrayBuffers;
  expect(await suggest('http://news.test/bomb')).toMatchObject({ failure: null });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
});

it('tells by the address alone what it can where nobody is to be called', async () => {
  expect(await suggestReference('https://github.com/owner/tool', null)).toEqual({
    failure: 'off',
    suggestion: {
      title: 'owner/tool',
      url: 'https://github.com/owner/tool',
      kind: 'repository',
      publisher: 'GitHub',
      publishedOn: null,
    },
  });
  const report = await suggestReference(
    'https://a.test/%ED%95%9C%EA%B8%80_%EB%B3%B4%EA%B3%A0%EC%84%9C.pdf',
    null,
  );
  expect(report.suggestion).toMatchObject({ title: '한글 보고서', kind: 'report' });
});
