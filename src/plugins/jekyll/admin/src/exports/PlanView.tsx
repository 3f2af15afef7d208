import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { IGNORE_CHECKS_ACTION } from '../../../contracts/checks';
import type { ListedAction, PlanExportRequest } from '../../../contracts/exports';
import type { JobSummary } from '../../../contracts/jobs';
import type { PostVersion } from '../../../contracts/service';
import { ProblemList } from '../files/ProblemList';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useRights } from '../page/use-rights';
import { useText } from '../publishing/use-text';
import { useGetJekyllExportQuery, useRunJekyllExportMutation } from './api';
import { ActionFilter } from './ActionFilter';
import { PagedFiles } from './PagedFiles';

interface PlanViewProps {
  readonly job: JobSummary;
  readonly onPlan: (request: PlanExportRequest) => Promise<void>;
  readonly isStarting: boolean;
}

const keyOf = ({ documentId, locale }: PostVersion): string => `${documentId} ${locale}`;

/** What an export would do: look, leave out, run. */
export const PlanView = ({ job, onPlan, isStarting }: PlanViewProps) => {
  const text = useText();
  const has = useRights();
  const { tell, textOf } = useFailure();
  const [page, setPage] = React.useState(1);
  const [action, setAction] = React.useState<ListedAction | undefined>();
  const [left, setLeft] = React.useState<ReadonlyMap<string, PostVersion>>(new Map());
  const [startRun, { isLoading: isRunning }] = useRunJekyllExportMutation();
  const { data, error } = useGetJekyllExportQuery({ id: job.id, page, action });
  if (error) {
    return <Notice variant="danger">{textOf(error)}</Notice>;
  }
  if (!data) return <Page.Loading />;
  const { totals, files, options, asksForce, versions, problems } = data.data;
  const force = options?.force ?? false;
  const ignoreChecks = options?.ignoreChecks ?? false;
  const count = versions - left.size;
  const again = (more: Partial<PlanExportRequest>) =>
    void onPlan({ again: job.id, force, ignoreChecks, ...more });

  const run = async () => {
    const answer = await startRun({ plan: job.id, without: [...left.values()] });
    if ('error' in answer) tell(answer.error);
  };
  const toggle = (version: PostVersion) => {
    const next = new Map(left);
    if (!next.delete(keyOf(version))) next.set(keyOf(version), version);
    setLeft(next);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
        <Flex justifyContent="space-between" gap={4} wrap="wrap">
          <Box>
            <Typography tag="h2" variant="delta">
              {text('export.planned')}
            </Typography>
            <Typography textColor="neutral600" role="status">
              {versions === 0
                ? text('export.in-step')
                : text('export.planned.help', { count, left: left.size })}
            </Typography>
          </Box>
          <Flex gap={2}>
            <Button variant="tertiary" loading={isStarting} onClick={() => again({})}>
              {text('export.plan-again')}
            </Button>
            <Button disabled={count === 0} loading={isRunning} onClick={() => void run()}>
              {text('export.run', { count })}
            </Button>
          </Flex>
        </Flex>
        {has(IGNORE_CHECKS_ACTION) && (ignoreChecks || totals.refused > 0) && (
          <Box paddingTop={4}>
            <Checkbox
              checked={ignoreChecks}
              disabled={isStarting}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                again({ ignoreChecks: checked === true })
              }
            >
              {text('export.ignore-checks')}
            </Checkbox>
          </Box>
        )}
      </Box>
      {asksForce && !force && (
        <Notice variant="warning" title={text('export.force')}>
          <Flex justifyContent="space-between" gap={4} wrap="wrap">
            <Typography>{text('export.force.help')}</Typography>
            <Button
              variant="danger-light"
              loading={isStarting}
              onClick={() => again({ force: true })}
            >
              {text('export.force.yes')}
            </Button>
          </Flex>
        </Notice>
      )}
      <ProblemList problems={problems} />
      <ActionFilter
        totals={totals}
        action={action}
        onChange={(chosen) => {
          setAction(chosen);
          setPage(1);
        }}
      />
      <PagedFiles
        files={files}
        pagination={data.meta.pagination}
        onPage={setPage}
        choice={{
          isIn: (version) => !left.has(keyOf(version)),
          toggle,
        }}
        changes={{ force, ignoreChecks }}
      />
    </Flex>
  );
};
