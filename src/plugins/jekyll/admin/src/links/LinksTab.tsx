import { Box, EmptyStateLayout, Link, Td, Tr, Typography } from '@strapi/design-system';
import { Page, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { BrokenLink } from '../../../contracts/links';
import { DataTable, PAGE_SIZE, PageLinks } from '../page/DataTable';
import { editPath } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useGetJekyllLinksQuery } from './api';

const COLUMNS = ['address', 'answer', 'since', 'used'] as const;

/** “Links”: external links that are dead, since when, and where they stand. */
const LinksTab = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const { data, isError } = useGetJekyllLinksQuery(
    { page: Number(query.page ?? 1), pageSize: Number(query.pageSize ?? PAGE_SIZE) },
    { refetchOnMountOrArgChange: true },
  );
  if (isError) return <Page.Error />;
  if (!data) return <Page.Loading />;
  const { looked, lastLook, pagination } = data.meta;
  if (lastLook === null) return <EmptyStateLayout content={text('links.never')} />;
  const when = formatDate(lastLook, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <Typography tag="p" textColor="neutral600" paddingBottom={4}>
        {text('links.looked', { count: looked, broken: pagination.total, when })}
      </Typography>
      {data.data.length > 0 && (
        <DataTable
          columns={COLUMNS.map((column) => text(`links.column.${column}`))}
          entries={data.data}
          row={(link) => <LinkRow key={link.url} link={link} />}
        />
      )}
      <PageLinks pagination={pagination} />
    </>
  );
};

const LinkRow = ({ link }: { readonly link: BrokenLink }) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { url, status, error, since, usedIn } = link;
  return (
    <Tr>
      <Td style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', maxWidth: '32rem' }}>
        <Link href={url} isExternal>
          {url}
        </Link>
      </Td>
      <Td>
        <Typography textColor="neutral800">
          {status === null ? text('links.no-answer', { error: error ?? '' }) : String(status)}
        </Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">{formatDate(since, { dateStyle: 'medium' })}</Typography>
      </Td>
      <Td style={{ whiteSpace: 'normal' }}>
        <Box tag="ul">
          {usedIn.map(({ uid, documentId, locale, title }) => (
            <li key={`${documentId} ${locale}`}>
              <Link tag={RouterLink} to={editPath(uid, documentId, locale)}>
                {title || text('publishing.untitled')}
              </Link>
            </li>
          ))}
        </Box>
      </Td>
    </Tr>
  );
};

export default LinksTab;
