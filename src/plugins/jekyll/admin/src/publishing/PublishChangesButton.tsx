import { unstable_useDocumentActions as useDocumentActions, useRBAC } from '@strapi/strapi/admin';
import { Button } from '@strapi/design-system';
import * as React from 'react';
import { TREND_ITEM_UID } from './content-types';
import type { LinkedDocument } from './DocumentLinks';
import { useText } from './use-text';

const PERMISSIONS = [
  { action: 'plugin::content-manager.explorer.publish', subject: TREND_ITEM_UID },
];

/**
 * Publishes the draft of an item by the content manager's own action, which also says how it went.
 * Nothing for editors who may not publish items.
 */
export const PublishChangesButton = ({ item }: { item: LinkedDocument }) => {
  const text = useText();
  const { allowedActions } = useRBAC(PERMISSIONS);
  const { publish } = useDocumentActions();
  const [busy, setBusy] = React.useState(false);
  if (!allowedActions.canPublish) return null;

  const publishChanges = async () => {
    setBusy(true);
    try {
      const { documentId, locale } = item;
      // No data: the draft goes out as it was saved.
      await publish(
        {
          collectionType: 'collection-types',
          model: TREND_ITEM_UID,
          documentId,
          params: { locale },
        },
        {},
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type="button"
      variant="tertiary"
      size="S"
      loading={busy}
      aria-label={text('publishing.publish-changes.of', {
        title: item.title || text('publishing.untitled'),
      })}
      onClick={() => void publishChanges()}
    >
      {text('publishing.publish-changes')}
    </Button>
  );
};
