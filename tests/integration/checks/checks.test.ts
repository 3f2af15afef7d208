import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { loginAs } from '../../helpers/admin-users';
import { appDir } from '../../helpers/environment';
import { RULES } from '../../../src/plugins/jekyll/core/checks/rules';
import type { Problem } from '../../../src/plugins/jekyll/core/problem';
import { edit, fileOf, item, publishPlain, reference } from '../export/content';
import { Checkout } from '../import/checkout';
import { POST } from '../import/cms';
import { plain } from '../import/texts';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();

const SWALLOWED = '```yaml\nkey: ${{ secrets.KEY }}\n```';
const codes = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, severity }) => `${severity}: ${code}`);
/** Publishes as somebody who goes on whatever the checks find. */
const IGNORE = { jekyll: { ignoreChecks: true } };

async function publishAll(slug: string, body: string): Promise<{ documentId: string }> {
  const { documentId } = await desk.cms.documents(POST).create({
    locale: 'ko',
    data: { title: '글', slug, date: '2025-03-02T00:00:00.000Z', body },
  });
  await desk.cms.documents(POST).publish({ documentId, locale: 'ko', ...IGNORE } as never);
  return { documentId };
}

describe('a publication', () => {
  it('tells what the checks find', async () => {
    const { documentId } = await desk.cms
      .documents(POST)
      .create({ locale: 'ko', data: { title: '글', slug: 'a', body: 'GPT | Claude 비교' } });
    const answer = (await desk.cms
      .documents(POST)
      .publish({ documentId, locale: 'ko' })) as unknown as {
      jekyll: { problems: Problem[] }[];
    };
    expect(codes(answer.jekyll[0]?.problems ?? [])).toContain('warning: kramdown-table');
  });

  it('is refused for an error, and nothing is published', async () => {
    const { documentId } = await desk.cms
      .documents(POST)
      .create({ locale: 'ko', data: { title: '글', slug: 'a', body: SWALLOWED } });
    const publishing = desk.cms.documents(POST).publish({ documentId, locale: 'ko' });
    await expect(publishing).rejects.toMatchObject({
      details: { code: 'CHECKS_FAILED', problems: [{ code: 'liquid-in-code', field: 'body' }] },
    });
    const published = { documentId, publishedAt: { $notNull: true } };
    expect(await desk.app.strapi.db.query(POST).count({ where: published })).toBe(0);
  });

  it('goes through where somebody says so, and so does the export after it', async () => {
    const blog = await Checkout.with();
    await publishAll('a', SWALLOWED);
    const { files } = await desk.cms.blog.export({ blogDir: blog.dir });
    expect(files).toMatchObject([{ action: 'add', path: fileOf('a') }]);
    expect(codes(files[0]?.problems ?? [])).toEqual(['warning: liquid-in-code']);
  });

  it('of what the blog has already is never refused, nor told of it again', async () => {
    const file = '_posts/2025-03-02-old.md';
    const blog = await Checkout.with({ [file]: plain('옛 글', [], SWALLOWED) });
    await desk.cms.blog.import({ blogDir: blog.dir });
    const post = await desk.cms.post({ slug: 'old' });
    await edit(desk.cms, post, { title: '고친 제목' });
    const { files } = await desk.cms.blog.export({ blogDir: blog.dir });
    expect(files).toMatchObject([{ action: 'change' }]);
    expect(codes(files[0]?.problems ?? [])).toEqual([]);
  });
});

describe('an export', () => {
  const LINKED = '[글]({% post_url 2025-01-01-gone %})';

  it('refuses a file in which the build would stop, and writes the others', async () => {
    const blog = await Checkout.with();
    await publishPlain(desk.cms, 'bad', { body: LINKED });
    await publishPlain(desk.cms, 'good', { body: '[글]({% post_url 2025-03-02-bad %})' });
    const { files, totals } = await desk.cms.blog.export({ blogDir: blog.dir });
    expect(totals).toMatchObject({ add: 1, refused: 1 });
    expect(files.find(({ action }) => action === 'refused')).toMatchObject({
      slug: 'bad',
      problems: [{ code: 'post-url', severity: 'error', field: 'body', line: 6, column: 5 }],
    });
    expect(blog.has(fileOf('bad'))).toBe(false);
    expect(blog.has(fileOf('good'))).toBe(true);
  });

  it('writes it where the checks are to be ignored, and says what they find', async () => {
    const blog = await Checkout.with();
    await publishPlain(desk.cms, 'bad', { body: LINKED });
    const { files } = await desk.cms.blog.export({ blogDir: blog.dir, ignoreChecks: true });
    expect(files).toMatchObject([{ action: 'add', problems: [{ code: 'post-url' }] }]);
    expect(blog.has(fileOf('bad'))).toBe(true);
  });

  it('leaves an imported file alone, whatever is in it', async () => {
    const texts = { [fileOf('a')]: plain('글', [], `${SWALLOWED}\n\n글[^1] {% url %}`) };
    const blog = await Checkout.with(texts);
    await desk.cms.blog.import({ blogDir: blog.dir });
    const empty = await Checkout.with();
    const { files } = await desk.cms.blog.export({ blogDir: empty.dir, pull: false });
    expect(files.filter(({ action }) => action === 'refused')).toEqual([]);
  });
});

describe('the form of a post', () => {
  const READ = 'plugin::content-manager.explorer.read';
  const CHECK = { action: 'plugin::jekyll.check', subject: null };
  const fields = (strapi: Core.Strapi, uid: string): string[] =>
    Object.keys(strapi.contentType(uid as typeof POST).attributes);
  const mayRead = (uid: string, locales = ['ko', 'en']) => ({
    action: READ,
    subject: uid,
    properties: { fields: fields(desk.app.strapi, uid), locales },
  });
  const ITEM = 'api::trend-item.trend-item';
  const check = (token: string | null, body: object) => {
    const asked = request(desk.app.strapi.server.httpServer).post('/jekyll/checks');
    return (token === null ? asked : asked.set('Authorization', token)).send(body);
  };

  it('is checked as it stands, saved or not', async () => {
    const token = await loginAs(desk.app.strapi, 'checker', [CHECK, mayRead(POST), mayRead(ITEM)]);
    const answer = await check(token, {
      documentId: null,
      locale: 'ko',
      values: { title: '글', slug: 'a', body: `문단\n\n${SWALLOWED}` },
    }).expect(200);
    const found: Problem[] = answer.body.data.problems;
    expect(found.find(({ code }) => code === 'liquid-in-code')).toMatchObject({
      severity: 'error',
      field: 'body',
    });
  });

  it('shows the items that are saved, without those that it lets go', async () => {
    const token = await loginAs(desk.app.strapi, 'surveyor', [CHECK, mayRead(POST), mayRead(ITEM)]);
    const url = await reference(desk.cms, '책', '');
    const shown = await item(desk.cms, {
      title: '소식',
      body: '- 글',
      citations: [{ reference: url }],
    });
    const { documentId } = await desk.cms.documents(POST).create({
      locale: 'ko',
      data: {
        title: '글',
        slug: 'a',
        sections: [{ heading: '연구', prefix: 'a', items: [shown] }],
      },
    });
    const where = { documentId, publishedAt: null };
    const saved: { sections: { id: number }[] } = await desk.app.strapi.db
      .query(POST)
      .findOne({ where, populate: { sections: true } });
    const [section] = saved.sections;
    const values = (items: object) => ({
      title: '글',
      slug: 'a',
      sections: [{ id: section?.id, heading: '연구', prefix: 'a', items }],
    });
    const ask = async (items: object): Promise<Problem[]> =>
      (await check(token, { documentId, locale: 'ko', values: values(items) }).expect(200)).body
        .data.problems;
    expect((await ask({})).find(({ code }) => code === 'reference-url')).toMatchObject({
      field: 'sections.0.items.0',
    });
    const without = await ask({ connect: [], disconnect: [{ documentId: shown }] });
    expect(codes(without)).not.toContain('warning: reference-url');
  });

  it('is checked for nobody who may not', async () => {
    const { documentId } = await publishAll('a', '글');
    const body = { documentId, locale: 'ko', values: { title: '글' } };
    const blind = await loginAs(desk.app.strapi, 'blind', [CHECK]);
    const reader = await loginAs(desk.app.strapi, 'reader', [mayRead(POST)]);
    const english = await loginAs(desk.app.strapi, 'english', [CHECK, mayRead(POST, ['en'])]);
    await check(null, body).expect(401);
    await check(blind, body).expect(403);
    await check(reader, body).expect(403);
    await check(english, body).expect(403);
    await check(english, { ...body, documentId: null }).expect(403);
    const boss = await loginAs(desk.app.strapi, 'boss', 'super-admin');
    await check(boss, body).expect(200);
    await check(boss, { ...body, documentId: 'nobody' }).expect(404);
    await check(boss, { ...body, more: 1 }).expect(400);
  });
});

it('every rule is documented', () => {
  const docs = readFileSync(path.join(appDir, 'docs', 'checks.md'), 'utf8');
  for (const { id } of RULES) expect(docs).toContain(`\`${id}\``);
});
