import { Badge, Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Drag, Pencil, Plus, Trash } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import { useText } from '../publishing/use-text';
import { SectionForm } from './SectionForm';
import type { Section, SectionTexts } from './use-outline';

/** A line on the side where the section that is dragged would stand. */
const Frame = styled(Box)<{ $edge: 'before' | 'after' | null; $grabbed: boolean }>`
  box-shadow: ${({ $edge, theme }) =>
    $edge === null
      ? 'none'
      : `0 ${$edge === 'before' ? '-3px' : '3px'} 0 ${theme.colors.primary600}`};
  background: ${({ $grabbed, theme }) => ($grabbed ? theme.colors.primary100 : 'transparent')};
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
  readonly edge: 'before' | 'after' | null;
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
      onDragOver={(event: React.DragEvent) => {
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        props.onDragOver(event.clientY < top + height / 2 ? 'before' : 'after');
      }}
      onDrop={(event: React.DragEvent) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <Flex
        gap={2}
        wrap="wrap"
        draggable={!disabled && !renaming}
        onDragStart={(event: React.DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', section.key);
          props.onDragStart();
        }}
        onDragEnd={props.onDragEnd}
      >
        <IconButton
          id={sectionGrabId(section.key)}
          type="button"
          variant="ghost"
          withTooltip={false}
          label={text('outline.section.move', { section: heading })}
          aria-pressed={grabbed}
          aria-describedby={props.describedBy}
          disabled={disabled}
          onKeyDown={props.onGrabKey}
        >
          <Drag />
        </IconButton>
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
