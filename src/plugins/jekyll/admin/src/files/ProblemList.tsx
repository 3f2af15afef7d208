import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Problem } from '../../../core/problem';
import { inLanguage } from '../publishing/language';

/** The theme's colour of warnings is too pale for small text. */
const COLOURS = { error: 'danger600', warning: 'neutral800' } as const;

/** Problems of a run, a file or an entry, each with its message in the panel's language. */
export const ProblemList = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { locale: language } = useIntl();
  if (problems.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {problems.map((problem, index) => (
        <Box tag="li" key={`${problem.code}-${index}`}>
          <Typography
            variant="pi"
            textColor={COLOURS[problem.severity]}
            style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
          >
            {inLanguage(problem.message, language)}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
};
