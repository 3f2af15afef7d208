import * as React from 'react';
import { styled } from 'styled-components';
import { useText } from '../publishing/use-text';
import { HALF } from './room';
import type { Shared } from './use-room';

const STEP = 0.02;

const Handle = styled.div`
  position: absolute;
  z-index: 1;
  top: 0;
  bottom: 0;
  left: -4px;
  width: 8px;
  cursor: col-resize;
  touch-action: none;

  &::after {
    content: '';
    position: absolute;
    top: calc(50% - 2.4rem);
    left: 2px;
    width: 4px;
    height: 4.8rem;
    border-radius: 2px;
    background: ${({ theme }) => theme.colors.neutral400};
  }

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary500};
    outline: 0;
  }
`;

/** The line between form and page, to be dragged or moved with the arrow keys. */
export const Divider = ({ shared }: { readonly shared: Shared }) => {
  const text = useText();
  const { share, limits, setShare } = shared;
  const percent = (value: number) => Math.round(value * 100);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: share + STEP,
    ArrowRight: share - STEP,
    Home: limits[0],
    End: limits[1],
    Enter: HALF,
  };
  return (
    <Handle
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={text('preview.width')}
      title={text('preview.width.help')}
      aria-valuemin={percent(limits[0])}
      aria-valuemax={percent(limits[1])}
      aria-valuenow={percent(share)}
      onKeyDown={(event: React.KeyboardEvent) => {
        const next = steps[event.key];
        if (next === undefined) return;
        event.preventDefault();
        setShare(next);
      }}
      onDoubleClick={() => setShare(HALF)}
      // Captured, the pointer stays with the line above the frames, too.
      onPointerDown={(event: React.PointerEvent) =>
        event.currentTarget.setPointerCapture(event.pointerId)
      }
      onPointerMove={(event: React.PointerEvent) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          setShare(shared.shareAt(event.clientX));
        }
      }}
    />
  );
};
