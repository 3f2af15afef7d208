import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Page, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import type { Conflict, ConflictRefusal } from '../../../contracts/conflicts';
import type { Resolution } from '../../../contracts/service';
import { ProblemList } from '../files/ProblemList';
import { Notice } from '../page/Notice';
import { useFailure } from '../page/use-failure';
import { useText } from '../publishing/use-text';
import { useGetJekyllConflictQuery, useResolveJekyllConflictMutation } from './api';
import { ChoiceButton } from './ChoiceButton';
import { MergeEditor } from './MergeEditor';
import { SideBySide } from './SideBySide';

const LIST = '/plugins/jekyll/conflicts';

/** One conflict: both sides and what they had in common, and the ways to settle it. */
export const ConflictView = () => {
  const text = useText();
  const { textOf } = useFailure();
  const { documentId = '', locale = '' } = useParams();
  const version = { documentId, locale };
  const { currentData, error, isFetching, refetch } = useGetJekyllConflictQuery(version, {
    refetchOnMountOrArgChange: true,
  });
  const [isStale, setStale] = React.useState(false);
  const status = isFetching ? null : statusOf(error);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Link tag={RouterLink} to={LIST} startIcon={<ArrowLeft />}>
          {text('conflicts.back')}
        </Link>
      </Box>
      {isStale && (
        <Notice variant="warning" role="alert">
          {text('conflicts.changed-meanwhile')}
        </Notice>
      )}
      {status === 404 && <Notice variant="success">{text('conflicts.gone')}</Notice>}
      {status === 403 && <Notice variant="warning">{text('conflicts.forbidden')}</Notice>}
      {status !== null && status !== 404 && status !== 403 && (
        <Notice variant="danger">{textOf(error)}</Notice>
      )}
      {status === null && !currentData && <Page.Loading>{text('conflicts.looking')}</Page.Loading>}
      {status === null && currentData && (
        <Settle
          conflict={currentData}
          onStale={() => {
            setStale(true);
            void refetch();
          }}
        />
      )}
    </Flex>
  );
};

/** 0 for an error without one; null without an error. */
const statusOf = (error: unknown): number | null =>
  error === undefined ? null : ((error as { status?: number } | null)?.status ?? 0);

const isChanged = (error: unknown): boolean => {
  const { details } = (error ?? {}) as { details?: Partial<ConflictRefusal> };
  return details?.code === 'CONFLICT_CHANGED';
};

interface SettleProps {
  readonly conflict: Conflict;
  /** A side says something else than what is shown. */
  readonly onStale: () => void;
}

const Settle = ({ conflict, onStale }: SettleProps) => {
  const text = useText();
  const navigate = useNavigate();
  const { tell } = useFailure();
  const { toggleNotification } = useNotification();
  const [resolve, { isLoading }] = useResolveJekyllConflictMutation();
  const { documentId, locale, version, choices, sides, path } = conflict;
  const start = sides.marked ?? sides.cms ?? '';
  /** What somebody typed stays when a side changed meanwhile: it is theirs. */
  const [edited, setEdited] = React.useState<string | null>(null);
  const [isEditing, setEditing] = React.useState(false);

  const settle = async (resolution: Resolution) => {
    const answer = await resolve({ documentId, locale, body: { version, resolution } });
    if ('error' in answer) {
      if (isChanged(answer.error)) onStale();
      else tell(answer.error);
      return;
    }
    toggleNotification({
      type: answer.data.problems.length > 0 ? 'warning' : 'success',
      message: text('conflicts.done', { path: answer.data.path }),
    });
    navigate(LIST);
  };
  return (
    <>
      <Box>
        <Typography tag="h2" variant="beta">
          {conflict.title ?? conflict.slug}
        </Typography>
        <Typography textColor="neutral600">{`${locale} · ${path}`}</Typography>
      </Box>
      <ProblemList problems={conflict.problems} />
      {isEditing ? (
        <MergeEditor
          conflict={conflict}
          value={edited ?? start}
          onChange={setEdited}
          isBusy={isLoading}
          onSave={() => void settle({ use: 'merged', text: edited ?? start })}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <SideBySide sides={sides} />
          {choices.length === 0 && (
            <Notice variant="info">{text('conflicts.none-possible')}</Notice>
          )}
          <Flex justifyContent="flex-end" gap={2} wrap="wrap">
            {(['blog', 'cms'] as const)
              .filter((choice) => choices.includes(choice))
              .map((choice) => (
                <ChoiceButton
                  key={choice}
                  choice={choice}
                  conflict={conflict}
                  isBusy={isLoading}
                  onChoose={() => void settle({ use: choice })}
                />
              ))}
            {choices.includes('merged') && (
              <Button disabled={isLoading} onClick={() => setEditing(true)}>
                {text('conflicts.use.merged')}
              </Button>
            )}
          </Flex>
        </>
      )}
    </>
  );
};
