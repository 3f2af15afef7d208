import * as React from 'react';
import { useIntl } from 'react-intl';
import { FIELD_TEXTS } from '../../../contracts/field-texts';
import type { TranslatedPart } from '../../../contracts/translations';
import { inLanguage } from '../publishing/language';

/** Components that fields of a kind of part stand in. */
const OWNER: Readonly<Partial<Record<TranslatedPart['kind'], string>>> = {
  section: 'post.section',
};
const CITATION = 'trend-item.citation';

/** Names of languages and of fields in the panel's language. */
export function useNames() {
  const { formatDisplayName, locale: panel } = useIntl();
  const language = React.useCallback(
    (code: string): string => formatDisplayName(code, { type: 'language' }) ?? code,
    [formatDisplayName],
  );
  const field = React.useCallback(
    (uid: string, name: string): string => {
      const label = FIELD_TEXTS[uid]?.[name]?.label;
      return label ? inLanguage(label, panel) : name;
    },
    [panel],
  );
  /** A field's label; a citation's counts from 1 within its item. */
  const partField = React.useCallback(
    (part: TranslatedPart, path: string, name: string): string => {
      if (!path.startsWith('citations.')) return field(OWNER[part.kind] ?? part.uid, name);
      const citations = part.fields.filter((one) => one.path.startsWith('citations.'));
      const number = citations.findIndex((one) => one.path === path) + 1;
      const label = field(CITATION, name);
      return citations.length > 1 ? `${label} ${number}` : label;
    },
    [field],
  );
  return { language, field, partField };
}
