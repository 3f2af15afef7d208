import { IconButton } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import type * as React from 'react';

interface GrabHandleProps {
  readonly id: string;
  readonly label: string;
  readonly grabbed: boolean;
  readonly describedBy: string;
  readonly disabled: boolean;
  onGrabKey(event: React.KeyboardEvent): void;
}

/** Takes what it belongs to with the space bar; the arrows then move it. */
export const GrabHandle = (props: GrabHandleProps) => (
  <IconButton
    id={props.id}
    type="button"
    variant="ghost"
    withTooltip={false}
    label={props.label}
    aria-pressed={props.grabbed}
    aria-describedby={props.describedBy}
    disabled={props.disabled}
    onKeyDown={props.onGrabKey}
  >
    <Drag />
  </IconButton>
);
