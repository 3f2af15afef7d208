import type { Core } from '@strapi/strapi';
import type {
  MissingParts,
  TranslatedField,
  TranslatedPart,
  Translation,
  TranslationCounts,
} from '../../../contracts/translations';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { differingFields } from './common-fields';
import type { Editor } from './editor';
import { type DocumentPair, type PostPair, type PostVersions, readPair } from './pair';
import type { SectionPair, TextPair } from './reconcile';
import { str } from './texts';
import type { VersionRow } from './versions';

const NOTHING = { sections: [], items: [], references: [] };

/** A version of a post beside its original, with what the editor may read of both. */
export async function readTranslation(
  strapi: Core.Strapi,
  editor: Editor,
  versions: PostVersions,
  locale: string,
): Promise<Translation> {
  const { from, locales, all } = versions;
  const posts = editor.may(POST_UID);
  const documentId = str(versions.rows[0]?.documentId);
  const head = {
    documentId,
    locale,
    from,
    locales,
    creatable: all.filter(
      (code) => !locales.includes(code) && !posts.cannot.create({ locale: code }),
    ),
    exists: locales.includes(locale),
  };
  const pair = from === null ? null : await readPair(strapi, versions, { locale, from });
  if (!pair) {
    return {
      ...head,
      counts: { total: 0, untouched: 0, behind: 0 },
      missing: NOTHING,
      completable: false,
      parts: [],
      common: [],
      copyable: [],
    };
  }
  const parts = readParts(editor, pair);
  const { original, translation } = pair;
  const common = differingFields(original, translation).filter(
    ({ name }) => !posts.cannot.read(original, name) && !posts.cannot.read(translation, name),
  );
  return {
    ...head,
    counts: countFields(parts),
    missing: readableMissing(editor, pair),
    completable: mayComplete(editor, pair),
    parts,
    common,
    copyable: common.flatMap(({ name }) => (posts.cannot.update(translation, name) ? [] : [name])),
  };
}

function countFields(parts: readonly TranslatedPart[]): TranslationCounts {
  const fields = parts.flatMap((part) => part.fields);
  const inState = (state: string) => fields.filter((field) => field.state === state).length;
  return { total: fields.length, untouched: inState('untouched'), behind: inState('behind') };
}

/** Titles of documents that the editor may not read are not told. */
function readableMissing(editor: Editor, { missing, items, references }: PostPair): MissingParts {
  const readable = (documents: readonly DocumentPair[]): Set<string> =>
    new Set(
      documents.flatMap(({ uid, documentId, original }) =>
        original && !editor.may(uid).cannot.read(original, 'title') ? [documentId] : [],
      ),
    );
  const [ofItems, ofReferences] = [readable(items), readable(references)];
  return {
    sections: missing.sections,
    items: missing.items.filter(({ documentId }) => ofItems.has(documentId)),
    references: missing.references.filter(({ documentId }) => ofReferences.has(documentId)),
  };
}

function mayComplete(editor: Editor, { translation, missing, locale, items }: PostPair): boolean {
  const lacks = (uid: typeof TREND_ITEM_UID | typeof REFERENCE_UID): boolean =>
    editor.may(uid).cannot.create({ locale });
  if (editor.may(POST_UID).cannot.update(translation)) return false;
  if (missing.references.length > 0 && lacks(REFERENCE_UID)) return false;
  const unmade = new Set(items.flatMap((item) => (item.translation ? [] : [item.documentId])));
  return !missing.items.some((item) => unmade.has(item.documentId)) || !lacks(TREND_ITEM_UID);
}

/** The post, then each section with its items, then the references that they cite, as they are read. */
function readParts(editor: Editor, pair: PostPair): TranslatedPart[] {
  const { post, items, references } = pair;
  const part = (document: DocumentPair, kind: 'post' | 'item' | 'reference'): TranslatedPart[] => {
    const { uid, documentId, original, translation, reconciled } = document;
    if (!original || !translation || !reconciled) return [];
    const fields = readFields(editor, document, reconciled.pairs);
    const title = str(translation['title']);
    return fields.length === 0 ? [] : [{ key: documentId, kind, uid, documentId, title, fields }];
  };
  const ofItem = (documentId: string): TranslatedPart[] => {
    const item = items.find((one) => one.documentId === documentId);
    return item ? part(item, 'item') : [];
  };
  const seen = new Set<string>();
  const once = (documentId: string): TranslatedPart[] => {
    if (seen.has(documentId)) return [];
    seen.add(documentId);
    return ofItem(documentId);
  };
  return [
    ...part(post, 'post'),
    ...post.reconciled.sections.flatMap((section) => [
      ...sectionPart(editor, post, section),
      ...section.original.items.flatMap(once),
    ]),
    ...items.flatMap(({ documentId }) => once(documentId)),
    ...references.flatMap((reference) => part(reference, 'reference')),
  ];
}

function sectionPart(
  editor: Editor,
  post: DocumentPair,
  { original, translation, pairs }: SectionPair,
): TranslatedPart[] {
  const fields = readFields(editor, post, pairs);
  if (!translation || fields.length === 0) return [];
  return [
    {
      key: `section-${translation.id}`,
      kind: 'section',
      uid: post.uid,
      documentId: post.documentId,
      title: translation.heading || original.heading,
      fields,
    },
  ];
}

function readFields(
  editor: Editor,
  { uid, original, translation }: DocumentPair,
  pairs: readonly TextPair[],
): TranslatedField[] {
  if (!original || !translation) return [];
  const may = editor.may(uid);
  const mayRead = (row: VersionRow, field: string): boolean => !may.cannot.read(row, field);
  return pairs.flatMap(({ text, original: source, state, previous }): TranslatedField[] => {
    const field = permissionField(text.path);
    if (!mayRead(original, field) || !mayRead(translation, field)) return [];
    return [
      {
        path: text.path,
        name: text.name,
        shape: text.shape,
        original: source.value,
        translation: text.value,
        state,
        previous,
        editable: !may.cannot.update(translation, field),
      },
    ];
  });
}

/** How permissions name a field: `sections.12.heading` is `sections.heading`. */
export const permissionField = (path: string): string => path.replace(/\.[^.]+\./, '.');
