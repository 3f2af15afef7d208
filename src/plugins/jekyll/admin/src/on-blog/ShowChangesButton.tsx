import { Box, Button, Flex, Loader, Modal, Tabs, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import * as React from 'react';
import { useIntl } from 'react-intl';
import type { FileChange, PostChanges } from '../../../contracts/on-blog';
import { DiffView } from '../files/DiffView';
import { ProblemList } from '../files/ProblemList';
import { inLanguage } from '../publishing/language';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { useGetJekyllChangesQuery } from './api';
import { PLAN_TEXT } from './state-texts';

/** Opens a window with what the blog has against what it would get. */
export const ShowChangesButton = (version: PostVersion) => {
  const text = useText();
  const [isOpen, setOpen] = React.useState(false);
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button type="button" variant="secondary" size="S" startIcon={<Eye aria-hidden />}>
          {text('blog.changes')}
        </Button>
      </Modal.Trigger>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('blog.changes.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{isOpen && <Changes {...version} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};

const Changes = (version: PostVersion) => {
  const text = useText();
  const { locale: language } = useIntl();
  const { currentData, error } = useGetJekyllChangesQuery(version, {
    refetchOnMountOrArgChange: true,
  });
  if (error) {
    const isForbidden = 'status' in error && error.status === 403;
    return (
      <Typography textColor="danger600">
        {text(isForbidden ? 'blog.changes.forbidden' : 'blog.changes.failed')}
      </Typography>
    );
  }
  if (!currentData) {
    return (
      <Flex justifyContent="center" padding={6}>
        <Loader>{text('blog.changes.loading')}</Loader>
      </Flex>
    );
  }
  if ('reason' in currentData) {
    return <Typography>{inLanguage(currentData.reason, language)}</Typography>;
  }
  return <BothChanges changes={currentData.data} />;
};

/** The published version and the draft, side by side as tabs where both say something. */
const BothChanges = ({ changes }: { readonly changes: PostChanges }) => {
  const text = useText();
  const { published, draft } = changes;
  const parts = [
    { key: 'published', change: published, label: text('blog.changes.published') },
    { key: 'draft', change: draft, label: text('blog.changes.draft') },
  ].flatMap(({ change, ...part }) => (change ? [{ ...part, change }] : []));
  const [only] = parts;
  if (!only) return <Typography>{text('blog.changes.nothing')}</Typography>;
  if (parts.length === 1) {
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="h3" variant="delta">
          {only.label}
        </Typography>
        <OneChange change={only.change} />
        {published && (
          <Typography variant="pi" textColor="neutral600">
            {text('blog.changes.same-draft')}
          </Typography>
        )}
      </Flex>
    );
  }
  return (
    // What the blog lacks first: a draft is looked at where the published text is in step.
    <Tabs.Root defaultValue={published?.diff === undefined ? 'draft' : 'published'}>
      <Tabs.List aria-label={text('blog.changes.title')}>
        {parts.map(({ key, label }) => (
          <Tabs.Trigger key={key} value={key}>
            {label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {parts.map(({ key, change }) => (
        <Tabs.Content key={key} value={key}>
          <Box paddingTop={4}>
            <OneChange change={change} />
          </Box>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};

const OneChange = ({ change }: { readonly change: FileChange }) => {
  const text = useText();
  const { action, path, from, diff, problems } = change;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography style={{ overflowWrap: 'anywhere' }}>
        {`${text(PLAN_TEXT[action])} · ${from === undefined ? path : `${from} → ${path}`}`}
      </Typography>
      <ProblemList problems={problems} />
      {diff === undefined ? (
        <Typography textColor="neutral600">{text('blog.changes.none')}</Typography>
      ) : (
        <DiffView diff={diff} />
      )}
    </Flex>
  );
};
