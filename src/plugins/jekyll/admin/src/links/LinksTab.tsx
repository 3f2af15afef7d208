import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Link,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Page, useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { BrokenLink, LinkLook } from '../../../contracts/links';
import { useGetJekyllJobResultQuery } from '../jobs/api';
import { JobProgress } from '../jobs/JobProgress';
import { useLatestJob } from '../jobs/use-latest-job';
import { DataTable, PAGE_SIZE, PageLinks } from '../page/DataTable';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { editPath } from '../publishing/content-types';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import { useGetJekyllLinksQuery, useLookAtJekyllLinksMutation } from './api';

const COLUMNS = ['address', 'answer', 'since', 'used'] as const;

/** “Links”: external links that are dead, since when, and where they stand. */
const LinksTab = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const { data, isError, refetch } = useGetJekyllLinksQuery(
    { page: Number(query.page ?? 1), pageSize: Number(query.pageSize ?? PAGE_SIZE) },
    { refetchOnMountOrArgChange: true },
  );
  const look = useLook(() => void refetch());
  if (isError) return <Page.Error />;
  if (!data || look.isLoading) return <Page.Loading />;
  const { looked, lastLook, pagination } = data.meta;
  const when = lastLook && formatDate(lastLook, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {look.running && <JobProgress job={look.running} title={text('links.looking')} />}
      {look.ended}
      {when === null ? (
        !look.running && <EmptyStateLayout content={text('links.never')} action={look.button} />
      ) : (
        <>
          <Flex justifyContent="space-between" gap={4}>
            <Typography tag="p" textColor="neutral600">
              {text('links.looked', { count: looked, broken: pagination.total, when })}
            </Typography>
            {look.button}
          </Flex>
          {data.data.length > 0 && (
            <DataTable
              columns={COLUMNS.map((column) => text(`links.column.${column}`))}
              entries={data.data}
              row={(link) => <LinkRow key={link.url} link={link} />}
            />
          )}
          <PageLinks pagination={pagination} />
        </>
      )}
    </Flex>
  );
};

/** The look at the links: the one at work, what became of one's own last one, and how to start one. */
function useLook(onEnded: () => void) {
  const text = useText();
  const { locale: language } = useIntl();
  const { tell } = useFailure();
  const { job, isLoading, refetch } = useLatestJob('link-look');
  const [start, { isLoading: isStarting }] = useLookAtJekyllLinksMutation();
  const running = job?.state === 'running' ? job : null;
  const result = useGetJekyllJobResultQuery(job?.id ?? '', {
    skip: !job?.mine || job.state !== 'done',
  });
  const asked = (result.currentData as LinkLook | undefined)?.asked;
  // What is found is shown while the work goes on, and once more at its end.
  const seen = `${job?.id} ${job?.state} ${job?.progress?.done}`;
  const latest = React.useRef(onEnded);
  latest.current = onEnded;
  React.useEffect(() => latest.current(), [seen]);

  const onLook = async () => {
    const answer = await start();
    if ('error' in answer) tell(answer.error);
    refetch();
  };
  return {
    isLoading,
    running,
    button: !running && (
      <Button
        variant="secondary"
        startIcon={<ArrowClockwise />}
        loading={isStarting}
        onClick={() => void onLook()}
      >
        {text('links.look')}
      </Button>
    ),
    ended: (
      <Box aria-live="polite">
        {job?.state === 'done' && asked !== undefined && (
          <Notice variant="success">{text('links.done', { count: asked })}</Notice>
        )}
        {job?.state === 'cancelled' && <Notice variant="info">{text('links.cancelled')}</Notice>}
        {job?.state === 'failed' && (
          <Notice variant="danger" title={text('links.failed')}>
            {job.problem && inLanguage(job.problem.message, language)}
          </Notice>
        )}
      </Box>
    ),
  };
}

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
