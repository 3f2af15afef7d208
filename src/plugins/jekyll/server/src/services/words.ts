import path from 'node:path';
import type { Core, Modules, UID } from '@strapi/strapi';
import { WORDS_FIELD, WORDS_LIMIT, type WordsQuery } from '../../../contracts/words';
import { PLUGIN_ID } from '../plugin-id';
import { readBlogAuthors } from './blog-authors';
import { rankWords } from './rank-words';

/** The field whose words are ids of the blog's `_data/authors.yml`. */
const AUTHORS_FIELD = 'authors';

/** What an editor may read, as a document query; made by the content manager's permission checker. */
export type ReadFilter = Modules.Documents.Params.Filters.Any<UID.ContentType>;

/** Suggestions for fields of words, from what other entries hold. */
export const createWordsService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Whether `field` is a field of words of a content type that editors can open. */
  isWordsField(uid: string, field: string): uid is UID.ContentType {
    const type = Object.hasOwn(strapi.contentTypes, uid)
      ? strapi.contentTypes[uid as UID.ContentType]
      : undefined;
    if (!type || !uid.startsWith('api::') || !Object.hasOwn(type.attributes, field)) return false;
    const attribute = type.attributes[field];
    return attribute !== undefined && 'customField' in attribute
      ? attribute.customField === WORDS_FIELD
      : false;
  },

  /**
   * At most {@link WORDS_LIMIT} words, most used first. Drafts are counted, not published rows too:
   * every published entry has a draft.
   *
   * @param readable Filters that keep the rows this editor may read.
   */
  async suggest(query: WordsQuery & { uid: UID.ContentType }, readable: ReadFilter) {
    const { uid, field, locale, q } = query;
    const rows: Record<string, unknown>[] = await strapi.documents(uid).findMany({
      filters: readable,
      fields: [field],
      locale: locale ?? '*',
      status: 'draft',
    });
    return rankWords(
      rows.map((row) => row[field]),
      { query: q, known: field === AUTHORS_FIELD ? await this.authors() : [], limit: WORDS_LIMIT },
    );
  },

  /** Authors of the configured blog; none while no blog is configured. */
  async authors(): Promise<string[]> {
    const blogDir: unknown = strapi.plugin(PLUGIN_ID).config('blogDir');
    if (typeof blogDir !== 'string' || blogDir === '') return [];
    return readBlogAuthors(path.resolve(strapi.dirs.app.root, blogDir));
  },
});

export type WordsService = ReturnType<typeof createWordsService>;
