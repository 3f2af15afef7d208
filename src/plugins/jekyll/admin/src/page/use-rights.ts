import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

/** Which of the plugin's rights the administrator has; a right to no content type has no conditions. */
export function useRights(): (action: string) => boolean {
  const permissions = useAuth('useRights', (state) => state.permissions);
  return React.useCallback(
    (action) => permissions.some((permission) => permission.action === action),
    [permissions],
  );
}
