import * as React from 'react';

/** Asks again when the editor comes back from another window, where entries may have changed. */
export function useRefetchOnFocus(refetch: () => unknown, enabled = true): void {
  React.useEffect(() => {
    if (!enabled) return undefined;
    const onFocus = () => void refetch();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [refetch, enabled]);
}
