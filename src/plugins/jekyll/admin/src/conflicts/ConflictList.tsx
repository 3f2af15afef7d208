import { Box, EmptyStateLayout, Flex, Link, Td, Tr, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ConflictHead } from '../../../contracts/conflicts';
import { ProblemList } from '../files/ProblemList';
import { DataTable } from '../page/DataTable';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useText } from '../publishing/use-text';
import { useGetJekyllConflictsQuery } from './api';

const COLUMNS = ['post', 'locale', 'why'] as const;

export const ConflictList = () => {
  const text = useText();
  const { textOf } = useFailure();
  const { data, error, isFetching } = useGetJekyllConflictsQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (error && !isFetching) return <Notice variant="danger">{textOf(error)}</Notice>;
  if (!data) return <Page.Loading>{text('conflicts.looking')}</Page.Loading>;
  if (data.length === 0) return <EmptyStateLayout content={text('conflicts.none')} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box>
        <Typography tag="h2" variant="delta">
          {text('conflicts.title')}
        </Typography>
        <Typography textColor="neutral600">{text('conflicts.help')}</Typography>
      </Box>
      <DataTable
        columns={COLUMNS.map((column) => text(`conflicts.column.${column}`))}
        entries={data}
        row={(conflict) => (
          <ConflictRow key={`${conflict.documentId} ${conflict.locale}`} conflict={conflict} />
        )}
      />
    </Flex>
  );
};

const ConflictRow = ({ conflict }: { readonly conflict: ConflictHead }) => {
  const { documentId, locale, title, slug, path, problems } = conflict;
  return (
    <Tr>
      <Td>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Link tag={RouterLink} to={`${documentId}/${locale}`}>
            {title ?? slug}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {path}
          </Typography>
        </Flex>
      </Td>
      <Td>
        <Typography textColor="neutral800">{locale}</Typography>
      </Td>
      <Td style={{ whiteSpace: 'normal' }}>
        <Box paddingTop={2} paddingBottom={2} maxWidth="64rem">
          <ProblemList problems={problems} />
        </Box>
      </Td>
    </Tr>
  );
};
