import { Box, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { textId } from '../../plugin-id';

/** The place of a word while it is dragged over: a line on the side where it would stand. */
const Place = styled(Box)<{ $over: boolean; $movable: boolean }>`
  cursor: ${({ $movable }) => ($movable ? 'grab' : 'default')};
  max-width: 100%;
  box-shadow: ${({ $over, theme }) => ($over ? `-2px 0 0 ${theme.colors.primary600}` : 'none')};

  & > * {
    max-width: 100%;
  }

  span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

interface ChipProps {
  readonly word: string;
  readonly index: number;
  readonly count: number;
  readonly disabled: boolean;
  /** Whether a dragged word would be put here. */
  readonly over: boolean;
  onRemove(): void;
  onKeyDown(event: React.KeyboardEvent): void;
  onDragStart(): void;
  onDragOver(): void;
  onDrop(): void;
  onDragEnd(): void;
}

/** One word: drag it, or focus its button and use the keys, to move or remove it. */
export const Chip = (props: ChipProps) => {
  const { word, index, count, disabled, over } = props;
  const { formatMessage } = useIntl();

  return (
    <Place
      tag="li"
      $over={over}
      $movable={!disabled}
      aria-label={formatMessage(
        { id: textId('words.position'), defaultMessage: '{word}, {position} of {count}' },
        { word, position: index + 1, count },
      )}
      draggable={!disabled}
      onKeyDown={props.onKeyDown}
      onDragStart={(event: React.DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', word);
        props.onDragStart();
      }}
      onDragOver={(event: React.DragEvent) => {
        event.preventDefault();
        props.onDragOver();
      }}
      onDrop={(event: React.DragEvent) => {
        event.preventDefault();
        props.onDrop();
      }}
      onDragEnd={props.onDragEnd}
    >
      <Tag
        icon={<Cross aria-hidden />}
        disabled={disabled}
        label={formatMessage(
          { id: textId('words.remove'), defaultMessage: 'Remove {word}' },
          { word },
        )}
        onClick={(event) => {
          // The tag's button has no type of its own: in the form it would submit.
          event.preventDefault();
          props.onRemove();
        }}
      >
        {word}
      </Tag>
    </Place>
  );
};
