import { Box, Flex, Typography } from '@strapi/design-system';
import type { NamedDocument } from '../../../contracts/publishing';
import type { TranslationNotice as Notice } from '../../../contracts/translations';
import { ShortList } from '../publishing/ShortList';
import { useText } from '../publishing/use-text';

interface ListProps {
  readonly heading: string;
  readonly documents: readonly NamedDocument[];
}
const SHOWN = 10;

const Names = ({ heading, documents }: ListProps) => {
  const text = useText();
  if (documents.length === 0) return null;
  return (
    <Box width="100%">
      <Typography variant="pi" textColor="neutral700">
        {heading}
      </Typography>
      <ShortList
        label={heading}
        items={documents}
        limit={SHOWN}
        paddingLeft={4}
        style={{ listStyle: 'disc' }}
      >
        {({ documentId, title }) => (
          <Typography tag="li" key={documentId} variant="pi">
            {title || text('publishing.untitled')}
          </Typography>
        )}
      </ShortList>
    </Box>
  );
};

/** What goes out untranslated: a warning that stops nothing. */
export const TranslationNotice = ({ notice }: { readonly notice: Notice }) => {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      <Typography tag="h3" variant="omega" fontWeight="bold" textColor="warning700">
        {text('translation.notice')}
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {text('translation.notice.help')}
      </Typography>
      <Names heading={text('translation.notice.missing')} documents={notice.missing} />
      <Names heading={text('translation.notice.untouched')} documents={notice.untouched} />
      <Names heading={text('translation.notice.behind')} documents={notice.behind} />
    </Flex>
  );
};
