import { Box, Flex, Typography } from '@strapi/design-system';
import { useGetJekyllPublishingQuery } from './api';
import { isUneventful, type PostVersion } from './preview';
import { PreviewContent } from './PreviewContent';

/** A version of a post that goes out together with others, and what tells it from them. */
export interface ChosenVersion extends PostVersion {
  readonly heading: string;
}

const VersionNotice = ({ documentId, locale, heading }: ChosenVersion) => {
  const { currentData } = useGetJekyllPublishingQuery(
    { documentId, locale },
    { refetchOnMountOrArgChange: true },
  );
  if (!currentData || isUneventful(currentData)) return null;
  return (
    <Box tag="section" aria-label={heading} paddingTop={4}>
      <Box paddingBottom={2}>
        <Typography tag="h2" variant="delta">
          {heading}
        </Typography>
      </Box>
      <PreviewContent preview={currentData} newTab />
    </Box>
  );
};

/** What the publication of several versions would do; nothing for those that just go out. */
export const PublicationNotice = ({ versions }: { versions: readonly ChosenVersion[] }) => (
  <Flex direction="column" alignItems="stretch" maxHeight="40vh" overflow="auto">
    {versions.map((version) => (
      <VersionNotice key={`${version.documentId}-${version.locale}`} {...version} />
    ))}
  </Flex>
);
