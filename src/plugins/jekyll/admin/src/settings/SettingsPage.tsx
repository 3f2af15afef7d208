import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { SETTINGS_ACTION } from '../../../contracts/rights';
import type { Settings, SettingsResponse } from '../../../contracts/settings';
import { useFailure } from '../page/use-failure';
import { useText } from '../publishing/use-text';
import { useGetJekyllSettingsQuery, useSaveJekyllSettingsMutation } from './api';
import { changesOf, isZone, LIMITS } from './changes';
import { ExportCard, type ExportSettings, isSoundNumber } from './ExportCard';
import { FormCard, isSoundForm } from './FormCard';
import { LocalesCard } from './LocalesCard';
import { SiteCard } from './SiteCard';

/** Settings → Jekyll: what people with the right may change without the configuration. */
const SettingsPage = () => (
  <Page.Protect permissions={[{ action: SETTINGS_ACTION, subject: null }]}>
    <Loaded />
  </Page.Protect>
);

const Loaded = () => {
  const text = useText();
  const { data, isError } = useGetJekyllSettingsQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  if (isError) return <Page.Error />;
  if (!data) return <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{text('settings.title')}</Page.Title>
      <SettingsForm key={JSON.stringify(data.settings)} data={data} />
    </Page.Main>
  );
};

type Values = Omit<Settings, keyof ExportSettings> & ExportSettings;

/** The values as they can be saved; null while one of them can't. */
function soundOf(values: Values): Settings | null {
  const { autoExportDelay, keepRuns, timezone, postForm } = values;
  if (!isSoundNumber(autoExportDelay, LIMITS.autoExportDelay)) return null;
  if (!isSoundNumber(keepRuns, LIMITS.keepRuns)) return null;
  if (timezone !== null && !isZone(timezone)) return null;
  if (!isSoundForm(postForm)) return null;
  return { ...values, autoExportDelay, keepRuns };
}

const SettingsForm = ({ data }: { readonly data: SettingsResponse['data'] }) => {
  const text = useText();
  const { tell } = useFailure();
  const { toggleNotification } = useNotification();
  const { settings, configured, site } = data;
  const [values, setValues] = React.useState<Values>(settings);
  const [save, { isLoading }] = useSaveJekyllSettingsMutation();
  const sound = soundOf(values);
  const isChanged = JSON.stringify(values) !== JSON.stringify(settings);
  const badZone = values.timezone !== null && !isZone(values.timezone);

  const onSubmit = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!sound) return;
    const answer = await save(changesOf(sound, configured));
    if ('error' in answer) tell(answer.error);
    else toggleNotification({ type: 'success', message: text('settings.saved') });
  };
  return (
    <form onSubmit={(event) => void onSubmit(event)}>
      <Layouts.Header
        title={text('settings.title')}
        subtitle={text('settings.subtitle')}
        primaryAction={
          <Button
            type="submit"
            startIcon={<Check />}
            disabled={!sound || !isChanged}
            loading={isLoading}
          >
            {text('settings.save')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <SiteCard
            site={site}
            timezone={values.timezone ?? ''}
            error={badZone ? text('settings.timezone.bad') : undefined}
            onTimezone={(zone) =>
              setValues({ ...values, timezone: zone.trim() === '' ? null : zone.trim() })
            }
          />
          <LocalesCard
            strategy={values.localeStrategy}
            single={values.singleLocale}
            configured={configured}
            locales={site.locales}
            onChange={(changed) => setValues({ ...values, ...changed })}
          />
          <FormCard
            form={values.postForm}
            configured={configured.postForm}
            onChange={(postForm) => setValues({ ...values, postForm })}
          />
          <ExportCard
            settings={values}
            configured={configured}
            onChange={(changed) => setValues({ ...values, ...changed })}
          />
        </Flex>
      </Layouts.Content>
    </form>
  );
};

export default SettingsPage;
