import { Badge, EmptyStateLayout, Flex, Link, Td, Tr, Typography } from '@strapi/design-system';
import { Page, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { RunSummary } from '../../../contracts/runs';
import { DataTable, PAGE_SIZE, PageLinks } from '../page/DataTable';
import { useText } from '../publishing/use-text';
import { useGetJekyllRunsQuery } from './api';
import {
  countsOf,
  durationOf,
  KIND_TEXT,
  STATE_TEXT,
  STATE_VARIANT,
  TRIGGER_TEXT,
} from './run-texts';

/** Milliseconds after which the list is asked for anew. */
const POLL = 10_000;
const COLUMNS = ['when', 'what', 'who', 'state', 'counts', 'duration', 'commit'] as const;

export const RunList = () => {
  const text = useText();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const { data, isError } = useGetJekyllRunsQuery(
    { page: Number(query.page ?? 1), pageSize: Number(query.pageSize ?? PAGE_SIZE) },
    { refetchOnMountOrArgChange: true, pollingInterval: POLL },
  );
  if (isError) return <Page.Error />;
  if (!data) return <Page.Loading />;
  if (data.meta.pagination.total === 0) {
    return <EmptyStateLayout content={text('history.empty')} />;
  }
  return (
    <>
      <DataTable
        columns={COLUMNS.map((column) => text(`history.column.${column}`))}
        entries={data.data}
        row={(run) => <RunRow key={run.id} run={run} />}
      />
      <PageLinks pagination={data.meta.pagination} />
    </>
  );
};

const RunRow = ({ run }: { readonly run: RunSummary }) => {
  const text = useText();
  const { formatDate, locale } = useIntl();
  return (
    <Tr>
      <Td>
        <Link tag={RouterLink} to={String(run.id)}>
          {formatDate(run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </Link>
      </Td>
      <Td>
        <Typography textColor="neutral800">{text(KIND_TEXT[run.kind])}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">
          {run.actor?.name ?? text(TRIGGER_TEXT[run.trigger])}
        </Typography>
      </Td>
      <Td>
        <StateBadge state={run.state} />
      </Td>
      <Td>
        <RunCounts run={run} />
      </Td>
      <Td>
        <Typography textColor="neutral800">
          {run.duration === null ? '–' : durationOf(run.duration, locale)}
        </Typography>
      </Td>
      <Td>
        <Typography textColor="neutral800">{run.commit?.slice(0, 7) ?? '–'}</Typography>
      </Td>
    </Tr>
  );
};

export const StateBadge = ({ state }: Pick<RunSummary, 'state'>) => {
  const text = useText();
  const variant = STATE_VARIANT[state];
  return (
    <Badge
      backgroundColor={variant === 'neutral' ? 'neutral150' : `${variant}100`}
      textColor={variant === 'neutral' ? 'neutral700' : `${variant}700`}
    >
      {text(STATE_TEXT[state])}
    </Badge>
  );
};

export const RunCounts = ({ run }: { readonly run: Pick<RunSummary, 'kind' | 'totals'> }) => {
  const text = useText();
  const counts = countsOf(run);
  if (counts.length === 0) return <Typography textColor="neutral600">–</Typography>;
  return (
    <Flex gap={3} wrap="wrap">
      {counts.map(({ action, count, key }) => (
        <Typography key={action} textColor="neutral800">
          {`${text(key)} ${count}`}
        </Typography>
      ))}
    </Flex>
  );
};
