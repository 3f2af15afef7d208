import { Box, type BoxProps, Typography } from '@strapi/design-system';
import type * as React from 'react';
import { useText } from './use-text';

interface ShortListProps<Item> extends Pick<BoxProps<'ul'>, 'paddingLeft' | 'style' | 'width'> {
  readonly items: readonly Item[];
  readonly label?: string | undefined;
  /** More than these are counted, not listed. */
  readonly limit: number;
  /** An element of the list (`li`), with a key. */
  readonly children: (item: Item) => React.ReactNode;
}

/** A list of which only the first elements stand there; the others are counted. */
export const ShortList = <Item,>(props: ShortListProps<Item>) => {
  const { items, label, limit, children, ...box } = props;
  const text = useText();
  const more = items.length - limit;
  return (
    <Box tag="ul" aria-label={label} {...box}>
      {items.slice(0, limit).map(children)}
      {more > 0 && (
        <Typography tag="li" variant="pi" textColor="neutral600">
          {text('publishing.more', { count: more })}
        </Typography>
      )}
    </Box>
  );
};
