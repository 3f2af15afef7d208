import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type {
  CopyCommonRequest,
  SaveTranslationRequest,
  TextChange,
  TextMark,
} from '../../../contracts/translations';
import { documentsOf } from '../../../entries/documents';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { writeTransaction } from '../database';
import { commonValue, type CommonFieldName } from './common-fields';
import type { Editor } from './editor';
import {
  citedReferences,
  type DocumentPair,
  type PostPair,
  readPair,
  readPostVersions,
} from './pair';
import { changedMeanwhile, notAllowed } from './refusal';
import { refreshTranslations } from './refresh';
import { list, splitWords, str, type Text } from './texts';
import { textsOf, type VersionRow } from './versions';
import { permissionField } from './view';

type Data = Record<string, unknown>;

/**
 * Saves texts of a translation in the drafts of the documents they belong to, and calls others up to
 * date as they stand. All of it or nothing.
 *
 * @throws NotFoundError for a document that the post does not show; PolicyError (403) where the
 *   editor may not change a field; ApplicationError TRANSLATION_CONFLICT (400) where a text is not
 *   the one the editor began from
 */
export function saveTranslation(
  strapi: Core.Strapi,
  editor: Editor,
  documentId: string,
  { from, locale, changes, marks }: SaveTranslationRequest,
): Promise<void> {
  return writeTransaction(strapi, async () => {
    const pair = await openPair(strapi, documentId, locale, from);
    const documents = [pair.post, ...pair.items, ...pair.references];
    for (const document of documents) {
      const of = <T extends TextMark>(all: readonly T[]): T[] =>
        all.filter((one) => one.uid === document.uid && one.documentId === document.documentId);
      const [ownChanges, ownMarks] = [of(changes), of(marks)];
      if (ownChanges.length + ownMarks.length === 0) continue;
      await saveDocument(strapi, editor, document, ownChanges, ownMarks);
    }
    const known = new Set(documents.map((document) => `${document.uid} ${document.documentId}`));
    const strangers = [...changes, ...marks].some(
      (one) => !known.has(`${one.uid} ${one.documentId}`),
    );
    if (strangers) throw new errors.NotFoundError();
    await followReferences(strapi, pair, changes);
  });
}

/** Takes the original's value of a common field over into the translation. */
export function copyCommonField(
  strapi: Core.Strapi,
  editor: Editor,
  documentId: string,
  { from, locale, field }: CopyCommonRequest & { readonly field: CommonFieldName },
): Promise<void> {
  return writeTransaction(strapi, async () => {
    const { original, translation } = await openPair(strapi, documentId, locale, from);
    const may = editor.may(POST_UID);
    if (may.cannot.read(original, field)) throw refused(strapi, 'read', pairOf(original), from);
    if (may.cannot.update(translation, field)) {
      throw refused(strapi, 'update', pairOf(translation), locale);
    }
    const data = { [field]: commonValue(original, field) };
    await store(strapi, editor, POST_UID, translation, data);
  });
}

async function openPair(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  from: string,
): Promise<PostPair> {
  const versions = await readPostVersions(strapi, documentId, locale);
  const pair = versions && (await readPair(strapi, versions, { locale, from }));
  if (!pair || from === locale) throw new errors.NotFoundError();
  return pair;
}

async function saveDocument(
  strapi: Core.Strapi,
  editor: Editor,
  document: DocumentPair,
  changes: readonly TextChange[],
  marks: readonly TextMark[],
): Promise<void> {
  const { uid, documentId, translation } = document;
  if (!translation) throw new errors.NotFoundError();
  const { locale } = translation;
  const may = editor.may(uid);
  if (may.cannot.update(translation)) throw refused(strapi, 'update', document, locale);
  const { texts, sections } = textsOf(uid, translation);
  const all = [...texts, ...sections.flatMap((section) => section.texts)];
  const find = (path: string): Text | undefined => all.find((text) => text.path === path);
  const lost = changes.filter(({ path, before }) => find(path)?.value !== before);
  if (lost.length > 0)
    throw changedMeanwhile(
      strapi,
      lost.map(({ path }) => path),
    );
  for (const { path } of [...changes, ...marks]) {
    if (!find(path)) throw changedMeanwhile(strapi, [path]);
    if (may.cannot.update(translation, permissionField(path))) {
      throw refused(strapi, 'update', document, locale);
    }
  }
  if (changes.length > 0) {
    await store(strapi, editor, uid, translation, dataOf(translation, changes, find));
  }
  if (marks.length > 0) {
    const paths = new Set(marks.map(({ path }) => path));
    await refreshTranslations(strapi, uid, documentId, { marked: { locale, paths } });
  }
}

/** Attributes that say the changes: of a component all rows, for those left out would be deleted. */
function dataOf(
  row: VersionRow,
  changes: readonly TextChange[],
  find: (path: string) => Text | undefined,
): Data {
  const data: Data = {};
  for (const { path, value } of changes) {
    const saved = find(path)?.shape === 'words' ? splitWords(value) : value === '' ? null : value;
    const [attribute = '', id, name] = path.split('.');
    if (id === undefined || name === undefined) {
      data[attribute] = saved;
      continue;
    }
    const rows = (data[attribute] ??= list(row[attribute]).map((one) => ({
      id: one['id'],
    }))) as Data[];
    const component = rows.find((one) => String(one['id']) === id);
    if (component) component[name] = saved;
  }
  return data;
}

async function store(
  strapi: Core.Strapi,
  editor: Editor,
  uid: DocumentPair['uid'],
  row: VersionRow,
  data: Data,
): Promise<void> {
  const { documentId, locale } = row;
  const allowed = await editor.may(uid).sanitizeUpdateInput(row)(data);
  await documentsOf(strapi, uid).update({
    documentId,
    locale,
    data: editor.signed(allowed, { isNew: false }),
  });
}

/** A reference's new title respells the citations of its items, behind the document service. */
async function followReferences(
  strapi: Core.Strapi,
  { items }: PostPair,
  changes: readonly TextChange[],
): Promise<void> {
  const changed = new Set(
    changes.flatMap(({ uid, documentId }) => (uid === REFERENCE_UID ? [documentId] : [])),
  );
  for (const { documentId, translation } of items) {
    if (translation && citedReferences(translation).some((cited) => changed.has(cited))) {
      await refreshTranslations(strapi, TREND_ITEM_UID, documentId);
    }
  }
}

const pairOf = (row: VersionRow): Pick<DocumentPair, 'uid' | 'translation'> => ({
  uid: POST_UID,
  translation: row,
});

const refused = (
  strapi: Core.Strapi,
  action: 'read' | 'update',
  { uid, translation }: Pick<DocumentPair, 'uid' | 'translation'>,
  locale: string,
) => notAllowed(strapi, action, { uid, title: str(translation?.['title']), locale });
