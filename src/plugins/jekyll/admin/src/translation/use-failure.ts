import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { refusalInLanguage } from '../publishing/language';

type ApiError = Parameters<ReturnType<typeof useAPIErrorHandler>['formatAPIError']>[0];

/** Says why a request failed, in the panel's language. */
export function useFailure(): (error: unknown) => void {
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const { locale } = useIntl();
  return React.useCallback(
    (error) => {
      const message = formatAPIError(refusalInLanguage(error, locale) as ApiError);
      toggleNotification({ type: 'danger', message });
    },
    [formatAPIError, locale, toggleNotification],
  );
}
