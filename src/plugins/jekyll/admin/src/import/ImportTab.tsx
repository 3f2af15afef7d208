import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import type { AskedImport, ImportBody } from '../../../contracts/imports';
import type { JobSummary } from '../../../contracts/jobs';
import { JobProgress } from '../jobs/JobProgress';
import { useLatestJob } from '../jobs/use-latest-job';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import {
  useGetJekyllImportQuery,
  useGetJekyllSourcesQuery,
  usePlanJekyllImportMutation,
  useRunJekyllImportMutation,
} from './api';
import { ImportedFiles } from './ImportedFiles';
import { SourceForm } from './SourceForm';

/** “Import”: choose, plan, look, run, result. What runs goes on and is found again. */
const ImportTab = () => {
  const text = useText();
  const plan = useLatestJob('import-plan');
  const run = useLatestJob('import');
  const sources = useGetJekyllSourcesQuery(undefined, { refetchOnMountOrArgChange: true });
  const [startPlan, planning] = usePlanJekyllImportMutation();
  const [startRun, running] = useRunJekyllImportMutation();
  const { tell } = useFailure();
  /** The job that somebody has done with. */
  const [left, setLeft] = React.useState<string | null>(null);

  const onPlan = async (body: ImportBody) => {
    const answer = await startPlan(body);
    if ('error' in answer) tell(answer.error);
  };
  const onRun = async (body: ImportBody) => {
    const answer = await startRun(body);
    if ('error' in answer) tell(answer.error);
  };
  const onLeave = (job: JobSummary) => {
    setLeft(job.id);
    void sources.refetch();
  };

  if (sources.isError) return <Page.Error />;
  if (plan.isLoading || run.isLoading || !sources.data) return <Page.Loading />;
  if (run.job?.state === 'running') {
    return <JobProgress job={run.job} title={text('import.running')} />;
  }
  const shown = later(own(run.job), own(plan.job));
  if (shown?.state === 'running') {
    return <JobProgress job={shown} title={text('import.planning')} />;
  }
  const form = (
    <SourceForm
      key={sources.data.upload?.id ?? ''}
      sources={sources.data}
      onPlan={(body) => void onPlan(body)}
      isStarting={planning.isLoading}
    />
  );
  if (!shown || shown.id === left) return form;
  if (shown.state !== 'done') {
    return (
      <Flex direction="column" alignItems="stretch" gap={6}>
        <EndNotice job={shown} />
        {form}
      </Flex>
    );
  }
  return (
    <Ended
      key={shown.id}
      job={shown}
      onRun={(body) => void onRun(body)}
      onLeave={() => onLeave(shown)}
      isStarting={running.isLoading}
    />
  );
};

/** A plan of somebody else is none of ours. */
const own = (job: JobSummary | null): JobSummary | null => (job?.mine ? job : null);
const later = (a: JobSummary | null, b: JobSummary | null): JobSummary | null =>
  a && b ? (a.startedAt >= b.startedAt ? a : b) : (a ?? b);

interface EndedProps {
  readonly job: JobSummary;
  readonly onRun: (body: ImportBody) => void;
  readonly onLeave: () => void;
  readonly isStarting: boolean;
}

/** What an import would do, or did. */
const Ended = ({ job, onRun, onLeave, isStarting }: EndedProps) => {
  const { textOf } = useFailure();
  const { data, error } = useGetJekyllImportQuery(job.id);
  if (error) return <Notice variant="danger">{textOf(error)}</Notice>;
  if (!data) return <Page.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {job.kind === 'import' ? (
        <Done report={data} onLeave={onLeave} />
      ) : (
        <Planned
          report={data}
          onRun={() => onRun(data.asked)}
          onLeave={onLeave}
          isStarting={isStarting}
        />
      )}
      <ImportedFiles posts={data.posts} totals={data.totals} />
    </Flex>
  );
};

interface PlannedProps {
  readonly report: AskedImport;
  readonly onRun: () => void;
  readonly onLeave: () => void;
  readonly isStarting: boolean;
}

const Planned = ({ report: { totals }, onRun, onLeave, isStarting }: PlannedProps) => {
  const text = useText();
  const count = totals.created + totals.updated;
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex justifyContent="space-between" gap={6} wrap="wrap">
        <Box>
          <Typography tag="h2" variant="delta">
            {text('import.planned')}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {text(count > 0 ? 'import.planned.help' : 'import.planned.nothing')}
          </Typography>
        </Box>
        <Flex gap={2}>
          <Button variant="tertiary" onClick={onLeave}>
            {text('import.discard')}
          </Button>
          <Button disabled={count === 0} loading={isStarting} onClick={onRun}>
            {text('import.run', { count })}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};

interface DoneProps {
  readonly report: AskedImport;
  readonly onLeave: () => void;
}

const Done = ({ report: { totals }, onLeave }: DoneProps) => {
  const text = useText();
  const needsLook = totals.failed > 0;
  const { created, updated, items, media } = totals;
  return (
    <>
      <Notice
        variant={needsLook ? 'warning' : 'success'}
        role="status"
        title={text(needsLook ? 'import.done-but' : 'import.done')}
      >
        {text('import.done.help', { posts: created + updated, items, media })}
      </Notice>
      <Flex justifyContent="flex-end">
        <Button variant="secondary" onClick={onLeave}>
          {text('import.again')}
        </Button>
      </Flex>
    </>
  );
};

/** Why a job gave nothing. */
const EndNotice = ({ job }: { readonly job: JobSummary }) => {
  const text = useText();
  const { locale: language } = useIntl();
  const isRun = job.kind === 'import';
  if (job.state === 'cancelled') {
    const title = text(isRun ? 'import.cancelled' : 'import.plan-cancelled');
    return (
      <Notice variant="warning" role="status" title={title}>
        {isRun && text('import.cancelled.help')}
      </Notice>
    );
  }
  const title = text(isRun ? 'import.failed' : 'import.plan-failed');
  return (
    <Notice variant="danger" role="alert" title={title}>
      {job.problem && inLanguage(job.problem.message, language)}
    </Notice>
  );
};

export default ImportTab;
