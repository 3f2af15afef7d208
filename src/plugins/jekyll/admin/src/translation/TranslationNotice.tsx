import { Box, Flex, Typography } from '@strapi/design-system';
import type { NamedDocument } from '../../../contracts/publishing';
import type { TranslationNotice as Notice } from '../../../contracts/translations';
import { useText } from '../publishing/use-text';

interface ListProps {
  readonly heading: string;
  readonly documents: readonly NamedDocument[];
}
/** More than these are counted, not listed. */
const SHOWN = 10;

const Names = ({ heading, documents }: ListProps) => {
  const text = useText();
  if (documents.length === 0) return null;
  const more = documents.length - SHOWN;
  return (
    <Box width="100%">
      <Typography variant="pi" textColor="neutral700">
        {heading}
      </Typography>
      <Box tag="ul" aria-label={heading} paddingLeft={4} style={{ listStyle: 'disc' }}>
        {documents.slice(0, SHOWN).map(({ documentId, title }) => (
          <Typography tag="li" key={documentId} variant="pi">
            {title || text('publishing.untitled')}
          </Typography>
        ))}
        {more > 0 && (
          <Typography tag="li" variant="pi" textColor="neutral600">
            {text('publishing.more', { count: more })}
          </Typography>
        )}
      </Box>
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
