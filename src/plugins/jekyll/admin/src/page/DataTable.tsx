import { Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Pagination as Pages } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import type { Pagination } from '../../../contracts/pagination';

/** Rows that a page of a list shows unless somebody chooses otherwise. */
export const PAGE_SIZE = 20;

interface DataTableProps<Entry> {
  /** Headings, each its own. */
  readonly columns: readonly string[];
  readonly entries: readonly Entry[];
  readonly row: (entry: Entry) => ReactNode;
}

/** Entries under headings, as the content manager's lists look. */
export const DataTable = <Entry,>({ columns, entries, row }: DataTableProps<Entry>) => (
  <Table colCount={columns.length} rowCount={entries.length + 1}>
    <Thead>
      <Tr>
        {columns.map((column) => (
          <Th key={column}>
            <Typography variant="sigma" textColor="neutral600">
              {column}
            </Typography>
          </Th>
        ))}
      </Tr>
    </Thead>
    <Tbody>{entries.map(row)}</Tbody>
  </Table>
);

/** Leads through the pages of a list, by the address. */
export const PageLinks = ({ pagination }: { readonly pagination: Pagination }) => (
  <Pages.Root {...pagination} defaultPageSize={PAGE_SIZE}>
    <Pages.PageSize />
    <Pages.Links />
  </Pages.Root>
);
