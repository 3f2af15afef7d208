import * as React from 'react';
import { useIntl } from 'react-intl';
import english from '../translations/en.json';
import { textId } from '../plugin-id';

export type TextKey = keyof typeof english;
type Values = Record<string, string | number>;

/** The plugin's texts in the panel's language. */
export function useText() {
  const { formatMessage } = useIntl();
  return React.useCallback(
    (key: TextKey, values?: Values): string =>
      formatMessage({ id: textId(key), defaultMessage: english[key] }, values),
    [formatMessage],
  );
}
