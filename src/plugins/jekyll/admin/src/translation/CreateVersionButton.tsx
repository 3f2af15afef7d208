import { useNotification, useQueryParams } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useText } from '../publishing/use-text';
import { useCreateJekyllVersionMutation } from './api';
import { useFailure } from './use-failure';
import { useNames } from './use-names';

interface CreateVersionButtonProps {
  readonly documentId: string;
  readonly from: string;
  readonly to: string;
  /** The form holds changes that are not saved: the version would be made without them. */
  readonly unsaved: boolean;
}

/** Makes the version of a post in another locale, and opens it. */
export const CreateVersionButton = ({
  documentId,
  from,
  to,
  unsaved,
}: CreateVersionButtonProps) => {
  const text = useText();
  const { language } = useNames();
  const { toggleNotification } = useNotification();
  const fail = useFailure();
  const [{ query }, setQuery] = useQueryParams<{ plugins?: { i18n?: object } }>();
  const [create, { isLoading }] = useCreateJekyllVersionMutation();

  const onClick = async () => {
    const answer = await create({ documentId, request: { from, to } });
    if ('error' in answer) {
      fail(answer.error);
      return;
    }
    const { items, references } = answer.data;
    toggleNotification({
      type: 'success',
      message: text('translation.created', { language: language(to), items, references }),
    });
    setQuery({ plugins: { ...query.plugins, i18n: { ...query.plugins?.i18n, locale: to } } });
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Button
        type="button"
        variant="secondary"
        startIcon={<Plus />}
        loading={isLoading}
        disabled={unsaved}
        onClick={() => void onClick()}
      >
        {text('translation.create', { language: language(to) })}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {unsaved
          ? text('translation.save-first')
          : text('translation.create.help', { from: language(from), language: language(to) })}
      </Typography>
    </Flex>
  );
};
