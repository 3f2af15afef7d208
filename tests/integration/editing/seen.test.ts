import request from 'supertest';
import { printSeen } from '../../../src/plugins/jekyll/contracts/seen';
import { loginAs } from '../../helpers/admin-users';
import { item, publishPlain, reference } from '../export/content';
import { ITEM, POST, REFERENCE } from '../import/cms';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();

let mina: string;
let joon: string;
beforeAll(async () => {
  mina = await loginAs(desk.app.strapi, 'mina', 'super-admin');
  joon = await loginAs(desk.app.strapi, 'joon', 'super-admin');
});

const call = (method: 'get' | 'put' | 'post', path: string, token: string) => {
  const asked = request(desk.app.strapi.server.httpServer);
  return asked[method](`/content-manager/collection-types/${path}`).set('Authorization', token);
};
const open = async (uid: string, documentId: string, token = mina): Promise<string> => {
  const { body } = await call('get', `${uid}/${documentId}?locale=ko`, token).expect(200);
  return printSeen({ documentId, locale: 'ko', updatedAt: body.data.updatedAt });
};
const save = (uid: string, documentId: string, token: string, data: object, seen?: string) =>
  call(
    'put',
    `${uid}/${documentId}?locale=ko${seen ? `&jekyll[seen]=${encodeURIComponent(seen)}` : ''}`,
    token,
  ).send(data);
const draft = (documentId: string) => desk.cms.post({ documentId }, 'draft');

describe('saving a version that was opened', () => {
  it('goes through while nobody else has saved it, again and again', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a');
    for (const title of ['하나', '둘']) {
      const seen = await open(POST, documentId);
      await save(POST, documentId, mina, { title }, seen).expect(200);
      expect(await draft(documentId)).toMatchObject({ title });
    }
  });

  it('is stopped once somebody else has, with what differs, who and when', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a', { tags: ['one'] });
    const seen = await open(POST, documentId);
    await save(POST, documentId, joon, { title: '준의 제목', tags: ['one', 'two'] }).expect(200);
    const { body } = await save(
      POST,
      documentId,
      mina,
      { title: '미나의 제목', tags: ['one'], slug: 'a' },
      seen,
    ).expect(409);
    const saved = await draft(documentId);
    expect(saved).toMatchObject({ title: '준의 제목', tags: ['one', 'two'] });
    expect(body.error.details).toMatchObject({
      code: 'CHANGED_SINCE',
      savedBy: { name: 'joon' },
      seen: { documentId, locale: 'ko', updatedAt: saved['updatedAt'] },
      differences: [
        { field: 'title', saved: '준의 제목', yours: '미나의 제목' },
        { field: 'tags', saved: 'one, two', yours: 'one' },
      ],
    });
    // Having seen that, Mina goes on.
    const again = printSeen(body.error.details.seen);
    await save(POST, documentId, mina, { title: '미나의 제목' }, again).expect(200);
    expect(await draft(documentId)).toMatchObject({ title: '미나의 제목' });
  });

  it('asks again where a third save came in between', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a');
    const seen = await open(POST, documentId);
    await save(POST, documentId, joon, { title: '하나' }).expect(200);
    const { body } = await save(POST, documentId, mina, { title: '셋' }, seen).expect(409);
    await save(POST, documentId, joon, { title: '둘' }).expect(200);
    const again = printSeen(body.error.details.seen);
    await save(POST, documentId, mina, { title: '셋' }, again).expect(409);
    expect(await draft(documentId)).toMatchObject({ title: '둘' });
  });

  it('is stopped when publishing too, and publishing saves and goes through otherwise', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a');
    const publish = (seen: string, data: object) =>
      call(
        'post',
        `${POST}/${documentId}/actions/publish?locale=ko&jekyll[seen]=${encodeURIComponent(seen)}`,
        mina,
      ).send(data);
    const seen = await open(POST, documentId);
    await publish(seen, { title: '발행 하나' }).expect(200);
    expect(await desk.cms.post({ documentId })).toMatchObject({ title: '발행 하나' });
    await save(POST, documentId, joon, { title: '준' }).expect(200);
    await publish(seen, { title: '발행 둘' }).expect(409);
    expect(await draft(documentId)).toMatchObject({ title: '준' });
    expect(await desk.cms.post({ documentId })).toMatchObject({ title: '발행 하나' });
  });

  it('shows sections and their items as outlines', async () => {
    const [one = '', two = ''] = await Promise.all(
      ['첫 소식', '둘째 소식'].map((title) => item(desk.cms, { title, body: '- 글' })),
    );
    const { documentId } = await desk.cms.documents(POST).create({
      locale: 'ko',
      data: { title: '글', sections: [{ heading: '연구', prefix: 'a', items: [one] }] },
    });
    const seen = await open(POST, documentId);
    await save(POST, documentId, joon, { title: '글!' }).expect(200);
    const { sections } = (await draft(documentId)) as unknown as { sections: { id: number }[] };
    const { body } = await save(
      POST,
      documentId,
      mina,
      {
        title: '글!',
        sections: [
          { id: sections[0]?.id, items: { connect: [{ documentId: two }], disconnect: [] } },
        ],
      },
      seen,
    ).expect(409);
    expect(body.error.details.differences).toEqual([
      {
        field: 'sections',
        saved: '연구\na\n• 첫 소식',
        yours: '연구\na\n• 첫 소식\n• 둘째 소식',
      },
    ]);
    expect(body.error.details.components).toEqual({ sections: [sections[0]?.id] });
  });

  it('is guarded for items and references alike', async () => {
    const source = await reference(desk.cms, '책', 'https://example.org/');
    const news = await item(desk.cms, { title: '소식', body: '- 글' });
    for (const [uid, documentId] of [
      [ITEM, news],
      [REFERENCE, source],
    ] as const) {
      const seen = await open(uid, documentId);
      await save(uid, documentId, joon, { title: '준' }).expect(200);
      const { body } = await save(uid, documentId, mina, { title: '미나' }, seen).expect(409);
      expect(body.error.details.differences).toEqual([
        { field: 'title', saved: '준', yours: '미나' },
      ]);
      await save(uid, documentId, mina, { title: '미나' }).expect(200);
    }
  });

  it('shows no field that the editor may not read', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a');
    const grant = (action: string, fields: string[]) => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: POST,
      properties: { fields, locales: ['ko'] },
    });
    const narrow = await loginAs(desk.app.strapi, 'narrow', [
      grant('read', ['title']),
      grant('update', ['title', 'body']),
    ]);
    const seen = await open(POST, documentId, narrow);
    await save(POST, documentId, joon, { title: '준', body: '비밀' }).expect(200);
    const { body } = await save(POST, documentId, narrow, { title: 'N', body: 'N' }, seen).expect(
      409,
    );
    expect(body.error.details.differences).toEqual([{ field: 'title', saved: '준', yours: 'N' }]);
    expect(JSON.stringify(body)).not.toContain('비밀');
  });
});

it('what says nothing of a version it saw is not held up', async () => {
  const { documentId } = await publishPlain(desk.cms, 'a');
  await save(POST, documentId, mina, { title: '하나' }).expect(200);
  await save(POST, documentId, mina, { title: '둘' }, 'no version').expect(200);
  await save(POST, documentId, mina, { title: '셋' }, 'other;ko;2020-01-01T00:00:00.000Z').expect(
    200,
  );
  expect(await draft(documentId)).toMatchObject({ title: '셋' });
});
