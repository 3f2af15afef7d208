import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ListedAction } from '../../../contracts/exports';
import type { JobSummary } from '../../../contracts/jobs';
import { SEE_ACTION } from '../../../contracts/rights';
import { ProblemList } from '../files/ProblemList';
import { PushNotice } from '../history/PushNotice';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useRights } from '../page/use-rights';
import { useText } from '../publishing/use-text';
import { ActionFilter } from './ActionFilter';
import { useGetJekyllExportQuery } from './api';
import { PagedFiles } from './PagedFiles';

interface ResultViewProps {
  readonly job: JobSummary;
  readonly onPlan: () => void;
  readonly isStarting: boolean;
}

/** What an export did, with its commit and what became of that. */
export const ResultView = ({ job, onPlan, isStarting }: ResultViewProps) => {
  const text = useText();
  const has = useRights();
  const { textOf } = useFailure();
  const [page, setPage] = React.useState(1);
  const [action, setAction] = React.useState<ListedAction | undefined>();
  const { data, error } = useGetJekyllExportQuery({ id: job.id, page, action });
  if (error) return <Notice variant="danger">{textOf(error)}</Notice>;
  if (!data) return <Page.Loading />;
  const { totals, files, commit, push, problems } = data.data;
  const needsLook = totals.conflict + totals.refused > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Notice
        variant={needsLook ? 'warning' : 'success'}
        role="status"
        title={text(needsLook ? 'export.done-but' : 'export.done')}
      >
        {commit === null ? text('export.no-commit') : text('export.commit', { commit })}
      </Notice>
      <PushNotice push={push} />
      <ProblemList problems={problems} />
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Box>
          {has(SEE_ACTION) && (
            <Link tag={RouterLink} to="/plugins/jekyll/history">
              {text('export.see-history')}
            </Link>
          )}
        </Box>
        <Button variant="secondary" loading={isStarting} onClick={onPlan}>
          {text('export.plan-new')}
        </Button>
      </Flex>
      <ActionFilter
        totals={totals}
        action={action}
        onChange={(chosen) => {
          setAction(chosen);
          setPage(1);
        }}
      />
      {files.length === 0 && <Typography>{text('files.none')}</Typography>}
      <PagedFiles files={files} pagination={data.meta.pagination} onPage={setPage} />
    </Flex>
  );
};
