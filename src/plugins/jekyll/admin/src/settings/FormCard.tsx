import { Box, Grid, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';
import type { PostForm } from '../../../contracts/settings';
import { useText } from '../publishing/use-text';
import { useGetJekyllExampleQuery } from './api';
import { Card } from './Card';
import { LIMITS } from './changes';
import { ChoiceField, NumberField } from './fields';

const Example = styled.pre`
  max-height: 44rem;
  overflow: auto;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 1.2rem;
  line-height: 1.6;
  white-space: pre-wrap;
`;

interface FormCardProps {
  readonly form: PostForm;
  readonly configured: PostForm;
  readonly onChange: (form: PostForm) => void;
}

/** The form of new posts, beside one as an export would write it. */
export const FormCard = ({ form, configured, onChange }: FormCardProps) => {
  const text = useText();
  const { min, max } = LIMITS.spacers;
  const isSound = form.spacers >= min && form.spacers <= max;
  const { data } = useGetJekyllExampleQuery(form, { skip: !isSound });
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
            error={isSound ? undefined : text('settings.number.bad', { min, max })}
            onChange={(value) => set('spacers', value ?? 0)}
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
