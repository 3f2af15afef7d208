import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { refusalInLanguage } from '../publishing/language';

type ApiError = Parameters<ReturnType<typeof useAPIErrorHandler>['formatAPIError']>[0];

/** Errors of requests as texts in the panel's language. */
export function useFailure() {
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const { locale: language } = useIntl();
  const textOf = React.useCallback(
    (error: unknown): string => formatAPIError(refusalInLanguage(error, language) as ApiError),
    [formatAPIError, language],
  );
  const tell = React.useCallback(
    (error: unknown): void => toggleNotification({ type: 'danger', message: textOf(error) }),
    [toggleNotification, textOf],
  );
  return { textOf, tell };
}
