import { Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

interface PanelSectionProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

/** A part of the panel “Blog” with its heading. */
export const PanelSection = ({ title, children }: PanelSectionProps) => {
  const id = React.useId();
  return (
    <Flex
      tag="section"
      aria-labelledby={id}
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
    >
      <Typography id={id} tag="h3" variant="omega" fontWeight="bold" textColor="neutral800">
        {title}
      </Typography>
      {children}
    </Flex>
  );
};
