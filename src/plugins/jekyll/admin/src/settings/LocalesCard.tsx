import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useIntl } from 'react-intl';
import type { LocaleExample, LocaleStrategy, Settings } from '../../../contracts/settings';
import { Notice } from '../page/Notice';
import { inLanguage } from '../publishing/language';
import { useText } from '../publishing/use-text';
import { useGetJekyllLocalesExampleQuery } from './api';
import { Card } from './Card';
import { Example } from './Example';
import { ChoiceField } from './fields';

type Choice = Pick<Settings, 'localeStrategy' | 'singleLocale'>;

/** `none` stands for null, which a field can't hold. */
const STRATEGIES = ['none', 'polyglot', 'suffix', 'folder', 'single'] as const;
type Option = 'none' | LocaleStrategy;

interface LocalesCardProps {
  readonly strategy: Choice['localeStrategy'];
  readonly single: Choice['singleLocale'];
  readonly configured: Choice;
  /** Locales of the CMS, its own first. */
  readonly locales: readonly string[];
  readonly onChange: (choice: Choice) => void;
}

/** How the versions of a new post meet on the site, beside the files that they would be. */
export const LocalesCard = (props: LocalesCardProps) => {
  const { strategy, single, configured, locales, onChange } = props;
  const text = useText();
  const choice: Choice = { localeStrategy: strategy, singleLocale: single };
  const { data } = useGetJekyllLocalesExampleQuery(choice);
  const first = locales[0] ?? '';
  return (
    <Card title={text('settings.strategy')} help={text('settings.strategy.help')}>
      <Grid.Root gap={6}>
        <Grid.Item col={5} s={12} direction="column" alignItems="stretch" gap={4}>
          <ChoiceField<Option>
            name="localeStrategy"
            label={text('settings.strategy.new')}
            value={strategy ?? 'none'}
            configured={configured.localeStrategy ?? 'none'}
            options={STRATEGIES.map((value) => ({
              value,
              label: text(`settings.strategy.${value}`),
            }))}
            onChange={(value) =>
              onChange({ ...choice, localeStrategy: value === 'none' ? null : value })
            }
          />
          {strategy === 'single' && (
            <ChoiceField
              name="singleLocale"
              label={text('settings.singleLocale')}
              value={single ?? first}
              configured={configured.singleLocale ?? first}
              options={locales.map((value) => ({ value, label: value }))}
              onChange={(value) => onChange({ ...choice, singleLocale: value })}
            />
          )}
        </Grid.Item>
        <Grid.Item col={7} s={12} direction="column" alignItems="stretch" gap={4}>
          {data?.map((example) => (
            <Version key={example.locale} {...example} />
          ))}
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
};

/** The file of one version, or that there is none, and what this site could not do with it. */
const Version = ({ locale, file, problems }: LocaleExample) => {
  const text = useText();
  const { locale: language } = useIntl();
  const id = React.useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Box>
        <Typography id={id} tag="h3" variant="pi" fontWeight="bold" textColor="neutral800">
          {text('settings.strategy.example', { locale })}
        </Typography>
        <Typography
          tag="p"
          variant="pi"
          textColor="neutral600"
          style={{ overflowWrap: 'anywhere' }}
        >
          {file ? file.path : text('settings.strategy.left-out')}
        </Typography>
      </Box>
      {file && (
        <Example tabIndex={0} role="region" aria-labelledby={id}>
          {file.frontMatter.trimEnd()}
        </Example>
      )}
      {problems.map(({ code, message }) => (
        <Notice key={code} variant="warning">
          {inLanguage(message, language)}
        </Notice>
      ))}
    </Flex>
  );
};
