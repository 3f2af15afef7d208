import type { Blog, Locale, SectionInput } from './blog';
import { ITEM, POST } from './blog';
import { apiClient, superAdmin, type Person } from './people';

/** One way to publish and withdraw: the same rules must hold on all of them. */
export interface Path {
  publish(uid: string, documentId: string, locale: Locale): Promise<void>;
  withdraw(documentId: string, locale: Locale, confirmed: boolean): Promise<void>;
}

/** Ways to write a new post, published at once. */
export type CreatePath = (
  data: { title: string; sections: SectionInput[] },
  locale: Locale,
) => Promise<string>;

const cm = (uid: string) => `/content-manager/collection-types/${uid}`;
const rest = (uid: string) => (uid === POST ? '/api/posts' : '/api/trend-items');

/** The answer of a route, or its error as the document service would throw it. */
async function settled(call: ReturnType<Person['post']>): Promise<Record<string, never>> {
  const { status, body } = await call;
  if (status < 400) return body;
  throw Object.assign(new Error(body.error?.message ?? `status ${status}`), body.error, { status });
}

export async function makePaths(blog: Blog): Promise<{
  paths: Record<string, Path>;
  createPaths: Record<string, CreatePath>;
}> {
  const admin = await superAdmin(blog.strapi);
  const client = await apiClient(blog.strapi);

  const unpublish = async (documentId: string, locale: unknown, confirmed: boolean) => {
    await blog.documents(ITEM).unpublish({ documentId, locale, jekyll: { confirmed } });
  };
  const service = (locale: (one: Locale) => unknown): Path => ({
    publish: async (uid, documentId, one) => {
      await blog.documents(uid).publish({ documentId, locale: locale(one) });
    },
    withdraw: (documentId, one, confirmed) => unpublish(documentId, locale(one), confirmed),
  });

  const paths: Record<string, Path> = {
    'documents().publish': service((locale) => locale),
    'documents().publish of a list of locales': service((locale) => [locale]),
    'documents().publish of all locales': service(() => '*'),
    'documents().update with status published': {
      publish: async (uid, documentId, locale) => {
        await blog.documents(uid).update({ documentId, locale, status: 'published', data: {} });
      },
      withdraw: unpublish,
    },
    'the publish button': {
      publish: async (uid, documentId, locale) => {
        const url = `${cm(uid)}/${documentId}/actions/publish?locale=${locale}`;
        await settled(admin.post(url).send({ locale }));
      },
      withdraw: async (documentId, locale, confirmed) => {
        const url = `${cm(ITEM)}/${documentId}/actions/unpublish?locale=${locale}&jekyll[confirmed]=${confirmed}`;
        await settled(admin.post(url).send({ locale }));
      },
    },
    'the bulk actions': {
      publish: async (uid, documentId, locale) => {
        const body = { documentIds: [documentId], locale };
        await settled(admin.post(`${cm(uid)}/actions/bulkPublish?locale=${locale}`).send(body));
      },
      withdraw: async (documentId, locale, confirmed) => {
        const call = admin
          .post(`${cm(ITEM)}/actions/bulkUnpublish?locale=${locale}`)
          .set('x-jekyll-confirmed', String(confirmed));
        await settled(call.send({ documentIds: [documentId], locale }));
      },
    },
    'PUT of the REST API': {
      publish: async (uid, documentId, locale) => {
        const url = `${rest(uid)}/${documentId}?locale=${locale}`;
        await settled(client.put(url).send({ data: {} }));
      },
      withdraw: unpublish,
    },
  };

  const connected = (sections: SectionInput[]) =>
    sections.map(({ heading, items }) => ({
      heading,
      items: { connect: items.map((documentId) => ({ documentId })) },
    }));
  const createPaths: Record<string, CreatePath> = {
    'documents().create with status published': async (data, locale) => {
      const post = await blog.documents(POST).create({ locale, status: 'published', data });
      return post.documentId;
    },
    'the publish button on a new post': async ({ title, sections }, locale) => {
      const body = { title, sections: connected(sections), locale };
      const url = `${cm(POST)}/actions/publish?locale=${locale}`;
      const answer = (await settled(admin.post(url).send(body))) as unknown as {
        data: { documentId: string };
      };
      return answer.data.documentId;
    },
    'POST of the REST API': async (data, locale) => {
      const call = client.post(`${rest(POST)}?locale=${locale}`).send({ data });
      const answer = (await settled(call)) as unknown as { data: { documentId: string } };
      return answer.data.documentId;
    },
  };
  return { paths, createPaths };
}

export const PATH_NAMES = [
  'documents().publish',
  'documents().publish of a list of locales',
  'documents().publish of all locales',
  'documents().update with status published',
  'the publish button',
  'the bulk actions',
  'PUT of the REST API',
];
export const CREATE_PATH_NAMES = [
  'documents().create with status published',
  'the publish button on a new post',
  'POST of the REST API',
];
