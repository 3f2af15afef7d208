import type { Cms, Row } from '../import/cms';
import { ITEM, POST, REFERENCE } from '../import/cms';

/** Publishes a plain post, as an editor would with the fields that a form needs. */
export const publishPlain = (
  cms: Cms,
  slug: string,
  data: Readonly<Record<string, unknown>> = {},
  locale = 'ko',
): Promise<Row> =>
  cms.documents(POST).create({
    locale,
    status: 'published',
    data: { title: `글 ${slug}`, slug, date: DATE, body: '짧은 글입니다.', ...data },
  });

/** Day of the posts that {@link publishPlain} makes: 2025-03-02 09:00 in Seoul. */
export const DATE = '2025-03-02T00:00:00.000Z';
export const fileOf = (slug: string): string => `_posts/2025-03-02-${slug}.md`;

/** Text of the file that {@link publishPlain} leads to. */
export const plainFile = (slug: string, body = '짧은 글입니다.', title = `글 ${slug}`): string =>
  `---\ntitle: "${title}"\ndate: 2025-03-02 09:00:00 +0900\n---\n\n${body}\n`;

/** Changes a version of a post and publishes it. */
export const edit = (
  cms: Cms,
  { documentId, locale }: { documentId: string; locale: string },
  data: Readonly<Record<string, unknown>>,
): Promise<Row | null> =>
  cms.documents(POST).update({ documentId, locale, status: 'published', data });

export const reference = async (cms: Cms, title: string, url: string): Promise<string> => {
  const data = { title, url };
  const { documentId } = await cms.documents(REFERENCE).create({ locale: 'ko', data });
  await cms.documents(REFERENCE).update({ documentId, locale: 'en', data });
  return documentId;
};

export interface ItemInput {
  readonly title: string;
  readonly body: string;
  readonly citations?: readonly { readonly reference: string; readonly text?: string }[];
}

/** A draft item in Korean; `documentId` makes its version in another locale. */
export async function item(cms: Cms, data: ItemInput, english?: ItemInput): Promise<string> {
  const { documentId } = await cms.documents(ITEM).create({ locale: 'ko', data });
  if (english) await cms.documents(ITEM).update({ documentId, locale: 'en', data: english });
  return documentId;
}
