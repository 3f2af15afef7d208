import type { Core, Modules, UID } from '@strapi/strapi';
import { type Day, nextSurvey } from '../../../core/next-survey/next-survey';
import { dayOf } from '../../../core/post-file';
import { words } from '../../../entries/compose';
import { documentsOf } from '../../../entries/documents';
import type { PostRow } from '../../../entries/rows';
import { configuredBlogDir } from '../../../export/own-blog';
import type { NewSurveyRequest, NewSurveyResponse } from '../../../contracts/surveys';
import { openWorkspace } from '../checks/workspace';
import { POST_UID } from '../content-model';

type ReadFilter = Modules.Documents.Params.Filters.Any<UID.ContentType>;
type Data = Record<string, unknown>;
type LastSurvey = PostRow & { readonly createdAt: string };

/** What the next survey has in common with the last. */
const SHARED = ['math', 'mermaid', 'toc', 'pin', 'comments', 'mediaBaseKey'] as const;
const WORDS = ['categories', 'tags', 'authors'] as const;

export const createSurveysService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * A draft of the next survey: what stays the same from one to the next, and no items.
   *
   * @param readable filters that keep the posts this editor may read
   * @param permitted leaves out the fields that this editor may not set
   */
  async startNext(
    { locale, from }: NewSurveyRequest,
    readable: ReadFilter,
    permitted: (data: Data) => Promise<Data>,
  ): Promise<NewSurveyResponse['data']> {
    const last = await lastSurvey(strapi, locale, from, readable);
    if (!last) return null;
    const data = await permitted(await nextOf(strapi, last));
    const { documentId } = await documentsOf(strapi, POST_UID).create({ locale, data });
    return { documentId, locale };
  },
});

export type SurveysService = ReturnType<typeof createSurveysService>;

/** The survey of the latest date; one that has none yet is as late as it was begun. */
async function lastSurvey(
  strapi: Core.Strapi,
  locale: string,
  from: string | undefined,
  readable: ReadFilter,
): Promise<LastSurvey | null> {
  const find = async (filter: object, sort: string): Promise<LastSurvey[]> =>
    (await strapi.documents(POST_UID as UID.ContentType).findMany({
      locale,
      status: 'draft',
      filters: { $and: [readable, { sections: { id: { $notNull: true } } }, filter] } as ReadFilter,
      populate: ['sections'] as never,
      sort: sort as never,
      limit: 1,
    })) as unknown as LastSurvey[];
  if (from !== undefined) return (await find({ documentId: from }, 'id:asc'))[0] ?? null;
  const [dated] = await find({ date: { $notNull: true } }, 'date:desc');
  const [undated] = await find({ date: { $null: true } }, 'createdAt:desc');
  if (!dated || !undated) return dated ?? undated ?? null;
  return Date.parse(dated.date ?? '') > Date.parse(undated.createdAt) ? dated : undated;
}

async function nextOf(strapi: Core.Strapi, last: LastSurvey): Promise<Data> {
  const zone = await zoneOf(strapi);
  const taken = new Set(await slugs(strapi));
  const day = last.date === null ? null : readDay(dayOf(Date.parse(last.date), zone));
  const names = nextSurvey(
    { title: last.title ?? '', slug: last.slug ?? '', mediaBase: last.mediaBase, day },
    readDay(dayOf(Date.now(), zone)),
    (slug) => taken.has(slug),
  );
  const closing = referencesHeading(last.closing);
  return {
    ...names,
    ...Object.fromEntries(SHARED.map((field) => [field, last[field]])),
    ...Object.fromEntries(WORDS.map((field) => [field, words(last[field])])),
    ...(closing === null ? {} : { closing }),
    sections: last.sections.map(({ heading, prefix }) => ({ heading, prefix })),
  };
}

/** Slugs of all posts in all locales: which of them share an address is for the checks to say. */
async function slugs(strapi: Core.Strapi): Promise<string[]> {
  const rows: { slug: string | null }[] = await strapi.db
    .query(POST_UID)
    .findMany({ where: { slug: { $notNull: true } }, select: ['slug'] });
  return rows.flatMap(({ slug }) => slug ?? []);
}

/** The heading above the references, as this series spells it; what stands below is the last one's. */
const referencesHeading = (closing: string | null): string | null =>
  /^##[ \t]+\S.*$/m.exec(closing ?? '')?.[0].trim() ?? null;

async function zoneOf(strapi: Core.Strapi): Promise<string> {
  const blogDir = configuredBlogDir(strapi);
  const workspace = await openWorkspace(strapi, blogDir).catch(() => openWorkspace(strapi, null));
  return workspace.zone;
}

function readDay(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
