import type {
  SaveTranslationRequest,
  TextMark,
  TranslatedField,
  TranslatedPart,
} from '../../../contracts/translations';

/** A text as the editor is writing it, and as it was when that began. */
interface Edit extends TextMark {
  readonly value: string;
  readonly before: string;
}

/** Texts that are not saved yet, by where they belong. */
export type Edits = Readonly<Record<string, Edit>>;

const keyOf = ({ uid, documentId, path }: TextMark): string => `${uid} ${documentId} ${path}`;

export const markOf = (part: TranslatedPart, field: TranslatedField): TextMark => ({
  uid: part.uid,
  documentId: part.documentId,
  path: field.path,
});

/** Takes up a key stroke; a text that says again what was saved is no edit. */
export function withEdit(
  edits: Edits,
  part: TranslatedPart,
  field: TranslatedField,
  value: string,
): Edits {
  const mark = markOf(part, field);
  const key = keyOf(mark);
  const before = edits[key]?.before ?? field.translation;
  const rest = Object.fromEntries(Object.entries(edits).filter(([other]) => other !== key));
  return value === before ? rest : { ...rest, [key]: { ...mark, value, before } };
}

/** What the editor is writing in a field; null where it is as saved. */
export const editOf = (edits: Edits, part: TranslatedPart, field: TranslatedField): string | null =>
  edits[keyOf(markOf(part, field))]?.value ?? null;

export const changesOf = (edits: Edits): SaveTranslationRequest['changes'] => Object.values(edits);

/** Whether there is something left to do at a field. */
export const isOpen = ({ state }: TranslatedField): boolean => state !== 'translated';

/** Parts with the fields that are to be shown: all, or those with something to do or being written. */
export function shownParts(
  parts: readonly TranslatedPart[],
  edits: Edits,
  openOnly: boolean,
): TranslatedPart[] {
  if (!openOnly) return [...parts];
  return parts.flatMap((part) => {
    const fields = part.fields.filter(
      (field) => isOpen(field) || editOf(edits, part, field) !== null,
    );
    return fields.length === 0 ? [] : [{ ...part, fields }];
  });
}
