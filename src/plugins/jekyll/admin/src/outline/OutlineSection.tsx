import { Badge, Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import { useText } from '../publishing/use-text';
import { dragged, type Dragged, dragSource, dropTarget, type Edge } from './drag';
import { GrabHandle } from './GrabHandle';
import { SectionForm } from './SectionForm';
import type { Section, SectionTexts } from './use-outline';

const Frame = styled(Box)<Dragged>`
  ${dragged(3)}
`;

export const sectionGrabId = (key: string): string => `jekyll-outline-section-${key}`;

interface OutlineSectionProps {
  readonly section: Section;
  /** Its heading as it is told, also where it has none. */
  readonly heading: string;
  readonly count: number;
  readonly disabled: boolean;
  /** Whether what is dragged would go behind the last item. */
  readonly over: boolean;
  /** Where a dragged section would stand. */
  readonly edge: Edge;
  readonly grabbed: boolean;
  readonly describedBy: string;
  readonly adding: boolean;
  readonly addForm: React.ReactNode;
  readonly children: React.ReactNode;
  onAdd(): void;
  onRename(texts: SectionTexts): void;
  onRemove(): void;
  onGrabKey(event: React.KeyboardEvent): void;
  onDragStart(): void;
  onDragEnd(): void;
  onDragOver(half: 'before' | 'after'): void;
  onDrop(): void;
}

/**
 * A section of the outline with its items: drag it by its heading, or take its handle with the space
 * bar; items that are dropped beside its own go to its end.
 */
export const OutlineSection = (props: OutlineSectionProps) => {
  const { section, heading, count, disabled, over, adding, edge, grabbed } = props;
  const text = useText();
  const headingId = React.useId();
  const [renaming, setRenaming] = React.useState(false);
  const isEmpty = count === 0 && !section.hasLead;
  return (
    <Frame
      tag="section"
      aria-labelledby={headingId}
      $edge={edge}
      $grabbed={grabbed}
      hasRadius
      borderColor={over ? 'primary600' : 'neutral200'}
      padding={3}
      {...dropTarget(props)}
    >
      <Flex
        gap={2}
        wrap="wrap"
        draggable={!disabled && !renaming}
        {...dragSource(section.key, props)}
        onDragEnd={props.onDragEnd}
      >
        <GrabHandle
          id={sectionGrabId(section.key)}
          label={text('outline.section.move', { section: heading })}
          grabbed={grabbed}
          describedBy={props.describedBy}
          disabled={disabled}
          onGrabKey={props.onGrabKey}
        />
        <Typography id={headingId} tag="h3" variant="delta">
          {heading}
        </Typography>
        {section.prefix !== '' && <Badge>{section.prefix}</Badge>}
        <Typography variant="pi" textColor="neutral600" flex="1">
          {text('outline.count', { count })}
        </Typography>
        <IconButton
          type="button"
          variant="ghost"
          withTooltip={false}
          label={text('outline.section.rename', { section: heading })}
          aria-expanded={renaming}
          disabled={disabled}
          onClick={() => setRenaming(!renaming)}
        >
          <Pencil />
        </IconButton>
        {isEmpty && (
          <IconButton
            type="button"
            variant="ghost"
            withTooltip={false}
            label={text('outline.section.remove', { section: heading })}
            disabled={disabled}
            onClick={props.onRemove}
          >
            <Trash />
          </IconButton>
        )}
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
      {renaming && (
        <SectionForm
          texts={section}
          action={text('outline.section.take')}
          onDone={(texts) => {
            props.onRename(texts);
            setRenaming(false);
          }}
          onClose={() => setRenaming(false)}
        />
      )}
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
    </Frame>
  );
};
