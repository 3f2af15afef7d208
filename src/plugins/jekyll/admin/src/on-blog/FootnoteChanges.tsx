import { Box, Typography } from '@strapi/design-system';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { useGetJekyllOnBlogQuery } from './api';

/** More than these are counted, not listed. */
const SHOWN = 8;

/** Footnotes that get another number when the saved draft is published; nothing where none does. */
export const FootnoteChanges = (version: PostVersion) => {
  const text = useText();
  const { currentData } = useGetJekyllOnBlogQuery(version);
  const labels = currentData?.data?.labels ?? [];
  if (labels.length === 0) return null;
  const more = labels.length - SHOWN;
  return (
    <Box width="100%">
      <Typography tag="h4" variant="omega" fontWeight="bold" textColor="neutral800">
        {text('blog.footnotes', { count: labels.length })}
      </Typography>
      <Box tag="ul" aria-label={text('blog.footnotes', { count: labels.length })}>
        {labels.slice(0, SHOWN).map(({ item, from, to }) => (
          <Box tag="li" key={`${from}-${to}`} paddingTop={1}>
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {text('blog.footnote', { from, to, item: item || text('publishing.untitled') })}
            </Typography>
          </Box>
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
