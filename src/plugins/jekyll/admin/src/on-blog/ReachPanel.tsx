import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { Reach, ReachedPost } from '../../../contracts/on-blog';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../publishing/content-types';
import { DocumentLinks } from '../publishing/DocumentLinks';
import { useRefetchOnFocus } from '../publishing/use-refetch-on-focus';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { type ReachQuery, useGetJekyllReachQuery } from './api';
import { PanelSection } from './PanelSection';

/** “Used in”, beside an item and a reference: which posts show it, and what a change touches. */
export const ReachPanel: PanelComponent = ({ model, document, documentId }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const locale = document?.locale ?? viewed;
  const isSource = model === TREND_ITEM_UID || model === REFERENCE_UID;
  if (!isSource || !locale || !documentId || !document?.id) return null;
  return {
    title: text('reach.title'),
    content: <ReachContent model={model} documentId={documentId} locale={locale} />,
  };
};

const ReachContent = (query: ReachQuery) => {
  const text = useText();
  const { currentData, isError, refetch } = useGetJekyllReachQuery(query, {
    refetchOnMountOrArgChange: true,
  });
  useRefetchOnFocus(refetch);
  if (isError) {
    return (
      <Typography variant="pi" textColor="danger600">
        {text('reach.failed')}
      </Typography>
    );
  }
  if (!currentData) return null;
  const { items, posts } = currentData;
  if (items.length + posts.length === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('reach.nothing')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {posts.length > 0 && (
        <PanelSection title={text('reach.posts', { count: posts.length })}>
          <DocumentLinks
            uid={POST_UID}
            documents={posts}
            label={text('reach.posts', { count: posts.length })}
            after={(post) => <Use post={post} />}
          />
        </PanelSection>
      )}
      {items.length > 0 && (
        <PanelSection title={text('reach.items', { count: items.length })}>
          <DocumentLinks
            uid={TREND_ITEM_UID}
            documents={items}
            label={text('reach.items', { count: items.length })}
            after={({ published }) => !published && <DraftOnly />}
          />
        </PanelSection>
      )}
      <Effect model={query.model} reach={currentData} />
    </Flex>
  );
};

const DraftOnly = () => {
  const text = useText();
  return (
    <Typography variant="pi" textColor="neutral600">
      {text('withdraw.draft-only')}
    </Typography>
  );
};

/** The file of a post that the blog has, or that only its draft shows the entry. */
const Use = ({ post }: { readonly post: ReachedPost }) => {
  if (!post.published) return <DraftOnly />;
  return post.path === null ? null : (
    <Box width="100%">
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {post.path}
      </Typography>
    </Box>
  );
};

/** When a change reaches the blog, and how many files it touches. */
const Effect = ({ model, reach }: { readonly model: string; readonly reach: Reach }) => {
  const text = useText();
  const published = reach.posts.filter((post) => post.published);
  const count = published.length;
  if (count === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('reach.effect.none')}
      </Typography>
    );
  }
  return (
    <Typography variant="pi" textColor="neutral800">
      {text(model === REFERENCE_UID ? 'reach.effect.reference' : 'reach.effect.item', { count })}
    </Typography>
  );
};
