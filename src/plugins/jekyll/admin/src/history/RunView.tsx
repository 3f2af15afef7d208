import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { isFetchError, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink, useParams } from 'react-router-dom';
import type { RunDetail } from '../../../contracts/runs';
import { ProblemList } from '../files/ProblemList';
import { RunFiles } from '../files/RunFiles';
import { Notice } from '../page/Notice';
import { useText } from '../publishing/use-text';
import { useGetJekyllRunQuery } from './api';
import { PushNotice } from './PushNotice';
import { RunCounts, StateBadge } from './RunList';
import { durationOf, KIND_TEXT, TRIGGER_TEXT } from './run-texts';

/** One run: what it did with which file, and how the texts differ. */
export const RunView = () => {
  const text = useText();
  const { id = '' } = useParams();
  const { data: run, error } = useGetJekyllRunQuery(Number(id), {
    refetchOnMountOrArgChange: true,
  });
  if (error) {
    const isGone = isFetchError(error) && error.status === 404;
    return isGone ? <Page.NoData /> : <Page.Error />;
  }
  if (!run) return <Page.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Link tag={RouterLink} to=".." startIcon={<ArrowLeft />}>
          {text('history.back')}
        </Link>
      </Box>
      <RunFacts run={run} />
      {run.state === 'interrupted' && (
        <Notice variant="warning">{text('history.interrupted.help')}</Notice>
      )}
      <PushNotice push={run.push} />
      <ProblemList problems={run.problems} />
      <RunFiles files={run.files} />
    </Flex>
  );
};

const RunFacts = ({ run }: { readonly run: RunDetail }) => {
  const text = useText();
  const { formatDate, locale } = useIntl();
  const facts = [
    [
      text('history.column.when'),
      formatDate(run.startedAt, { dateStyle: 'long', timeStyle: 'medium' }),
    ],
    [text('history.column.who'), run.actor?.name ?? text(TRIGGER_TEXT[run.trigger])],
    [text('history.column.trigger'), text(TRIGGER_TEXT[run.trigger])],
    [
      text('history.column.duration'),
      run.duration === null ? '–' : durationOf(run.duration, locale),
    ],
    [text('history.column.commit'), run.commit ?? '–'],
  ] as const;
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={3} alignItems="center">
          <Typography tag="h2" variant="beta">
            {text(KIND_TEXT[run.kind])}
          </Typography>
          <StateBadge state={run.state} />
        </Flex>
        <RunCounts run={run} />
      </Flex>
      <Flex tag="dl" gap={6} wrap="wrap" paddingTop={4}>
        {facts.map(([name, value]) => (
          <Box key={name}>
            <Typography tag="dt" variant="sigma" textColor="neutral600">
              {name}
            </Typography>
            <Typography tag="dd" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Box>
  );
};
