import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CommonField, Translation } from '../../../contracts/translations';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useCopyJekyllCommonFieldMutation } from './api';
import { useFailure } from './use-failure';
import { useNames } from './use-names';

interface CommonFieldsProps {
  readonly translation: Translation;
  readonly from: string;
  readonly unsaved: boolean;
}

/** Fields meant to be alike that differ between the versions; copied over one by one, on request. */
export const CommonFields = ({ translation, from, unsaved }: CommonFieldsProps) => {
  const text = useText();
  const { formatDate } = useIntl();
  const { language, field: nameOf } = useNames();
  const { toggleNotification } = useNotification();
  const fail = useFailure();
  const [copy, { isLoading }] = useCopyJekyllCommonFieldMutation();
  const { documentId, locale, common, copyable } = translation;
  if (common.length === 0) return null;

  const shown = ({ name }: CommonField, value: string): string => {
    if (value === '') return text('translation.common.empty');
    if (value === 'true') return text('translation.common.on');
    if (value === 'false') return text('translation.common.off');
    if (name !== 'date') return value.split('\n').join(', ');
    return formatDate(value, { dateStyle: 'medium', timeStyle: 'short' });
  };
  const onCopy = async (field: string) => {
    const answer = await copy({ documentId, request: { from, locale, field } });
    if ('error' in answer) fail(answer.error);
    else {
      const message = text('translation.common.copied', { field: nameOf(POST_UID, field) });
      toggleNotification({ type: 'success', message });
    }
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {text('translation.common')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {text('translation.common.help')}
      </Typography>
      <Box tag="ul" aria-label={text('translation.common')}>
        {common.map((one) => (
          <Flex
            tag="li"
            key={one.name}
            direction="column"
            alignItems="stretch"
            gap={1}
            paddingBottom={3}
          >
            <Typography variant="pi" fontWeight="bold">
              {nameOf(POST_UID, one.name)}
            </Typography>
            {(
              [
                [from, one.original],
                [locale, one.translation],
              ] as const
            ).map(([code, value]) => (
              <Typography
                key={code}
                variant="pi"
                textColor="neutral700"
                style={{ overflowWrap: 'anywhere' }}
              >
                {`${language(code)}: ${shown(one, value)}`}
              </Typography>
            ))}
            {copyable.includes(one.name) && (
              <Button
                type="button"
                size="S"
                variant="tertiary"
                disabled={unsaved || isLoading}
                aria-label={text('translation.common.copy.of', {
                  field: nameOf(POST_UID, one.name),
                  from: language(from),
                })}
                onClick={() => void onCopy(one.name)}
              >
                {text('translation.common.copy', { from: language(from) })}
              </Button>
            )}
          </Flex>
        ))}
      </Box>
    </Flex>
  );
};
