import {
  Badge,
  Box,
  Button,
  Field,
  Flex,
  Grid,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import type { TranslatedField, TranslatedPart } from '../../../contracts/translations';
import { useText } from '../publishing/use-text';
import { isOpen } from './edits';
import { useNames } from './use-names';
import { WordDiff } from './WordDiff';

const COLOURS = {
  untouched: ['primary100', 'primary700'],
  translated: ['success100', 'success700'],
  behind: ['danger100', 'danger700'],
} as const;

/** Height of a text of so many lines, in an input that grows with it. */
const heightOf = (...texts: readonly string[]): string => {
  const lines = texts.map((text) =>
    text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0),
  );
  return `${Math.min(24, Math.max(2, ...lines)) * 2.1 + 2}rem`;
};

export interface FieldRowProps {
  readonly part: TranslatedPart;
  readonly field: TranslatedField;
  readonly from: string;
  readonly locale: string;
  /** What the editor is writing; null where the field is as saved. */
  readonly edit: string | null;
  readonly busy: boolean;
  readonly onChange: (value: string) => void;
  readonly onMark: () => void;
}

/** One text: the original, what changed in it, and the translation to write. */
export const FieldRow = (props: FieldRowProps) => {
  const { part, field, from, locale, edit, busy, onChange, onMark } = props;
  const text = useText();
  const { language, partField } = useNames();
  const id = React.useId();
  const label = partField(part, field.path, field.name);
  const value = edit ?? field.translation;
  const [background, colour] = COLOURS[field.state];
  const own = (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    onChange(event.target.value);
  return (
    <Grid.Root gap={4} gridCols={12} tag="section" aria-label={`${part.title}: ${label}`}>
      <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
        <Flex direction="column" alignItems="stretch" gap={2} height="100%">
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {`${label} (${language(from)})`}
          </Typography>
          <Box background="neutral100" borderColor="neutral200" hasRadius padding={3}>
            <Typography
              tag="p"
              lang={from}
              textColor="neutral800"
              style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {field.original === '' ? text('translation.empty') : field.original}
            </Typography>
          </Box>
          {field.previous !== null && (
            <WordDiff before={field.previous} after={field.original} lang={from} />
          )}
        </Flex>
      </Grid.Item>
      <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
        <Field.Root id={id} name={id} width="100%">
          <Flex gap={2} justifyContent="space-between" paddingBottom={1}>
            <Field.Label>{`${label} (${language(locale)})`}</Field.Label>
            <Badge size="S" backgroundColor={background} textColor={colour}>
              {text(`translation.state.${field.state}`)}
            </Badge>
          </Flex>
          {field.shape === 'line' ? (
            <TextInput lang={locale} value={value} disabled={!field.editable} onChange={own} />
          ) : (
            <Textarea
              lang={locale}
              value={value}
              disabled={!field.editable}
              onChange={own}
              style={{ minHeight: 0, height: heightOf(value, field.original) }}
            />
          )}
          {field.shape === 'words' && (
            <Typography variant="pi" textColor="neutral600">
              {text('translation.words')}
            </Typography>
          )}
        </Field.Root>
        {field.editable && isOpen(field) && edit === null && (
          <Box paddingTop={2}>
            <Button
              type="button"
              size="S"
              variant="tertiary"
              disabled={busy}
              aria-label={text('translation.mark.of', { field: `${part.title}: ${label}` })}
              onClick={onMark}
            >
              {text('translation.mark')}
            </Button>
          </Box>
        )}
      </Grid.Item>
    </Grid.Root>
  );
};
