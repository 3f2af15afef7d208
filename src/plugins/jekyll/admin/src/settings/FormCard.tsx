import { Box, Grid, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { PostForm } from '../../../contracts/settings';
import { useText } from '../publishing/use-text';
import { useGetJekyllExampleQuery } from './api';
import { Card } from './Card';
import { LIMITS } from './changes';
import { Example } from './Example';
import { ChoiceField, NumberField } from './fields';

interface FormCardProps {
  readonly form: PostForm;
  readonly configured: PostForm;
  readonly onChange: (form: PostForm) => void;
}

const isWithin = (value: number, { min, max }: { readonly min: number; readonly max: number }) =>
  Number.isInteger(value) && value >= min && value <= max;

/** Whether the server would take a form. */
export const isSoundForm = ({ spacers, imageWidth }: PostForm): boolean =>
  isWithin(spacers, LIMITS.spacers) &&
  (imageWidth === null || isWithin(imageWidth, LIMITS.imageWidth));

/** The form of new posts, beside one as an export would write it. */
export const FormCard = ({ form, configured, onChange }: FormCardProps) => {
  const text = useText();
  const { data } = useGetJekyllExampleQuery(form, { skip: !isSoundForm(form) });
  const set = <K extends keyof PostForm>(key: K, value: PostForm[K]) =>
    onChange({ ...form, [key]: value });
  const id = React.useId();
  return (
    <Card title={text('settings.form')} help={text('settings.form.help')}>
      <Grid.Root gap={6}>
        <Grid.Item col={5} s={12} direction="column" alignItems="stretch" gap={4}>
          <ChoiceField
            name="mediaBaseKey"
            label={text('settings.form.mediaBaseKey')}
            value={form.mediaBaseKey}
            configured={configured.mediaBaseKey}
            options={(['media_subpath', 'img_path'] as const).map((value) => ({
              value,
              label: text(`settings.form.mediaBaseKey.${value}`),
            }))}
            onChange={(value) => set('mediaBaseKey', value)}
          />
          <ChoiceField
            name="keywordsLabel"
            label={text('settings.form.keywordsLabel')}
            value={form.keywordsLabel}
            configured={configured.keywordsLabel}
            options={(['underlined', 'bold'] as const).map((value) => ({
              value,
              label: text(`settings.form.keywordsLabel.${value}`),
            }))}
            onChange={(value) => set('keywordsLabel', value)}
          />
          <ChoiceField
            name="rules"
            label={text('settings.form.rules')}
            value={form.rules}
            configured={configured.rules}
            options={(['long', 'short', 'none'] as const).map((value) => ({
              value,
              label: text(`settings.form.rules.${value}`),
            }))}
            onChange={(value) => set('rules', value)}
          />
          <NumberField
            name="spacers"
            label={text('settings.form.spacers')}
            value={form.spacers}
            configured={configured.spacers}
            error={
              isWithin(form.spacers, LIMITS.spacers)
                ? undefined
                : text('settings.number.bad', LIMITS.spacers)
            }
            onChange={(value) => set('spacers', value ?? 0)}
          />
          <NumberField
            name="imageWidth"
            label={text('settings.form.imageWidth')}
            value={form.imageWidth ?? undefined}
            configured={configured.imageWidth ?? undefined}
            error={
              form.imageWidth === null || isWithin(form.imageWidth, LIMITS.imageWidth)
                ? undefined
                : text('settings.number.bad', LIMITS.imageWidth)
            }
            onChange={(value) => set('imageWidth', value ?? null)}
          />
        </Grid.Item>
        <Grid.Item col={7} s={12} direction="column" alignItems="stretch">
          <Box paddingBottom={1}>
            <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
              {text('settings.example')}
            </Typography>
          </Box>
          <Example tabIndex={0} role="region" aria-labelledby={id}>
            {data ?? ''}
          </Example>
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
};
