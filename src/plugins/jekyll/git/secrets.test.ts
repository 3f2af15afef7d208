import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ensureClone } from './clone';
import { redactor } from './redact';
import { openRepository } from './repository';
import { createSandbox, edited, meta, POST, type Sandbox, settings, text } from './testing/sandbox';

const TOKEN = 'ghp_s3cret/+tok=en';

test.each([
  [`fatal: ${TOKEN} is wrong`, 'fatal: *** is wrong'],
  [`https://x:${encodeURIComponent(TOKEN)}@h/p`, 'https://***@h/p'],
  ["unable to access 'https://user:pw@h/p'", "unable to access 'https://***@h/p'"],
  ['https://ghp_other@h/p and https://a:b@h/q', 'https://***@h/p and https://***@h/q'],
  ['ssh://git@h/p git@h:p', 'ssh://git@h/p git@h:p'],
  ['ssh://git:pw@h/p', 'ssh://***@h/p'],
  ['Authorization: Basic eDp5', 'Authorization: Basic ***'],
  ['remote: nothing to hide', 'remote: nothing to hide'],
])('takes the secrets out of %j', (message, shown) => {
  expect(redactor([TOKEN, undefined, ''])(message)).toBe(shown);
});

describe('the token of an https remote', () => {
  let sandbox: Sandbox;
  let server: Server;
  let url: string;
  let asked: (string | undefined)[];
  let letsIn: boolean;
  let log: string;
  const before = { ...process.env };

  beforeEach(async () => {
    sandbox = createSandbox();
    const key = path.join(sandbox.dir, 'key.pem');
    const certificate = path.join(sandbox.dir, 'certificate.pem');
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject].concat([
        '-keyout',
        key,
        '-out',
        certificate,
      ]),
      { stdio: 'ignore' },
    );
    asked = [];
    letsIn = false;
    server = createServer(
      { key: readFileSync(key), cert: readFileSync(certificate) },
      (request, response) => {
        asked.push(request.headers.authorization);
        if (letsIn && request.headers.authorization) {
          // A repository without any branch.
          const type = 'application/x-git-upload-pack-advertisement';
          response.writeHead(200, { 'content-type': type });
          response.end('001e# service=git-upload-pack\n00000000');
          return;
        }
        const words = `No entry for ${TOKEN}\n`;
        response.writeHead(401, { 'www-authenticate': 'Basic realm="blog"' }).end(words);
      },
    );
    await new Promise<void>((resolve) => server.listen(0, resolve));
    url = `https://localhost:${(server.address() as AddressInfo).port}/owner/blog.git`;

    // A spy before the real program: it writes down how it was called.
    log = path.join(sandbox.dir, 'calls.log');
    writeFileSync(log, '');
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const spy = path.join(sandbox.dir, 'bin/git');
    mkdirSync(path.dirname(spy));
    writeFileSync(spy, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${log}'\nexec '${real}' "$@"\n`);
    chmodSync(spy, 0o755);
    process.env.PATH = `${path.dirname(spy)}:${before.PATH}`;
    process.env.GIT_SSL_CAINFO = certificate;
    process.env.TEST_GIT_TOKEN = TOKEN;
    process.env.HOME = sandbox.dir;
  });
  afterEach(async () => {
    Object.assign(process.env, { PATH: before.PATH, HOME: before.HOME });
    delete process.env.GIT_SSL_CAINFO;
    delete process.env.TEST_GIT_TOKEN;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    sandbox.remove();
  });

  test('reaches its host, and stands in no argument, message or file', async () => {
    const { blog } = sandbox;
    const chosen = settings({ remote: url, tokenVariable: 'TEST_GIT_TOKEN', username: 'deploy' });
    const repository = await openRepository(blog.dir, chosen);
    await repository.commit([text(POST, edited(1, 'a'))], meta());
    const results = [
      await repository.integrate(),
      await repository.push(),
      await repository.pushBranch('main'),
      await ensureClone(path.join(sandbox.dir, 'clone'), chosen).catch((error: Error) => ({
        error: `${error.message} ${error.stack} ${JSON.stringify(error)}`,
      })),
    ];

    const expected = `Basic ${Buffer.from(`deploy:${TOKEN}`).toString('base64')}`;
    expect(asked.filter((header) => header === expected)).toHaveLength(4);
    expect(results[1]).toMatchObject({
      status: 'rejected',
      problem: { code: 'git-authentication' },
    });
    const everything = JSON.stringify(results) + readFileSync(log, 'utf8');
    expect(everything).toContain('TEST_GIT_TOKEN');
    for (const form of [TOKEN, encodeURIComponent(TOKEN), expected]) {
      expect(everything).not.toContain(form);
      const found = () => execFileSync('grep', ['-rlF', '--', form, sandbox.dir]);
      expect(found).toThrow();
    }
  });

  test('is not told to a helper of the owner that would keep it', async () => {
    const { blog } = sandbox;
    blog.git('config', 'credential.helper', `store --file=${path.join(sandbox.dir, 'kept')}`);
    letsIn = true;
    const chosen = settings({ remote: url, tokenVariable: 'TEST_GIT_TOKEN' });
    const repository = await openRepository(blog.dir, chosen);
    expect(await repository.integrate()).toEqual({ status: 'up-to-date' });
    expect(blog.exists('../kept')).toBe(false);
  });

  test('is lent to no other host', async () => {
    const chosen = settings({ remote: url, tokenVariable: 'TEST_GIT_TOKEN' });
    const elsewhere = settings({ ...chosen, remote: url.replace('localhost', '127.0.0.1') });
    process.env.GIT_SSL_NO_VERIFY = '1';
    sandbox.blog.git('config', `url.${url}.insteadOf`, elsewhere.remote ?? '');
    const repository = await openRepository(sandbox.blog.dir, elsewhere);
    expect(await repository.integrate()).toMatchObject({ status: 'unreachable' });
    delete process.env.GIT_SSL_NO_VERIFY;
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((header) => header !== undefined)).toEqual([]);
  });
});
