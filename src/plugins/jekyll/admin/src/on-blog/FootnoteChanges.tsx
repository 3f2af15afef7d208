import { Box, Typography } from '@strapi/design-system';
import type { PostVersion } from '../publishing/preview';
import { ShortList } from '../publishing/ShortList';
import { useText } from '../publishing/use-text';
import { useGetJekyllOnBlogQuery } from './api';

const SHOWN = 8;

/** Footnotes that get another number when the saved draft is published; nothing where none does. */
export const FootnoteChanges = (version: PostVersion) => {
  const text = useText();
  const { currentData } = useGetJekyllOnBlogQuery(version);
  const labels = currentData?.data?.labels ?? [];
  if (labels.length === 0) return null;
  return (
    <Box width="100%">
      <Typography tag="h4" variant="omega" fontWeight="bold" textColor="neutral800">
        {text('blog.footnotes', { count: labels.length })}
      </Typography>
      <ShortList
        label={text('blog.footnotes', { count: labels.length })}
        items={labels}
        limit={SHOWN}
      >
        {({ item, from, to }) => (
          <Box tag="li" key={`${from}-${to}`} paddingTop={1}>
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {text('blog.footnote', { from, to, item: item || text('publishing.untitled') })}
            </Typography>
          </Box>
        )}
      </ShortList>
    </Box>
  );
};
