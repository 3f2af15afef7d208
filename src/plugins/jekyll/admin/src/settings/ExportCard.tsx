import { Grid } from '@strapi/design-system';
import type { Settings } from '../../../contracts/settings';
import { useText } from '../publishing/use-text';
import { Card } from './Card';
import { LIMITS } from './changes';
import { ChoiceField, NumberField } from './fields';

type Choices = Pick<Settings, 'autoExport' | 'futurePosts' | 'redirects'>;

/** Numbers are undefined while their field is empty. */
export type ExportSettings = Choices & {
  readonly autoExportDelay: number | undefined;
  readonly keepRuns: number | undefined;
};

interface ExportCardProps {
  readonly settings: ExportSettings;
  readonly configured: Settings;
  readonly onChange: (settings: ExportSettings) => void;
}

export const isSoundNumber = (
  value: number | undefined,
  { min, max }: { readonly min: number; readonly max: number },
): value is number => value !== undefined && value >= min && value <= max;

/** When the blog gets what, and what is kept of it. */
export const ExportCard = ({ settings, configured, onChange }: ExportCardProps) => {
  const text = useText();
  const chosen: Choices = settings;
  const standard: Choices = configured;
  const choice = <K extends keyof Choices>(
    key: K,
    options: readonly { readonly value: Choices[K]; readonly label: string }[],
  ) => (
    <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
      <ChoiceField<Choices[K]>
        name={key}
        label={text(`settings.${key}`)}
        value={chosen[key]}
        configured={standard[key]}
        options={options}
        onChange={(value) => onChange({ ...settings, [key]: value })}
      />
    </Grid.Item>
  );
  const number = (key: 'autoExportDelay' | 'keepRuns') => (
    <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
      <NumberField
        name={key}
        label={text(`settings.${key}`)}
        value={settings[key]}
        configured={configured[key]}
        error={
          isSoundNumber(settings[key], LIMITS[key])
            ? undefined
            : text('settings.number.bad', LIMITS[key])
        }
        onChange={(value) => onChange({ ...settings, [key]: value })}
      />
    </Grid.Item>
  );
  return (
    <Card title={text('settings.export')}>
      <Grid.Root gap={4}>
        {choice('autoExport', [
          { value: 'off', label: text('settings.autoExport.off') },
          { value: 'on-publish', label: text('settings.autoExport.on-publish') },
        ])}
        {number('autoExportDelay')}
        {choice('futurePosts', [
          { value: 'write', label: text('settings.futurePosts.write') },
          { value: 'hold', label: text('settings.futurePosts.hold') },
        ])}
        {choice('redirects', [
          { value: 'auto', label: text('settings.redirects.auto') },
          { value: 'always', label: text('settings.redirects.always') },
          { value: 'never', label: text('settings.redirects.never') },
        ])}
        {number('keepRuns')}
      </Grid.Root>
    </Card>
  );
};
