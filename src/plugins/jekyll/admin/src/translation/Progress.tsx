import { Box, Flex, Typography } from '@strapi/design-system';
import type { TranslationCounts } from '../../../contracts/translations';
import { useText } from '../publishing/use-text';

/** How far a translation is: a bar, and what is left in words. */
export const Progress = ({ counts }: { readonly counts: TranslationCounts }) => {
  const text = useText();
  const { total, untouched, behind } = counts;
  const done = total - untouched - behind;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="100%">
      {/* The design system's own bar fills with the page's background: it is made for uploads. */}
      <Box
        role="progressbar"
        aria-label={text('translation.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        background="neutral200"
        hasRadius
        height="0.8rem"
        overflow="hidden"
      >
        <Box
          background={percent === 100 ? 'success600' : 'primary600'}
          height="100%"
          width={`${percent}%`}
        />
      </Box>
      <Typography variant="pi" textColor="neutral700">
        {[
          text('translation.done', { done, total }),
          ...(untouched > 0 ? [text('translation.untouched-count', { count: untouched })] : []),
          ...(behind > 0 ? [text('translation.behind-count', { count: behind })] : []),
        ].join(' · ')}
      </Typography>
    </Flex>
  );
};
