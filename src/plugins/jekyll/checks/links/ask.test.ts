import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ask } from './ask';

let server: http.Server;
let port: number;
let asked: string[];
beforeAll(async () => {
  server = http.createServer((req, res) => {
    asked.push(`${req.method} ${req.headers.host} ${req.url}`);
    if (req.url === '/slow') return;
    if (req.url === '/to-private') res.writeHead(302, { location: 'http://169.254.169.254/x' });
    else if (req.url === '/loop') res.writeHead(302, { location: '/loop' });
    else if (req.url === '/moved') res.writeHead(301, { location: '/there' });
    else if (req.url === '/to-file') res.writeHead(302, { location: 'file:///etc/passwd' });
    else if (req.url === '/no-head') res.writeHead(req.method === 'HEAD' ? 405 : 200);
    else if (req.url === '/endless' && req.method === 'GET') {
      res.writeHead(200);
      res.write('x'.repeat(1024));
      return;
    } else if (req.url === '/endless') res.writeHead(405);
    else res.writeHead(req.url === '/there' ? 200 : 404);
    res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The test's own server counts as public, under a name. */
const options = {
  timeout: 2_000,
  resolve: (host: string) => Promise.resolve(host === 'blog.test' ? ['127.0.0.1'] : []),
  isAllowed: (address: string) => address === '127.0.0.1',
};
const at = (path: string): string => `http://blog.test:${port}${path}`;

it.each([
  ['/there', { status: 200, error: null }],
  ['/moved', { status: 200, error: null }],
  ['/no-head', { status: 200, error: null }],
  ['/endless', { status: 200, error: null }],
  ['/gone', { status: 404, error: null }],
  ['/loop', { status: null, error: 'redirects' }],
  ['/to-private', { status: null, error: 'private' }],
  ['/to-file', { status: null, error: 'scheme' }],
])('%s', async (path, answer) => {
  expect(await ask(at(path), options)).toEqual(answer);
});

it('asks with HEAD, then GET, by the name of the host', async () => {
  await ask(at('/gone'), options);
  expect(asked).toEqual([`HEAD blog.test:${port} /gone`, `GET blog.test:${port} /gone`]);
});

it('waits no longer than it may', async () => {
  expect(await ask(at('/slow'), { ...options, timeout: 200 })).toEqual({
    status: null,
    error: 'timeout',
  });
});

it.each([
  ['a loopback address', 'http://127.0.0.1/'],
  ['IPv6 loopback', 'http://[::1]/'],
  ['an IPv4 address in IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['a number', 'http://2130706433/'],
  ['a link-local address', 'http://169.254.169.254/latest/meta-data'],
])('calls nobody at %s', async (_what, url) => {
  expect(await ask(url, { timeout: 2_000 })).toEqual({ status: null, error: 'private' });
});

it('calls nobody at a name of which one address is private', async () => {
  const resolve = () => Promise.resolve(['1.1.1.1', '10.0.0.1']);
  expect(await ask('http://mixed.test/', { resolve })).toEqual({ status: null, error: 'private' });
  expect(asked).toEqual([]);
});

it('takes no other scheme and no password', async () => {
  expect(await ask('ftp://a.test/')).toMatchObject({ error: 'scheme' });
  expect(await ask('http://a:b@a.test/')).toMatchObject({ error: 'credentials' });
});

it('resolves a name once for each request: what it answers later does not count', async () => {
  let answers = 0;
  const resolve = () => {
    answers += 1;
    return Promise.resolve(answers === 1 ? ['127.0.0.1'] : ['10.0.0.1']);
  };
  expect(await ask(at('/there'), { ...options, resolve })).toEqual({ status: 200, error: null });
  expect(answers).toBe(1);
});
