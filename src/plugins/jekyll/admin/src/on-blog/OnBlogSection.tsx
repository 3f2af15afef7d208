import { Box, Flex, Link, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PostOnBlog } from '../../../contracts/on-blog';
import { ProblemList } from '../files/ProblemList';
import { inLanguage } from '../publishing/language';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { StateBadge } from '../status/StateBadge';
import { useGetJekyllOnBlogQuery } from './api';
import { ExportPostButton } from './ExportPostButton';
import { PanelSection } from './PanelSection';
import { ShowChangesButton } from './ShowChangesButton';
import { STATE_HELP } from './state-texts';

/** Statuses with which there is nothing to show: no right to read the post, or no version of it. */
const SILENT = [401, 403, 404];

/** How the version stands to the blog, and what can be done about it. */
export const OnBlogSection = (version: PostVersion) => {
  const text = useText();
  const { locale: language } = useIntl();
  const { currentData, error } = useGetJekyllOnBlogQuery(version, {
    refetchOnMountOrArgChange: true,
  });
  const title = text('blog.on-blog');
  if (error) {
    const status = 'status' in error ? error.status : undefined;
    if (typeof status === 'number' && SILENT.includes(status)) return null;
    return (
      <PanelSection title={title}>
        <Typography variant="pi" textColor="danger600">
          {text('blog.failed')}
        </Typography>
      </PanelSection>
    );
  }
  if (!currentData) return null;
  if ('reason' in currentData) {
    return (
      <PanelSection title={title}>
        <Typography variant="pi" textColor="neutral600">
          {inLanguage(currentData.reason, language)}
        </Typography>
      </PanelSection>
    );
  }
  const post = currentData.data;
  return (
    <PanelSection title={title}>
      <Box>
        <StateBadge state={post.state} />
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {text(STATE_HELP[post.state])}
        {post.modified && ` ${text('blog.modified')}`}
      </Typography>
      <Place post={post} />
      <ProblemList problems={post.problems} />
      <Flex gap={2} wrap="wrap">
        <ShowChangesButton {...version} />
        <ExportPostButton {...version} state={post.state} />
      </Flex>
    </PanelSection>
  );
};

/** Address and file, each on a line of its own; the address leads to the page where there is one. */
const Place = ({ post }: { readonly post: PostOnBlog }) => {
  const text = useText();
  const { address, path, url } = post;
  const anywhere = { overflowWrap: 'anywhere' } as const;
  return (
    <Box tag="dl" width="100%">
      {address !== null && (
        <>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {text('blog.address')}
          </Typography>
          <Box tag="dd" paddingBottom={2}>
            {url === null ? (
              <Typography variant="pi" textColor="neutral800" style={anywhere}>
                {address}
              </Typography>
            ) : (
              <Link href={url} isExternal target="_blank" rel="noreferrer" style={anywhere}>
                {address}
                <VisuallyHidden>{` (${text('publishing.new-tab')})`}</VisuallyHidden>
              </Link>
            )}
          </Box>
        </>
      )}
      {path !== null && (
        <>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {text('blog.file')}
          </Typography>
          <Typography tag="dd" variant="pi" textColor="neutral800" style={anywhere}>
            {path}
          </Typography>
        </>
      )}
    </Box>
  );
};
