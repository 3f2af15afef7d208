import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Radio,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import * as React from 'react';
import type {
  ImportBody,
  ImportSource,
  ImportSourcesResponse,
  Upload,
} from '../../../contracts/imports';
import { type TextKey, useText } from '../publishing/use-text';
import { ArchiveInput } from './ArchiveInput';

type Kind = ImportSource['kind'];
const AUTO = 'auto';

interface SourceFormProps {
  readonly sources: ImportSourcesResponse['data'];
  readonly onPlan: (body: ImportBody) => void;
  readonly isStarting: boolean;
}

/** Where posts are to come from, and as what. */
export const SourceForm = ({ sources, onPlan, isStarting }: SourceFormProps) => {
  const text = useText();
  const [kind, setKind] = React.useState<Kind>(
    sources.checkout === null || sources.upload ? 'archive' : 'checkout',
  );
  const [upload, setUpload] = React.useState<Upload | null>(sources.upload);
  const [locale, setLocale] = React.useState(AUTO);
  const [draft, setDraft] = React.useState(false);
  const source: ImportSource | null =
    kind === 'checkout'
      ? sources.checkout === null
        ? null
        : { kind }
      : upload && { kind, id: upload.id };

  const onSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!source) return;
    onPlan({
      source,
      ...(locale === AUTO ? {} : { locale }),
      ...(draft ? { draft } : {}),
    });
  };
  return (
    <Box
      tag="form"
      onSubmit={onSubmit}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Typography tag="h2" variant="delta" id="import-source">
          {text('import.source')}
        </Typography>
        <Radio.Group
          aria-labelledby="import-source"
          value={kind}
          onValueChange={(value) => setKind(value === 'checkout' ? 'checkout' : 'archive')}
        >
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Option
              value="checkout"
              disabled={sources.checkout === null}
              label={
                sources.checkout === null
                  ? text('import.source.no-checkout')
                  : text('import.source.checkout', { name: sources.checkout })
              }
              help="import.source.checkout.help"
            />
            <Option
              value="archive"
              label={text('import.source.archive')}
              help="import.source.archive.help"
            />
          </Flex>
        </Radio.Group>
        {kind === 'archive' && (
          <ArchiveInput upload={upload} limit={sources.archiveLimit} onUpload={setUpload} />
        )}
        <Flex gap={6} alignItems="flex-end" wrap="wrap">
          <Box width="28rem">
            <Field.Root name="locale">
              <Field.Label>{text('import.locale')}</Field.Label>
              <SingleSelect value={locale} onChange={(value) => setLocale(String(value))}>
                <SingleSelectOption value={AUTO}>{text('import.locale.auto')}</SingleSelectOption>
                {sources.locales.map((code) => (
                  <SingleSelectOption key={code} value={code}>
                    {code}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Box>
          <Box paddingBottom={2}>
            <Checkbox checked={draft} onCheckedChange={(checked) => setDraft(checked === true)}>
              {text('import.draft')}
            </Checkbox>
          </Box>
        </Flex>
        <Flex justifyContent="flex-end">
          <Button type="submit" disabled={!source} loading={isStarting}>
            {text('import.plan')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};

interface OptionProps {
  readonly value: Kind;
  readonly label: string;
  readonly help: TextKey;
  readonly disabled?: boolean;
}

const Option = ({ value, label, help, disabled = false }: OptionProps) => {
  const text = useText();
  return (
    <Box>
      <Radio.Item value={value} disabled={disabled}>
        {label}
      </Radio.Item>
      {!disabled && (
        <Box paddingLeft={7}>
          <Typography variant="pi" textColor="neutral600">
            {text(help)}
          </Typography>
        </Box>
      )}
    </Box>
  );
};
