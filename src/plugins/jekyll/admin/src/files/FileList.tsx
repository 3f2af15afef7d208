import { Box } from '@strapi/design-system';
import type * as React from 'react';

/** Rows of files in a card. */
export const FileList = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) => (
  <Box
    tag="ul"
    aria-label={label}
    background="neutral0"
    shadow="tableShadow"
    hasRadius
    overflow="hidden"
  >
    {children}
  </Box>
);
