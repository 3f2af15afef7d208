import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useText } from '../publishing/use-text';
import type { Build } from './use-build';

/** How a real build goes, and what Jekyll had to say. */
export const BuildNotice = ({
  builds,
  language,
}: {
  readonly builds: Build;
  readonly language: 'en' | 'ko';
}) => {
  const text = useText();
  const { build, running, failed } = builds;
  if (failed) {
    return (
      <Box padding={3} role="alert">
        <Typography textColor="danger600">{text('preview.true.unreachable')}</Typography>
      </Box>
    );
  }
  if (!build) return null;
  return (
    <Box padding={3} role="status" aria-live="polite" maxHeight="40%" overflow="auto">
      <Flex gap={2}>
        <Typography flex="1">
          {text(`preview.true.${build.state}`, { seconds: Math.round(build.elapsed / 1000) })}
        </Typography>
        {running && (
          <Button type="button" size="S" variant="danger-light" onClick={builds.cancel}>
            {text('preview.true.cancel')}
          </Button>
        )}
      </Flex>
      {running && build.lastLine !== '' && (
        <Typography variant="pi" textColor="neutral600">
          {build.lastLine}
        </Typography>
      )}
      {build.problems.length > 0 && (
        <Box tag="ul" paddingTop={2} aria-label={text('preview.true.problems')}>
          {build.problems.map(({ message, severity }, index) => (
            <Box tag="li" key={index} paddingBottom={1}>
              <Typography
                variant="pi"
                textColor={severity === 'error' ? 'danger600' : 'neutral800'}
              >
                {message[language]}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
};
