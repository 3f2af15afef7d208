import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { JobSummary } from '../../../contracts/jobs';
import type { RunStep } from '../../../contracts/report';
import { Notice } from '../page/Notice';
import { inLanguage } from '../publishing/language';
import { type TextKey, useText } from '../publishing/use-text';
import { useCancelJekyllJobMutation } from './api';

const STEP_TEXT: Readonly<Record<RunStep, TextKey>> = {
  recover: 'jobs.step.recover',
  fetch: 'jobs.step.fetch',
  plan: 'jobs.step.plan',
  write: 'jobs.step.write',
  commit: 'jobs.step.commit',
  push: 'jobs.step.push',
};

interface JobProgressProps {
  readonly job: JobSummary;
  /** What is being done, for whoever reads or hears it. */
  readonly title: string;
}

/** How far a job at work is, what it is doing or waiting for, and a way to cancel one's own. */
export const JobProgress = ({ job, title }: JobProgressProps) => {
  const text = useText();
  const { locale: language } = useIntl();
  const [cancel, { isLoading }] = useCancelJekyllJobMutation();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const { progress, step, waitingFor, stopping, mine, actor } = job;
  const { done = 0, total = null, label = '' } = progress ?? {};
  const percent = total ? Math.min(100, Math.round((100 * done) / total)) : 0;

  const onCancel = async () => {
    const answer = await cancel(job.id);
    if ('error' in answer && answer.error) {
      const message = formatAPIError(answer.error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
    }
  };
  return (
    <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" gap={4}>
          <Box>
            <Typography tag="h2" variant="delta">
              {title}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {mine ? text('jobs.goes-on') : text('jobs.of', { name: actor.name })}
            </Typography>
          </Box>
          {mine && (
            <Button
              variant="danger-light"
              disabled={stopping}
              loading={isLoading}
              onClick={() => void onCancel()}
            >
              {text(stopping ? 'jobs.stopping' : 'jobs.cancel')}
            </Button>
          )}
        </Flex>
        <Box role="status">
          {/* The design system's bar has a fixed width; it is to fill the card. */}
          <ProgressBar value={percent} aria-label={title} style={{ width: '100%' }} />
          <Flex justifyContent="space-between" gap={4} paddingTop={2}>
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {waitingFor ? '' : [step && text(STEP_TEXT[step]), label].filter(Boolean).join(' · ')}
            </Typography>
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
              {total === null ? text('jobs.begins') : text('jobs.count', { done, total })}
            </Typography>
          </Flex>
        </Box>
        {waitingFor && <Notice variant="info">{inLanguage(waitingFor, language)}</Notice>}
      </Flex>
    </Box>
  );
};
