import type * as React from 'react';
import { css } from 'styled-components';

/** The side of an element on which what is dragged would stand; null where it would not. */
export type Edge = 'before' | 'after' | null;

export interface Dragged {
  readonly $edge: Edge;
  /** Taken with the space bar. */
  readonly $grabbed: boolean;
}

/** A line where what is dragged would stand, and another ground under what is grabbed. */
export const dragged = (line: number) => css<Dragged>`
  box-shadow: ${({ $edge, theme }) =>
    $edge === null
      ? 'none'
      : `0 ${$edge === 'before' ? -line : line}px 0 ${theme.colors.primary600}`};
  background: ${({ $grabbed, theme }) => ($grabbed ? theme.colors.primary100 : 'transparent')};
`;

interface DropTarget {
  onDragOver(half: 'before' | 'after'): void;
  onDrop(): void;
}

/** Handlers of something that can be dragged; what it stands in does not go along. */
export const dragSource = (key: string, { onDragStart }: { onDragStart(): void }) => ({
  onDragStart(event: React.DragEvent) {
    event.stopPropagation();
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', key);
    onDragStart();
  },
});

/**
 * Handlers of something that others can stand beside: the half under the pointer decides the side.
 *
 * @param accepts whether what is dragged could; what it stands in is asked otherwise
 */
export const dropTarget = ({ onDragOver, onDrop }: DropTarget, accepts = true) => ({
  onDragOver(event: React.DragEvent) {
    if (!accepts) return;
    event.preventDefault();
    event.stopPropagation();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    onDragOver(event.clientY < top + height / 2 ? 'before' : 'after');
  },
  onDrop(event: React.DragEvent) {
    if (!accepts) return;
    event.preventDefault();
    event.stopPropagation();
    onDrop();
  },
});
