import { Typography } from '@strapi/design-system';
import { textId } from '../plugin-id';

/** The tags of a post as a column of the list view, in which Strapi shows no JSON field. */
export const tagsColumn = {
  attribute: { type: 'custom' },
  name: 'tags',
  label: { id: textId('columns.tags'), defaultMessage: 'Tags' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ tags }: { tags?: unknown }) => (
    <Typography textColor="neutral800" maxWidth="20rem" ellipsis>
      {Array.isArray(tags) && tags.length > 0 ? tags.join(', ') : '-'}
    </Typography>
  ),
};
