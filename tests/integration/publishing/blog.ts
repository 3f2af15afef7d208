import type { Core } from '@strapi/strapi';

// Booting Strapi, and walking a post through every state, outlast Jest's five seconds.
jest.setTimeout(120_000);

export const POST = 'api::post.post';
export const ITEM = 'api::trend-item.trend-item';
export const REFERENCE = 'api::reference.reference';
export const FILE = 'plugin::jekyll.file';
export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const other = (locale: Locale): Locale => (locale === 'ko' ? 'en' : 'ko');

/** What a post shows: each section as heading and items, each item as `title: references`. */
export type Outline = { heading: string; items: string[] }[];

/** A section to write: heading and the items' document ids. */
export interface SectionInput {
  heading: string;
  items: string[];
}

interface Shown {
  title: string;
  sections: {
    heading: string;
    items: { title: string; citations: { reference: { title: string } | null }[] }[];
  }[];
}

const SHOWN = {
  sections: {
    populate: { items: { populate: { citations: { populate: { reference: true } } } } },
  },
};

/** Short ways to write and read content for tests, in one booted Strapi. */
export class Blog {
  constructor(readonly strapi: Core.Strapi) {}

  /** A reference in both locales, titled `<title> ko` and `<title> en`. */
  async reference(title: string): Promise<string> {
    return this.inBothLocales(REFERENCE, (locale) => ({ title: `${title} ${locale}` }));
  }

  /** A draft item in both locales, titled `<title> ko` and `<title> en`. */
  async item(title: string, references: string[] = []): Promise<string> {
    return this.inBothLocales(ITEM, (locale) => ({
      title: `${title} ${locale}`,
      citations: references.map((reference) => ({ reference })),
    }));
  }

  /** A draft post in both locales. */
  async post(title: string, sections: SectionInput[]): Promise<string> {
    return this.inBothLocales(POST, (locale) => ({ title: `${title} ${locale}`, sections }));
  }

  private async inBothLocales(
    uid: typeof POST | typeof ITEM | typeof REFERENCE,
    data: (locale: Locale) => Record<string, unknown>,
  ): Promise<string> {
    const { documentId } = await this.documents(uid).create({ locale: 'ko', data: data('ko') });
    await this.documents(uid).update({ documentId, locale: 'en', data: data('en') });
    return documentId;
  }

  /** The document service without the generated types of one application. */
  documents(uid: string): LooseDocuments {
    return this.strapi.documents(uid as typeof POST) as unknown as LooseDocuments;
  }

  async outline(
    documentId: string,
    locale: string,
    status: 'draft' | 'published' = 'published',
  ): Promise<Outline | null> {
    const post = (await this.documents(POST).findOne({
      documentId,
      locale,
      status,
      populate: SHOWN,
    })) as Shown | null;
    return (
      post &&
      post.sections.map(({ heading, items }) => ({
        heading,
        items: items.map(
          ({ title, citations }) =>
            `${title}: ${citations.map(({ reference }) => reference?.title ?? '-').join(', ')}`,
        ),
      }))
    );
  }

  async title(uid: string, documentId: string, locale: string, status: 'draft' | 'published') {
    const found = await this.documents(uid).findOne({ documentId, locale, status });
    return found ? (found.title as string) : null;
  }

  async isPublished(uid: string, documentId: string, locale: string): Promise<boolean> {
    return (await this.title(uid, documentId, locale, 'published')) !== null;
  }

  /** A record as the exporter writes it. */
  async fileRecord(post: string, entryLocale: string, live = true): Promise<void> {
    await this.strapi.db.query(FILE).create({
      data: { post, entryLocale, path: `_posts/${post}-${entryLocale}.md`, live, withdrawn: false },
    });
  }

  /** Whether the record of a post says that its entry was withdrawn; null without a record. */
  async withdrawn(post: string, entryLocale: string): Promise<boolean | null> {
    const row = await this.strapi.db.query(FILE).findOne({ where: { post, entryLocale } });
    return row ? Boolean(row.withdrawn) : null;
  }
}

type LooseDocument = { documentId: string; id: number } & Record<string, unknown>;
type LooseParams = Record<string, unknown>;
interface LooseDocuments {
  create(params: LooseParams): Promise<LooseDocument>;
  update(params: LooseParams): Promise<LooseDocument | null>;
  findOne(params: LooseParams): Promise<LooseDocument | null>;
  clone(params: LooseParams): Promise<{ documentId: string; entries: LooseDocument[] }>;
  publish(params: LooseParams): Promise<{ entries: LooseDocument[]; jekyll?: unknown }>;
  unpublish(params: LooseParams): Promise<{ entries: LooseDocument[] }>;
  delete(params: LooseParams): Promise<{ entries: LooseDocument[] }>;
  discardDraft(params: LooseParams): Promise<{ entries: LooseDocument[] }>;
}

/** What an action threw; fails the test when it threw nothing. */
export async function refusal(
  action: Promise<unknown>,
): Promise<{ name: string; message: string; details: Record<string, unknown> }> {
  const outcome = await action.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Object)) throw new Error('expected a refusal, and it was accepted');
  const { name, message, details } = outcome as Error & { details: Record<string, unknown> };
  return { name, message, details };
}
