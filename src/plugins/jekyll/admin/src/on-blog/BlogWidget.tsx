import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { BlogSummary } from '../../../contracts/on-blog';
import type { StatusFilter } from '../../../contracts/status';
import { useGetJekyllRunsQuery } from '../history/api';
import { StateBadge as RunStateBadge } from '../history/RunList';
import { PLUGIN_ID } from '../plugin-id';
import { inLanguage } from '../publishing/language';
import { type TextKey, useText } from '../publishing/use-text';
import { useGetJekyllSummaryQuery } from './api';

const ROOT = `/plugins/${PLUGIN_ID}`;
/** Milliseconds until the counts are asked for again while posts are still being looked at. */
const POLL = 1_500;

interface Line {
  readonly key: TextKey;
  readonly filter: StatusFilter;
  readonly count: number;
}

/** What waits for somebody, worst first; lines without any are left out. */
function linesOf({ states, behind }: BlogSummary): Line[] {
  const lines: Line[] = [
    { key: 'widget.conflict', filter: 'conflict', count: states.conflict },
    { key: 'widget.refused', filter: 'refused', count: states.refused },
    { key: 'widget.new', filter: 'new', count: states.new },
    { key: 'widget.changed', filter: 'changed', count: states.changed },
    { key: 'widget.to-remove', filter: 'to-remove', count: states['to-remove'] },
    { key: 'widget.waiting', filter: 'waiting', count: states.waiting },
    { key: 'widget.behind', filter: 'behind', count: behind },
    { key: 'widget.missing', filter: 'missing', count: states.missing },
  ];
  return lines.filter(({ count }) => count > 0);
}

/** On the homepage: what waits for an export or a translation, conflicts, and the last run. */
export const BlogWidget = () => {
  const text = useText();
  const { locale: language } = useIntl();
  const [isWorking, setWorking] = React.useState(true);
  const { currentData, isError } = useGetJekyllSummaryQuery(undefined, {
    refetchOnMountOrArgChange: true,
    pollingInterval: isWorking ? POLL : 0,
  });
  const summary = currentData?.data ?? null;
  const known = summary?.known;
  React.useEffect(() => {
    if (currentData || isError) setWorking(known?.working === true);
  }, [currentData, isError, known]);

  if (isError) return <Widget.Error />;
  if (!currentData) return <Widget.Loading />;
  if ('reason' in currentData) {
    return <Widget.NoData>{inLanguage(currentData.reason, language)}</Widget.NoData>;
  }
  const lines = linesOf(currentData.data);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={2}>
      {lines.length === 0 && !known?.working && (
        <Typography textColor="success600">{text('widget.nothing')}</Typography>
      )}
      {lines.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {lines.map(({ key, filter, count }) => (
            <Box tag="li" key={key}>
              <Link tag={RouterLink} to={`${ROOT}/status?state=${filter}`}>
                {text(key, { count })}
              </Link>
            </Box>
          ))}
        </Flex>
      )}
      {known?.working && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {text('widget.working', { done: known.done, total: known.total })}
        </Typography>
      )}
      <LastRun />
    </Flex>
  );
};

const LastRun = () => {
  const text = useText();
  const { formatDate } = useIntl();
  const { currentData } = useGetJekyllRunsQuery(
    { page: 1, pageSize: 1 },
    { refetchOnMountOrArgChange: true },
  );
  const [run] = currentData?.data ?? [];
  if (!run) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {text('widget.last-run')}
      </Typography>
      <Link tag={RouterLink} to={`${ROOT}/history/${run.id}`}>
        {formatDate(run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}
      </Link>
      <RunStateBadge state={run.state} />
    </Flex>
  );
};
