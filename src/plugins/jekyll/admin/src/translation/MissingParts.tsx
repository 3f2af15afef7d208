import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Translation } from '../../../contracts/translations';
import { REFERENCE_UID, TREND_ITEM_UID } from '../publishing/content-types';
import { DocumentLinks } from '../publishing/DocumentLinks';
import { useText } from '../publishing/use-text';
import { useCreateJekyllVersionMutation } from './api';
import { useFailure } from './use-failure';

interface MissingPartsProps {
  readonly translation: Translation;
  readonly from: string;
  readonly unsaved: boolean;
}

/** What the original shows and the translation lacks, and a button that adds it. */
export const MissingParts = ({ translation, from, unsaved }: MissingPartsProps) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const fail = useFailure();
  const [create, { isLoading }] = useCreateJekyllVersionMutation();
  const { documentId, locale, missing, completable } = translation;
  const { sections, items, references } = missing;
  if (sections.length + items.length + references.length === 0) return null;

  const add = async () => {
    const answer = await create({ documentId, request: { from, to: locale } });
    if ('error' in answer) fail(answer.error);
    else toggleNotification({ type: 'success', message: text('translation.completed') });
  };
  const inOriginal = (documents: typeof items) =>
    documents.map((document) => ({ ...document, locale: from }));
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {text('translation.missing')}
      </Typography>
      {sections.length > 0 && (
        <Box tag="ul" aria-label={text('translation.missing.sections')}>
          {sections.map((heading, index) => (
            <Typography tag="li" key={index} variant="pi">
              {text('translation.missing.section', {
                heading: heading || text('publishing.untitled'),
              })}
            </Typography>
          ))}
        </Box>
      )}
      {items.length > 0 && (
        <DocumentLinks
          uid={TREND_ITEM_UID}
          documents={inOriginal(items)}
          label={text('translation.missing.items')}
          newTab
        />
      )}
      {references.length > 0 && (
        <DocumentLinks
          uid={REFERENCE_UID}
          documents={inOriginal(references)}
          label={text('translation.missing.references')}
          newTab
        />
      )}
      {completable && (
        <Button
          type="button"
          size="S"
          variant="secondary"
          loading={isLoading}
          disabled={unsaved}
          onClick={() => void add()}
        >
          {text('translation.complete')}
        </Button>
      )}
      {completable && unsaved && (
        <Typography variant="pi" textColor="neutral600">
          {text('translation.save-first')}
        </Typography>
      )}
    </Flex>
  );
};
