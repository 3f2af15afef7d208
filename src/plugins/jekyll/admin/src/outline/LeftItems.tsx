import { getFetchClient, useForm, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { movesIn } from '../../../core/outline/relation-value';
import {
  DISCARD_ITEMS_PATH,
  LEFT_ITEMS_PATH,
  type LeftItemsRequest,
  type LeftItemsResponse,
} from '../../../contracts/outline';
import { Notice } from '../page/Notice';
import { useText } from '../publishing/use-text';
import { forgetMade, formKey, madeIn } from './made-items';

type Left = LeftItemsResponse['data'];

interface LeftItemsProps {
  readonly documentId: string | null;
  readonly locale: string;
}

const ask = (path: string, request: LeftItemsRequest): Promise<Left> =>
  getFetchClient()
    .post<LeftItemsResponse>(path, request)
    .then(({ data }) => data.data);

/**
 * Asks what is to become of items that were made in this form's outline and are in no post: the form
 * was left without saving, or they were taken out again.
 */
export const LeftItems = ({ documentId, locale }: LeftItemsProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const form = formKey(documentId, locale);
  const sections = useForm(
    'JekyllLeftItems',
    (state) => (state.values as Record<string, unknown>)['sections'],
  );
  const inForm = Array.isArray(sections)
    ? sections.flatMap((section) => movesIn((Object(section) as { items?: unknown }).items))
    : [];
  const held = new Set(inForm.map(({ id }) => id));
  const open = madeIn(localStorage, form).filter((id) => !held.has(id));
  const asked = open.join(' ');
  const [left, setLeft] = React.useState<Left>([]);
  const [busy, setBusy] = React.useState(false);

  React.useEffect(() => {
    setLeft([]);
    if (asked === '') return undefined;
    let isCurrent = true;
    const documentIds = asked.split(' ');
    ask(LEFT_ITEMS_PATH, { locale, documentIds })
      .then((found) => {
        // Saved meanwhile, or somebody uses them: there is nothing to ask any more.
        const unused = new Set(found.map((item) => item.documentId));
        forgetMade(
          localStorage,
          form,
          documentIds.filter((id) => !unused.has(id)),
        );
        if (isCurrent) setLeft(found);
      })
      // Whoever may not delete items is not asked about them.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [asked, form, locale]);

  if (left.length === 0) return null;
  const ids = left.map((item) => item.documentId);
  const done = () => {
    forgetMade(localStorage, form, ids);
    setLeft([]);
  };
  const discard = async () => {
    setBusy(true);
    try {
      const { length } = await ask(DISCARD_ITEMS_PATH, { locale, documentIds: ids });
      done();
      toggleNotification({
        type: 'success',
        message: text('outline.left.deleted', { count: length }),
      });
    } catch {
      toggleNotification({ type: 'danger', message: text('outline.left.failed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Notice
      variant="warning"
      role="status"
      title={text('outline.left.title', { count: left.length })}
    >
      <Box tag="ul" paddingBottom={2}>
        {left.map(({ documentId: id, title }) => (
          <Typography key={id} tag="li" variant="pi" textColor="neutral800">
            {title || text('publishing.untitled')}
          </Typography>
        ))}
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button
          type="button"
          size="S"
          variant="danger-light"
          loading={busy}
          onClick={() => void discard()}
        >
          {text('outline.left.delete')}
        </Button>
        <Button type="button" size="S" variant="tertiary" disabled={busy} onClick={done}>
          {text('outline.left.keep')}
        </Button>
      </Flex>
    </Notice>
  );
};
