import { Box, Flex, IconButton, Link, Status, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { OutlineItem } from '../../../contracts/outline';
import { editPath, TREND_ITEM_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { dragged, type Dragged, dragSource, dropTarget, type Edge } from './drag';
import { GrabHandle } from './GrabHandle';

const STATUS = { draft: 'secondary', modified: 'alternative', published: 'success' } as const;

const Row = styled(Flex)<Dragged>`
  ${dragged(2)}
`;
const Footnotes = styled(Box)<{ $stale: boolean }>`
  opacity: ${({ $stale }) => ($stale ? 0.5 : 1)};
  overflow-wrap: anywhere;
`;

export const grabId = (documentId: string): string => `jekyll-outline-grab-${documentId}`;

interface OutlineRowProps {
  readonly item: OutlineItem;
  readonly locale: string;
  readonly position: string;
  readonly disabled: boolean;
  readonly grabbed: boolean;
  readonly stale: boolean;
  readonly edge: Edge;
  readonly describedBy: string;
  /** Whether what is dragged could stand beside it. */
  readonly accepts: boolean;
  onGrabKey(event: React.KeyboardEvent): void;
  onRemove(): void;
  onDragStart(): void;
  onDragOver(half: 'before' | 'after'): void;
  onDrop(): void;
  onDragEnd(): void;
}

/** An item with its footnotes: drag it, or take its handle with the space bar and use the arrows. */
export const OutlineRow = (props: OutlineRowProps) => {
  const { item, locale, position, disabled, grabbed, stale, edge } = props;
  const text = useText();
  const title =
    item.title === null ? text('outline.hidden') : item.title || text('publishing.untitled');
  return (
    <Row
      tag="li"
      $edge={edge}
      $grabbed={grabbed}
      gap={2}
      paddingTop={2}
      paddingBottom={2}
      alignItems="flex-start"
      draggable={!disabled}
      aria-label={position}
      {...dragSource(item.documentId, props)}
      {...dropTarget(props, props.accepts)}
      onDragEnd={props.onDragEnd}
    >
      <GrabHandle
        id={grabId(item.documentId)}
        label={text('outline.move', { title })}
        grabbed={grabbed}
        describedBy={props.describedBy}
        disabled={disabled}
        onGrabKey={props.onGrabKey}
      />
      <Box flex="1" minWidth={0}>
        <Flex gap={2} wrap="wrap">
          <Link
            tag={RouterLink}
            to={editPath(TREND_ITEM_UID, item.documentId, locale)}
            target="_blank"
            rel="noreferrer"
            // Dragging a link would drag its address.
            draggable={false}
          >
            {title}
          </Link>
          <Status variant={STATUS[item.status]} size="S">
            <Typography tag="span" variant="pi" fontWeight="bold">
              {text(`outline.status.${item.status}`)}
            </Typography>
          </Status>
        </Flex>
        {item.citations.length > 0 && (
          <Footnotes tag="ul" $stale={stale} aria-label={text('outline.footnotes')} paddingTop={1}>
            {item.citations.map(({ label, text: cited }, index) => (
              <li key={index}>
                <Typography variant="pi" textColor="neutral600">
                  <Typography tag="code" variant="pi" textColor="neutral800">
                    {label === null ? '…' : `[^${label}]`}
                  </Typography>{' '}
                  {cited}
                </Typography>
              </li>
            ))}
          </Footnotes>
        )}
      </Box>
      <IconButton
        type="button"
        variant="ghost"
        withTooltip={false}
        label={text('outline.remove', { title })}
        disabled={disabled}
        onClick={props.onRemove}
      >
        <Cross />
      </IconButton>
    </Row>
  );
};
