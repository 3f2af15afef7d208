import { POST_UID, TREND_ITEM_UID } from './content-types';
import {
  connectedDocuments,
  itemsGoingAlong,
  itemsGoneAlong,
  postPublications,
  type Ask,
} from './published-along';

/** A server that knows the status of items and what the saved draft of any post takes along. */
function server(statuses: Record<string, string>, savedAlong: string[] = []) {
  const asked: string[] = [];
  const ask: Ask = ({ url, config }) => {
    asked.push(url);
    if (!url.endsWith(TREND_ITEM_UID)) {
      const publishedAlong = savedAlong.map((documentId) => ({ documentId, title: documentId }));
      return Promise.resolve({ data: { publishedAlong } });
    }
    const { filters } = (config as { params: { filters: { documentId: { $in: string[] } } } })
      .params;
    const results = filters.documentId.$in
      .filter((id) => id in statuses)
      .map((id) => ({ documentId: id, title: `Title of ${id}`, status: statuses[id] }));
    return Promise.resolve({ results });
  };
  return { ask, asked };
}
const connecting = (...ids: string[]) => ({
  title: 'Post',
  sections: [
    { items: { connect: ids.map((documentId) => ({ documentId })), disconnect: [] } },
    { items: { disconnect: [{ documentId: 'taken out' }] } },
    null,
  ],
});

it('finds what a form connects, at any depth', () => {
  expect(connectedDocuments(connecting('one', 'two'))).toEqual(['one', 'two']);
  expect(connectedDocuments({ connect: [null, { id: 4 }] })).toEqual([]);
  expect(connectedDocuments(undefined)).toEqual([]);
});

it('lists unpublished items of the saved draft and of the form, each once', async () => {
  const { ask } = server({ saved: 'draft', added: 'draft', settled: 'published' }, ['saved']);
  const post = { documentId: 'post', locale: 'ko', data: connecting('added', 'settled', 'saved') };
  expect(await itemsGoingAlong(post, ask)).toEqual(['saved', 'added']);
});

it('asks for no preview of a post that does not exist yet', async () => {
  const { ask, asked } = server({ added: 'draft' });
  const post = { documentId: undefined, locale: 'ko', data: connecting('added') };
  expect(await itemsGoingAlong(post, ask)).toEqual(['added']);
  expect(asked).toHaveLength(1);
});

it('tells of items that are published afterwards, in pages', async () => {
  const ids = Array.from({ length: 150 }, (_, index) => `item${index}`);
  const { ask, asked } = server(
    Object.fromEntries(ids.map((id) => [id, id === 'item7' ? 'draft' : 'published'])),
  );
  const gone = await itemsGoneAlong([...ids, 'deleted'], 'ko', ask);
  expect(gone).toHaveLength(149);
  expect(gone[0]).toEqual({ documentId: 'item0', title: 'Title of item0' });
  expect(asked).toHaveLength(2);
});

it('tells nothing when the server does not answer', async () => {
  const ask: Ask = () => Promise.resolve(undefined);
  const post = { documentId: 'post', locale: 'ko', data: connecting('added') };
  expect(await itemsGoingAlong(post, ask)).toEqual([]);
  expect(await itemsGoneAlong(['added'], 'ko', ask)).toEqual([]);
});

it('takes a request apart into posts and locales', () => {
  expect(
    postPublications({ model: POST_UID, documentIds: ['a', 'b'], params: { locale: 'ko' } }),
  ).toMatchObject([
    { documentId: 'a', locale: 'ko' },
    { documentId: 'b', locale: 'ko' },
  ]);
  expect(
    postPublications({ model: POST_UID, documentIds: ['a'], params: { locale: ['ko', 'en'] } }),
  ).toMatchObject([
    { documentId: 'a', locale: 'ko' },
    { documentId: 'a', locale: 'en' },
  ]);
  expect(postPublications({ model: POST_UID, params: { locale: 'ko' } })).toMatchObject([
    { documentId: undefined, locale: 'ko' },
  ]);
  expect(postPublications({ model: TREND_ITEM_UID, documentId: 'a' })).toEqual([]);
});
