import { Box, type BoxProps, Typography } from '@strapi/design-system';
import type * as React from 'react';

const COLOURS = {
  info: { background: 'primary100', borderColor: 'primary200' },
  success: { background: 'success100', borderColor: 'success200' },
  warning: { background: 'warning100', borderColor: 'warning200' },
  danger: { background: 'danger100', borderColor: 'danger200' },
} as const;

interface NoticeProps extends Pick<BoxProps, 'role'> {
  readonly variant: keyof typeof COLOURS;
  readonly title?: string;
  readonly children?: React.ReactNode;
}

/** Something to know, which stays: Strapi's own alert is one to close. */
export const Notice = ({ variant, title, children, role }: NoticeProps) => (
  <Box {...COLOURS[variant]} hasRadius padding={4} role={role}>
    {title && (
      <Typography tag="p" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
    )}
    {children && (
      <Box paddingTop={title ? 1 : 0}>
        <Typography tag="div" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      </Box>
    )}
  </Box>
);
