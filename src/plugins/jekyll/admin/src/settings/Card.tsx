import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

interface CardProps {
  readonly title: string;
  readonly help?: string;
  readonly children: React.ReactNode;
}

/** A group of settings. */
export const Card = ({ title, help, children }: CardProps) => (
  <Box tag="section" background="neutral0" shadow="tableShadow" hasRadius padding={6}>
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
        {help && (
          <Typography tag="p" textColor="neutral600">
            {help}
          </Typography>
        )}
      </Box>
      {children}
    </Flex>
  </Box>
);
