import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** A moment, short: Strapi spells weekday and month out, which pushes other columns out of sight. */
const DateCell = ({ value }: { readonly value: unknown }) => {
  const { formatDate } = useIntl();
  const isDate = typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {isDate ? formatDate(value, { dateStyle: 'medium', timeStyle: 'short' }) : '-'}
    </Typography>
  );
};

/** For a column of the list view. */
export const dateCell = (name: string) => (row: Readonly<Record<string, unknown>>) => (
  <DateCell value={row[name]} />
);
