import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';
import type { PlanExportRequest } from '../../../contracts/exports';
import type { JobSummary } from '../../../contracts/jobs';
import { JobProgress } from '../jobs/JobProgress';
import { useLatestJob } from '../jobs/use-latest-job';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import { usePlanJekyllExportMutation } from './api';
import { chosenVersions } from './chosen';
import { PlanView } from './PlanView';
import { ResultView } from './ResultView';

/** “Export”: plan, look, leave out, run, result. What runs goes on and is found again. */
const ExportTab = () => {
  const text = useText();
  const plan = useLatestJob('export-plan');
  const run = useLatestJob('export');
  const [startPlan, { isLoading: isStarting }] = usePlanJekyllExportMutation();
  const { tell } = useFailure();

  const makePlan = React.useCallback(
    async (request: PlanExportRequest) => {
      const answer = await startPlan(request);
      if ('error' in answer) tell(answer.error);
    },
    [startPlan, tell],
  );
  usePlanOfChosen(makePlan);

  if (plan.isLoading || run.isLoading) return <Page.Loading />;
  if (run.job?.state === 'running') {
    return <JobProgress job={run.job} title={text('export.running')} />;
  }
  // A plan of somebody else is none of ours.
  const ownPlan = plan.job?.mine ? plan.job : null;
  const ownRun = run.job?.mine ? run.job : null;
  const shown = later(ownRun, ownPlan);
  if (shown === null) return <Start onPlan={() => void makePlan({})} isStarting={isStarting} />;
  if (shown.state === 'running') return <JobProgress job={shown} title={text('export.planning')} />;
  if (shown.state !== 'done') {
    return (
      <Flex direction="column" alignItems="stretch" gap={6}>
        <EndNotice job={shown} />
        <Start onPlan={() => void makePlan({})} isStarting={isStarting} />
      </Flex>
    );
  }
  if (shown.kind === 'export') {
    return <ResultView job={shown} onPlan={() => void makePlan({})} isStarting={isStarting} />;
  }
  return <PlanView key={shown.id} job={shown} onPlan={makePlan} isStarting={isStarting} />;
};

/** Posts that were chosen elsewhere come along with the navigation, and are planned once. */
function usePlanOfChosen(makePlan: (request: PlanExportRequest) => Promise<void>): void {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const documents = React.useMemo(() => chosenVersions(state), [state]);
  React.useEffect(() => {
    if (documents.length === 0) return;
    navigate(pathname, { replace: true, state: null });
    void makePlan({ documents });
  }, [documents, makePlan, navigate, pathname]);
}

const later = (a: JobSummary | null, b: JobSummary | null): JobSummary | null =>
  a && b ? (a.startedAt >= b.startedAt ? a : b) : (a ?? b);

interface StartProps {
  readonly onPlan: () => void;
  readonly isStarting: boolean;
}

const Start = ({ onPlan, isStarting }: StartProps) => {
  const text = useText();
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex justifyContent="space-between" gap={6} wrap="wrap">
        <Box>
          <Typography tag="h2" variant="delta">
            {text('export.start')}
          </Typography>
          <Typography textColor="neutral600">{text('export.start.help')}</Typography>
        </Box>
        <Button onClick={onPlan} loading={isStarting}>
          {text('export.plan')}
        </Button>
      </Flex>
    </Box>
  );
};

/** Why a job gave nothing. */
const EndNotice = ({ job }: { readonly job: JobSummary }) => {
  const text = useText();
  const { locale: language } = useIntl();
  const isRun = job.kind === 'export';
  if (job.state === 'cancelled') {
    return (
      <Notice
        variant="warning"
        role="status"
        title={text(isRun ? 'export.cancelled' : 'export.plan-cancelled')}
      >
        {isRun && text('export.cancelled.help')}
      </Notice>
    );
  }
  return (
    <Notice
      variant="danger"
      role="alert"
      title={text(isRun ? 'export.failed' : 'export.plan-failed')}
    >
      {job.problem && inLanguage(job.problem.message, language)}
    </Notice>
  );
};

export default ExportTab;
