import { getFetchClient, useNotification } from '@strapi/strapi/admin';
import { Box, Button, Field, Flex, Loader, Textarea, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';
import { CITATIONS_LIMIT } from '../../../contracts/citations';
import {
  type NewItemsRequest,
  type NewItemsResponse,
  OUTLINE_ITEMS_PATH,
  type OutlineItem,
} from '../../../contracts/outline';
import { useText } from '../publishing/use-text';
import { CitationDrafts } from './CitationDrafts';
import { FoundItems } from './FoundItems';
import { addressesIn } from './pasted';
import { referenceOf, useCitations } from './use-citations';
import { useItemSearch } from './use-item-search';

/** In sight however many addresses stand above. */
const Actions = styled(Flex)<{ $sticky: boolean }>`
  position: ${({ $sticky }) => ($sticky ? 'sticky' : 'static')};
  bottom: 0;
  z-index: 1;
`;

interface AddItemsProps {
  readonly locale: string;
  /** Items that the post shows already. */
  readonly omit: readonly string[];
  onAdd(items: readonly OutlineItem[]): void;
  /** Told of those that did not exist before. */
  onMade(documentIds: readonly string[]): void;
  onClose(): void;
}

/** One field for three ways to add: pasted addresses, a search among items, a new title. */
export const AddItems = ({ locale, omit, onAdd, onMade, onClose }: AddItemsProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = React.useState('');
  const [making, setMaking] = React.useState(false);
  const citations = useCitations(locale);
  const pasted = addressesIn(typed);
  const hasAddresses = pasted.length > 0;
  const search = useItemSearch(hasAddresses ? null : { locale, q: typed.trim(), omit });
  const field = React.useRef<HTMLTextAreaElement>(null);
  React.useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'center' });
  }, []);

  const make = async (items: NewItemsRequest['items']): Promise<void> => {
    setMaking(true);
    try {
      const { data } = await getFetchClient().post<NewItemsResponse>(OUTLINE_ITEMS_PATH, {
        locale,
        items,
      });
      onMade(data.data.map(({ documentId }) => documentId));
      onAdd(data.data);
      setTyped('');
      citations.clear();
      field.current?.focus();
    } catch {
      toggleNotification({ type: 'danger', message: text('outline.make-failed') });
    } finally {
      setMaking(false);
    }
  };
  const change = (next: string, isPaste: boolean): void => {
    setTyped(next);
    const addresses = addressesIn(next);
    if (addresses.length === 0) citations.clear();
    else if (isPaste) citations.ask(addresses);
  };
  const { drafts, state } = citations;
  const complete = drafts.length > 0 && drafts.every(({ title }) => title.trim() !== '');

  return (
    <Box
      hasRadius
      background="neutral100"
      padding={3}
      marginTop={3}
      // Pointers here take nothing of the board.
      onDragOver={(event: React.DragEvent) => event.stopPropagation()}
    >
      <Field.Root name="jekyll-outline-add" hint={text('outline.add-hint')}>
        <Field.Label>{text('outline.add-label')}</Field.Label>
        <Textarea
          ref={field}
          rows={2}
          style={{ minHeight: '5.6rem', maxHeight: '16rem' }}
          value={typed}
          disabled={making}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
            change(
              event.target.value,
              (event.nativeEvent as InputEvent).inputType === 'insertFromPaste',
            )
          }
          onKeyDown={(event: React.KeyboardEvent) => {
            if (
              event.key === 'Enter' &&
              !event.shiftKey &&
              !event.nativeEvent.isComposing &&
              hasAddresses
            ) {
              event.preventDefault();
              citations.ask(pasted);
            }
          }}
        />
        <Field.Hint />
      </Field.Root>

      <Box aria-live="polite" aria-busy={state === 'asking'}>
        {state === 'asking' && (
          <Flex gap={2} paddingTop={3}>
            <Loader small>{text('outline.asking')}</Loader>
            <Typography variant="pi">{text('outline.asking')}</Typography>
          </Flex>
        )}
        {state === 'failed' && (
          <Typography tag="p" textColor="danger600" paddingTop={3}>
            {text('outline.ask-failed')}
          </Typography>
        )}
        {pasted.length > CITATIONS_LIMIT && (
          <Typography tag="p" textColor="warning700" paddingTop={3}>
            {text('outline.too-many', { count: CITATIONS_LIMIT })}
          </Typography>
        )}
      </Box>
      {hasAddresses && drafts.length > 0 && (
        <CitationDrafts citations={citations} disabled={making} />
      )}
      {!hasAddresses && (
        <FoundItems
          search={search}
          disabled={making}
          onAdd={(item) => {
            onAdd([item]);
            field.current?.focus();
          }}
        />
      )}
      <Actions
        $sticky={drafts.length > 0}
        gap={2}
        paddingTop={3}
        paddingBottom={3}
        wrap="wrap"
        background="neutral100"
      >
        {hasAddresses && state !== 'done' && (
          <Button
            type="button"
            size="S"
            loading={state === 'asking'}
            onClick={() => citations.ask(pasted)}
          >
            {text('outline.look-up', { count: Math.min(pasted.length, CITATIONS_LIMIT) })}
          </Button>
        )}
        {hasAddresses && drafts.length > 0 && (
          <Button
            type="button"
            size="S"
            startIcon={<Plus />}
            loading={making}
            disabled={!complete}
            onClick={() =>
              void make(
                drafts.map((draft) => ({
                  title: draft.title.trim(),
                  references: [referenceOf(draft)],
                })),
              )
            }
          >
            {text('outline.make-all', { count: drafts.length })}
          </Button>
        )}
        {!hasAddresses && typed.trim() !== '' && (
          <Button
            type="button"
            size="S"
            startIcon={<Plus />}
            loading={making}
            onClick={() => void make([{ title: typed.trim(), references: [] }])}
          >
            {text('outline.make', { title: typed.trim() })}
          </Button>
        )}
        <Button type="button" size="S" variant="tertiary" onClick={onClose}>
          {text('outline.add-done')}
        </Button>
      </Actions>
    </Box>
  );
};
