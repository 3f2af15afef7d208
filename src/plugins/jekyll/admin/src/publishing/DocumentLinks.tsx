import { Box, Flex, Link, VisuallyHidden } from '@strapi/design-system';
import type * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { editPath } from './content-types';
import { ShortList } from './ShortList';
import { useText } from './use-text';

const SHOWN = 10;

export interface LinkedDocument {
  readonly documentId: string;
  readonly title: string;
  readonly locale: string;
}

interface DocumentLinksProps<Document extends LinkedDocument> {
  readonly uid: string;
  readonly documents: readonly Document[];
  readonly label?: string;
  /** Opens the documents beside the panel: a dialog that asks something stays open. */
  readonly newTab?: boolean;
  /** What stands behind a link. */
  readonly after?: (document: Document) => React.ReactNode;
}

/** Documents by title, each a link to its edit view. */
export const DocumentLinks = <Document extends LinkedDocument>(
  props: DocumentLinksProps<Document>,
) => {
  const { uid, documents, label, newTab = false, after } = props;
  const text = useText();

  return (
    <ShortList label={label} items={documents} limit={SHOWN} width="100%">
      {(document) => (
        <Box tag="li" key={`${document.documentId}-${document.locale}`} paddingBottom={1}>
          <Flex gap={1} wrap="wrap" alignItems="center">
            <Link
              tag={RouterLink}
              to={editPath(uid, document.documentId, document.locale)}
              {...(newTab && { target: '_blank', rel: 'noreferrer' })}
            >
              {document.title || text('publishing.untitled')}
              {newTab && <VisuallyHidden>{` (${text('publishing.new-tab')})`}</VisuallyHidden>}
            </Link>
            {after?.(document)}
          </Flex>
        </Box>
      )}
    </ShortList>
  );
};
