import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { ChecksSection } from '../findings/ChecksSection';
import { POST_UID } from '../publishing/content-types';
import { countItems } from '../publishing/count-items';
import { PublishingSection } from '../publishing/PublishingSection';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { OnBlogSection } from './OnBlogSection';

/** Sections with a line between them; those that have nothing to say leave none. */
const Sections = styled(Flex)`
  > section + section {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    padding-top: ${({ theme }) => theme.spaces[4]};
  }
`;

/**
 * “Blog”, beside a post: how this version stands to the blog, what publishing it does, and what the
 * checks find in what the form holds.
 */
export const BlogPanel: PanelComponent = ({ model, document, documentId, activeTab }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const locale = document?.locale ?? viewed;
  if (model !== POST_UID || !locale) return null;
  const isSaved = Boolean(document?.id && documentId && documentId !== 'create');
  const version = { documentId: documentId ?? '', locale };
  const isDraft = activeTab !== 'published';
  if (!isSaved && !isDraft) return null;
  return {
    title: text('blog.title'),
    content: (
      <Sections direction="column" alignItems="stretch" gap={4} width="100%">
        {isSaved && <OnBlogSection {...version} />}
        {isSaved && isDraft && (
          <PublishingSection version={version} itemCount={countItems(document?.sections)} />
        )}
        {isDraft && (
          <ChecksSection documentId={isSaved ? version.documentId : null} locale={locale} />
        )}
      </Sections>
    ),
  };
};
