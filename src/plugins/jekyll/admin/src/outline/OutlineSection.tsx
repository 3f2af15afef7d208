import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';
import { useText } from '../publishing/use-text';
import type { Section } from './use-outline';

interface OutlineSectionProps {
  readonly section: Section;
  readonly number: number;
  readonly count: number;
  readonly disabled: boolean;
  /** Whether what is dragged would go behind the last item. */
  readonly over: boolean;
  readonly adding: boolean;
  readonly addForm: React.ReactNode;
  readonly children: React.ReactNode;
  onAdd(): void;
  onDragOver(): void;
  onDrop(): void;
}

/** A section of the outline with its items; what is dropped beside them goes to its end. */
export const OutlineSection = (props: OutlineSectionProps) => {
  const { section, number, count, disabled, over, adding } = props;
  const text = useText();
  const headingId = React.useId();
  const heading = section.heading.trim() || text('outline.untitled-section', { number });
  return (
    <Box
      tag="section"
      aria-labelledby={headingId}
      hasRadius
      borderColor={over ? 'primary600' : 'neutral200'}
      padding={3}
      onDragOver={(event: React.DragEvent) => {
        event.preventDefault();
        props.onDragOver();
      }}
      onDrop={(event: React.DragEvent) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <Flex gap={2} wrap="wrap">
        <Typography id={headingId} tag="h3" variant="delta">
          {heading.replace(/\*\*|__/g, '')}
        </Typography>
        {section.prefix !== '' && <Badge>{section.prefix}</Badge>}
        <Typography variant="pi" textColor="neutral600" flex="1">
          {text('outline.count', { count })}
        </Typography>
        <Button
          type="button"
          size="S"
          variant="tertiary"
          startIcon={<Plus />}
          aria-expanded={adding}
          aria-describedby={headingId}
          disabled={disabled}
          onClick={props.onAdd}
        >
          {text('outline.add')}
        </Button>
      </Flex>
      {adding && props.addForm}
      {count === 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
          {text('outline.empty-section')}
        </Typography>
      ) : (
        <Box tag="ol" aria-labelledby={headingId}>
          {props.children}
        </Box>
      )}
    </Box>
  );
};
