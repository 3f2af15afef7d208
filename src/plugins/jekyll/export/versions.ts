import type { PolyglotRules } from '../core/address';
import { type PostContent, writePost } from '../core/post';
import { parsePostFile, printPostFile, readFileName, readFrontMatter } from '../core/post-file';
import type { Problem } from '../core/problem';
import {
  knowsTwins,
  languageOf,
  localePlace,
  PAGE_ID_KEY,
  type VersionPlace,
} from '../core/locale-strategy';
import { type FileRecord, recordKey } from '../blog/record';
import { composePost } from '../entries/compose';
import { type PostRow, postHeads } from '../entries/rows';
import { type PlacedText, strategyOf } from '../entries/write-version';
import { recordedShown, type Shown, shownAt } from './addresses';
import { staysOut } from './left-out';
import { languageMissing, polyglotMissing } from './problems';
import type { Run } from './run';

/** What the other versions of a post mean for the file of one. */
export interface KnownPlace {
  /** null for a file that does not depend on them. */
  readonly place: VersionPlace | null;
  readonly problems: readonly Problem[];
}

/** What decides where a version stands and what it says of the others. */
export type PlacingRules = Pick<Run, 'locales' | 'site' | 'config' | 'contextOf'>;

const INDEPENDENT: KnownPlace = { place: null, problems: [] };

/** The versions of some posts, published in the CMS, as their files follow one another. */
export interface Versions {
  /** Touches nothing. */
  placeOf(row: PostRow, record: FileRecord | null): KnownPlace;
}

/**
 * Looks up the other versions of a page of posts: one query, and none where no file depends on them.
 *
 * @param records of all versions of these posts, by `recordKey`
 */
export async function openVersions(
  run: Run,
  page: readonly PostRow[],
  records: ReadonlyMap<string, FileRecord>,
): Promise<Versions> {
  const recordOf = (row: PostRow): FileRecord | null =>
    records.get(recordKey(row.documentId, row.locale)) ?? null;
  const depends = (row: PostRow): boolean => knowsTwins(strategyOf(run.locales, recordOf(row)));
  const documentIds = [...new Set(page.filter(depends).map((row) => row.documentId))];
  const heads = documentIds.length > 0 ? await postHeads(run.strapi, documentIds) : [];
  const views = new Map<string, View>();
  const viewOf = (row: PostRow): View => {
    const key = recordKey(row.documentId, row.locale);
    const known = views.get(key) ?? lookAt(run, row.locale, contentOf(row), recordOf(row));
    views.set(key, known);
    return known;
  };
  return {
    placeOf(row, record) {
      if (!depends(row) || (record && record.origin !== 'exported')) return INDEPENDENT;
      const others = heads
        .filter(({ documentId }) => documentId === row.documentId)
        .filter(({ locale }) => locale !== row.locale)
        .filter((other) => !staysOut(run, other, recordOf(other)));
      return placeAmong(run, viewOf(row), others.map(viewOf), record);
    },
  };
}

/** What the versions of a post that the blog does not have yet say of one another, in their order. */
export function placesOfNew(
  rules: PlacingRules,
  versions: readonly { readonly locale: string; readonly content: PostContent }[],
): KnownPlace[] {
  if (!knowsTwins(rules.locales.strategy)) return versions.map(() => INDEPENDENT);
  const views = versions.map(({ locale, content }) => lookAt(rules, locale, content, null));
  return views.map((own) => {
    const others = views.filter((view) => view !== own);
    return placeAmong(rules, own, others, null);
  });
}

const contentOf = (row: PostRow): PostContent => composePost({ ...row, cover: null });

/** A version as its file would say it without knowing of the others. */
interface View {
  readonly locale: string;
  /** What its file or the site calls its language. */
  readonly lang: string;
  /** Where it is shown; null where that can't be told. */
  readonly shown: Shown | null;
  readonly path: string;
  /** Address that the file has to say, since the site would show it at that of another version. */
  readonly permalink: string | null;
  readonly pageId: string | null;
  /** Not of the strategy by which versions share an address: it can't follow the others. */
  readonly fixed: boolean;
}

function lookAt(
  run: PlacingRules,
  locale: string,
  content: PostContent,
  record: FileRecord | null,
): View {
  const lang = languageOf(locale, run.locales) ?? locale;
  const none = { locale, lang, permalink: null, pageId: null, twins: [] };
  const context = run.contextOf(locale, record, none);
  const baseline = record && {
    path: record.path,
    text: record.text === null ? null : withoutBody(record.text),
  };
  const { path, text } = writePost(withoutText(content), baseline, context);
  // A file that can't be written says what it did.
  const shown =
    text === null ? recordedShown(run, record) : shownAt(run, { path, text }, context.zone);
  const strategy = strategyOf(run.locales, record);
  const permalink =
    strategy === 'folder' && text !== null && shown !== null
      ? folderAddress(run, locale, { path, text }, shown, context.zone)
      : null;
  return {
    locale,
    lang: shown?.lang ?? lang,
    shown: shown && { ...shown, address: permalink ?? shown.address },
    path,
    permalink,
    pageId: text === null ? null : pageIdOf(text),
    fixed: strategy !== 'polyglot',
  };
}

/** Only the front matter says where a post is shown. */
const withoutText = (content: PostContent): PostContent => ({
  ...content,
  keywords: [],
  body: '',
  sections: [],
  closing: null,
});

const withoutBody = (text: string): string => printPostFile({ ...parsePostFile(text), body: '' });

function pageIdOf(text: string): string | null {
  const { entries } = readFrontMatter(parsePostFile(text));
  const value = entries.find(({ key }) => key === PAGE_ID_KEY)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/**
 * An address with the locale in front, where plain Jekyll would show the same post of two folders at
 * one; null where the site tells them apart (by `defaults`), or the post itself does.
 */
function folderAddress(
  { locales, site, config }: PlacingRules,
  locale: string,
  { path, text }: PlacedText,
  shown: Shown,
  zone: string,
): string | null {
  if (locale === locales.original || locales.polyglot) return null;
  const { entries } = readFrontMatter(parsePostFile(text));
  if (entries.some(({ key, value }) => key === 'permalink' && value !== null)) return null;
  const folderOf = (name: string): string =>
    `${config.postsFolder}/${localePlace('folder', name, locales).folder}/`;
  if (!path.startsWith(folderOf(locale))) return null;
  const there = folderOf(locales.original) + path.slice(folderOf(locale).length);
  const beside = shownAt({ site }, { path: there, text }, zone);
  return beside?.address === shown.address ? `/${locale}${shown.address}` : null;
}

function placeAmong(
  { locales }: Pick<Run, 'locales'>,
  own: View,
  others: readonly View[],
  record: FileRecord | null,
): KnownPlace {
  const strategy = strategyOf(locales, record);
  const twins = others.flatMap(({ shown, lang }) =>
    shown ? [{ lang, address: shown.address }] : [],
  );
  const about = { locale: own.locale, lang: own.lang, twins };
  if (strategy !== 'polyglot') {
    return { place: { ...about, permalink: own.permalink, pageId: null }, problems: [] };
  }
  const first = anchor([own, ...others], locales.original);
  const name = readFileName(first.path);
  const pageId =
    [first, own, ...others].find((view) => view.pageId !== null)?.pageId ??
    [name?.date, name?.slug].filter(Boolean).join('-');
  const place = { ...about, permalink: first.shown?.address ?? null, pageId };
  // What the blog has stays as it is, whatever became of the site's languages.
  return { place, problems: record?.live ? [] : siteProblems(own, locales.polyglot) };
}

/** Why the site could not show a post beside its other versions. */
function siteProblems({ path, locale, lang }: View, polyglot: PolyglotRules | null): Problem[] {
  if (!polyglot) return [polyglotMissing(path)];
  const known = lang === polyglot.defaultLang || polyglot.languages.includes(lang);
  return known ? [] : [languageMissing(path, locale, polyglot.languages)];
}

/** The version whose address all take: one that can't follow, else the original, else the first. */
function anchor(views: readonly [View, ...View[]], original: string): View {
  const rank = ({ fixed, locale }: View): number => (fixed ? 0 : 2) + (locale === original ? 0 : 1);
  const byLocale = views.toSorted((a, b) => rank(a) - rank(b) || (a.locale < b.locale ? -1 : 1));
  return byLocale[0] ?? views[0];
}
