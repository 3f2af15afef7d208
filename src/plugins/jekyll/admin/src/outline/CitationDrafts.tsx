import {
  Box,
  Field,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type * as React from 'react';
import { REFERENCE_KINDS, type ReferenceKind } from '../../../contracts/citations';
import { useText } from '../publishing/use-text';
import type { Citations, Draft } from './use-citations';

interface CitationDraftsProps {
  readonly citations: Pick<Citations, 'drafts' | 'change' | 'drop'>;
  readonly disabled: boolean;
}

/** What was found for pasted addresses, for the editor to correct. */
export const CitationDrafts = ({ citations, disabled }: CitationDraftsProps) => {
  const text = useText();
  return (
    <Box tag="ol" aria-label={text('outline.found')}>
      {citations.drafts.map((draft) => (
        <DraftRow
          key={draft.address}
          draft={draft}
          disabled={disabled}
          onChange={(change) => citations.change(draft.address, change)}
          onDrop={() => citations.drop(draft.address)}
        />
      ))}
    </Box>
  );
};

interface DraftRowProps {
  readonly draft: Draft;
  readonly disabled: boolean;
  onChange(change: Partial<Draft>): void;
  onDrop(): void;
}

const DraftRow = ({ draft, disabled, onChange, onDrop }: DraftRowProps) => {
  const text = useText();
  const { address, title, publisher, kind, citation } = draft;
  const missing = title.trim() === '';
  return (
    <Box tag="li" paddingTop={3}>
      <Flex gap={2} alignItems="flex-end" wrap="wrap">
        <Field.Root
          name={`title ${address}`}
          flex="4 1 30rem"
          error={missing ? text('outline.type-title') : undefined}
        >
          <Field.Label>{text('outline.field.title')}</Field.Label>
          <TextInput
            size="S"
            value={title}
            disabled={disabled}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
              onChange({ title: event.target.value })
            }
          />
        </Field.Root>
        {!citation.known && (
          <>
            <Field.Root name={`publisher ${address}`} flex="1 1 14rem">
              <Field.Label>{text('outline.field.publisher')}</Field.Label>
              <TextInput
                size="S"
                value={publisher}
                disabled={disabled}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  onChange({ publisher: event.target.value })
                }
              />
            </Field.Root>
            <Field.Root name={`kind ${address}`} flex="0 1 13rem">
              <Field.Label>{text('outline.field.kind')}</Field.Label>
              <SingleSelect
                size="S"
                value={kind}
                disabled={disabled}
                onChange={(value) => onChange({ kind: value as ReferenceKind })}
              >
                {REFERENCE_KINDS.map((one) => (
                  <SingleSelectOption key={one} value={one}>
                    {text(`outline.kind.${one}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </>
        )}
        <IconButton
          type="button"
          variant="ghost"
          withTooltip={false}
          label={text('outline.drop-address', { address })}
          disabled={disabled}
          onClick={onDrop}
        >
          <Cross />
        </IconButton>
      </Flex>
      <Typography
        tag="p"
        variant="pi"
        textColor={missing ? 'danger600' : 'neutral600'}
        paddingTop={1}
        style={{ overflowWrap: 'anywhere' }}
      >
        {missing && `${text('outline.type-title')} `}
        {citation.known
          ? text('outline.known', { title: citation.known.title || citation.known.url })
          : citation.failure !== null && `${text(`outline.failure.${citation.failure}`)} `}{' '}
        {address}
      </Typography>
    </Box>
  );
};
