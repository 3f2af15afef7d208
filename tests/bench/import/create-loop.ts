import type { Core } from '@strapi/strapi';
import { readPost, type PostContent } from '../../../src/plugins/jekyll/core/post';
import type { SurveyItem } from '../../../src/plugins/jekyll/core/trend-post';
import {
  citationData,
  citedReference,
  itemData,
  type KnownReference,
  postData,
  referenceKey,
} from '../../../src/plugins/jekyll/entries/decompose';
import { documentsOf } from '../../../src/plugins/jekyll/entries/documents';
import { kindOfSource } from '../../../src/plugins/jekyll/entries/references';
import {
  POST_UID,
  REFERENCE_UID,
  TREND_ITEM_UID,
} from '../../../src/plugins/jekyll/server/src/content-model';
import type { SampleFile } from './sample-blog';

const ZONE = 'Asia/Seoul';
const LOCALE = 'ko';

/** What somebody would write who knows Strapi: a loop of `documents().create`, published. */
export class CreateLoop {
  readonly #references = new Map<string, KnownReference>();

  constructor(private readonly strapi: Core.Strapi) {}

  async run(files: readonly SampleFile[]): Promise<void> {
    for (const { path, text } of files) await this.#create(readPost(text, path, ZONE).content);
  }

  async #create(content: PostContent): Promise<void> {
    const sections: unknown[] = [];
    for (const { heading, prefix, lead, items } of content.sections) {
      const stored: string[] = [];
      for (const item of items) stored.push(await this.#createItem(item));
      sections.push({ heading, prefix, lead, items: stored });
    }
    const data = { ...postData(content), sections };
    await documentsOf(this.strapi, POST_UID).create({ locale: LOCALE, status: 'published', data });
  }

  async #createItem(item: SurveyItem): Promise<string> {
    const citations: Record<string, unknown>[] = [];
    for (const citation of item.citations) {
      citations.push(citationData(citation, await this.#reference(citedReference(citation))));
    }
    const documents = documentsOf(this.strapi, TREND_ITEM_UID);
    const data = itemData(item, citations);
    return (await documents.create({ locale: LOCALE, status: 'published', data })).documentId;
  }

  async #reference(cited: { title: string; url: string | null }): Promise<KnownReference> {
    const key = referenceKey(cited);
    const known = this.#references.get(key);
    if (known) return known;
    const data = { ...cited, kind: kindOfSource(cited.url) };
    const { documentId } = await documentsOf(this.strapi, REFERENCE_UID).create({
      locale: LOCALE,
      data,
    });
    const reference = { documentId, ...cited };
    this.#references.set(key, reference);
    return reference;
  }
}
