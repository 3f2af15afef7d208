import { Typography } from '@strapi/design-system';
import * as React from 'react';
import type { StateOnBlog } from '../../../contracts/on-blog';
import { textId } from '../plugin-id';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { StateBadge } from '../status/StateBadge';
import { blogChanges, listStates } from './list-states';

interface Row {
  readonly documentId: string;
  readonly locale?: string | null;
  readonly updatedAt?: string;
  readonly publishedAt?: string | null;
  readonly status?: string;
}

const StateCell = ({ row }: { readonly row: Row }) => {
  const viewed = useViewedLocale();
  const locale = row.locale ?? viewed;
  const changes = React.useSyncExternalStore(blogChanges.subscribe, blogChanges.count);
  const [state, setState] = React.useState<StateOnBlog>();
  const { documentId, updatedAt, publishedAt, status } = row;
  React.useEffect(() => {
    if (!locale) return undefined;
    let isCurrent = true;
    listStates(locale)
      .load(documentId)
      .then((found) => isCurrent && setState(found))
      // Without an answer the column stays empty: the list is of use all the same.
      .catch(() => isCurrent && setState(undefined));
    return () => {
      isCurrent = false;
    };
  }, [documentId, locale, updatedAt, publishedAt, status, changes]);
  return state ? <StateBadge state={state.state} /> : <Typography>-</Typography>;
};

/** How each post stands to the blog, as a column of the list view. */
export const stateColumn = {
  attribute: { type: 'custom' },
  name: 'jekyllState',
  label: { id: textId('blog.column'), defaultMessage: 'Blog' },
  searchable: false,
  sortable: false,
  cellFormatter: (row: Row) => <StateCell row={row} />,
};
