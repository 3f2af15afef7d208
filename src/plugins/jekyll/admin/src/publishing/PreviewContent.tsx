import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';
import { useIntl } from 'react-intl';
import type { NamedDocument, PublishingPreview } from '../../../contracts/publishing';
import { TREND_ITEM_UID } from './content-types';
import { DocumentLinks, type LinkedDocument } from './DocumentLinks';
import { inLanguage } from './language';
import { isUneventful, problemsOf } from './preview';
import { TranslationNotice } from '../translation/TranslationNotice';
import { PublishChangesButton } from './PublishChangesButton';
import { useText } from './use-text';

interface GroupProps {
  readonly heading: string;
  readonly help?: string;
  readonly danger?: boolean;
  readonly tag: 'h3' | 'h4';
  readonly children: React.ReactNode;
}

/** A heading with what belongs under it. */
const Group = ({ heading, help, danger = false, tag, children }: GroupProps) => (
  <Flex direction="column" alignItems="stretch" gap={1} width="100%">
    <Typography
      tag={tag}
      variant="omega"
      fontWeight="bold"
      textColor={danger ? 'danger600' : 'neutral800'}
    >
      {heading}
    </Typography>
    {help && (
      <Typography variant="pi" textColor="neutral600">
        {help}
      </Typography>
    )}
    {children}
  </Flex>
);

interface PreviewContentProps {
  readonly preview: PublishingPreview;
  /** Opens items beside the panel: a dialog that asks something stays open. */
  readonly newTab?: boolean;
  /** Level of the headings, below the one that stands above. */
  readonly headings?: 'h3' | 'h4';
}

/** What publishing the saved draft of a post would do, worst first; nothing if it is uneventful. */
export const PreviewContent = ({
  preview,
  newTab = false,
  headings = 'h3',
}: PreviewContentProps) => {
  const text = useText();
  const { locale: language } = useIntl();
  const { locale, keptOlder, notPermitted } = preview;
  const problems = problemsOf(preview);
  const forbidden = new Set(notPermitted.map(({ documentId }) => documentId));
  const along = preview.publishedAlong.filter(({ documentId }) => !forbidden.has(documentId));
  const links = (
    items: readonly NamedDocument[],
    label: string,
    after?: (item: LinkedDocument) => React.ReactNode,
  ) => (
    <DocumentLinks
      uid={TREND_ITEM_UID}
      documents={items.map((item) => ({ ...item, locale }))}
      label={label}
      newTab={newTab}
      after={after}
    />
  );
  if (isUneventful(preview)) return null;

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {problems.length > 0 && (
        <Group tag={headings} heading={text('publishing.stops')} danger>
          <Box tag="ul" width="100%">
            {problems.map(({ message }, index) => (
              <Box tag="li" key={index} paddingBottom={2}>
                <Typography variant="pi">{inLanguage(message, language)}</Typography>
              </Box>
            ))}
          </Box>
        </Group>
      )}
      {notPermitted.length > 0 && (
        <Group
          tag={headings}
          heading={text('publishing.not-permitted')}
          help={text('publishing.not-permitted.help')}
          danger
        >
          {links(notPermitted, text('publishing.not-permitted'))}
        </Group>
      )}
      {along.length > 0 && (
        <Group
          tag={headings}
          heading={text('publishing.along')}
          help={text('publishing.along.help')}
        >
          {links(along, text('publishing.along'))}
        </Group>
      )}
      {keptOlder.length > 0 && (
        <Group
          tag={headings}
          heading={text('publishing.older')}
          help={text('publishing.older.help')}
        >
          {links(keptOlder, text('publishing.older'), (item) => (
            <PublishChangesButton item={item} />
          ))}
        </Group>
      )}
      {preview.translation !== null && <TranslationNotice notice={preview.translation} />}
    </Flex>
  );
};
