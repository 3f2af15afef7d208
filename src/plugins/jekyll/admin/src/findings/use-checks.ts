import { getFetchClient, isFetchError } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  type CheckFormRequest,
  type CheckFormResponse,
  CHECKS_PATH,
} from '../../../contracts/checks';

/** Milliseconds without a key pressed after which the form is checked. */
const PAUSE = 600;
/** No right to check, or nothing to check any more: the panel says nothing. */
const SILENT = [401, 403, 404];

export type Checks =
  | { readonly state: 'waiting' | 'failed' | 'silent' }
  | { readonly state: 'done'; readonly data: CheckFormResponse['data'] };

/** What the checks find in the values of a form, anew after each pause; null checks nothing. */
export function useChecks(request: CheckFormRequest | null): Checks {
  const [checks, setChecks] = React.useState<Checks>({ state: 'waiting' });
  // Forms hand a new object at each key: what counts is what it says.
  const asked = request === null ? null : JSON.stringify(request);
  React.useEffect(() => {
    if (asked === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const body = JSON.parse(asked) as CheckFormRequest;
      getFetchClient()
        .post<CheckFormResponse>(CHECKS_PATH, body, { signal: abort.signal })
        .then(({ data }) => setChecks({ state: 'done', data: data.data }))
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          const status = isFetchError(error) ? error.status : undefined;
          const silent = status !== undefined && SILENT.includes(status);
          setChecks({ state: silent ? 'silent' : 'failed' });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  return checks;
}
