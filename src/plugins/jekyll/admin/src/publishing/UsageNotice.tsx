import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useGetJekyllUsageQuery } from './api';
import { giveConsent } from './consent';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from './content-types';
import { DocumentLinks } from './DocumentLinks';
import { useText, type TextKey } from './use-text';
import type { Withdrawal } from './withdrawal';

const sentences = ({ model, action }: Withdrawal): { lead: TextKey; effect: TextKey } => {
  if (model === REFERENCE_UID) {
    return { lead: 'withdraw.items-cite', effect: 'withdraw.effect.reference' };
  }
  return action === 'unpublish'
    ? { lead: 'withdraw.published-posts-show', effect: 'withdraw.effect.unpublish' }
    : { lead: 'withdraw.posts-show', effect: 'withdraw.effect.delete' };
};

/**
 * Names what loses the documents that a dialog is about to withdraw. While it does, the withdrawal
 * is confirmed. Empty when nothing uses them.
 */
export const UsageNotice = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const text = useText();
  const { currentData: users, isFetching, isError } = useGetJekyllUsageQuery(withdrawal);
  const { model, documentIds, action } = withdrawal;
  const asks = isError || (!isFetching && users !== undefined && users.length > 0);
  const ids = documentIds.join();
  React.useLayoutEffect(
    () => (asks ? giveConsent(model, ids.split(',')) : undefined),
    [asks, model, ids],
  );

  if (isFetching) {
    return (
      <Flex justifyContent="center" padding={4}>
        <Loader small />
      </Flex>
    );
  }
  if (!asks) return null;
  const counts = { count: users?.length ?? 0, items: documentIds.length };
  const { lead, effect } = sentences(withdrawal);
  return (
    <Box width="100%" paddingTop={4} data-jekyll="usage">
      {users && !isError ? (
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography fontWeight="semiBold">{text(lead, counts)}</Typography>
          <DocumentLinks
            uid={model === TREND_ITEM_UID ? POST_UID : TREND_ITEM_UID}
            documents={users}
            newTab
            after={({ locale, published }) => (
              <Typography variant="pi" textColor="neutral600">
                {published || action === 'unpublish'
                  ? locale
                  : `${locale}, ${text('withdraw.draft-only')}`}
              </Typography>
            )}
          />
          <Typography textColor="neutral800">{text(effect, counts)}</Typography>
        </Flex>
      ) : (
        <Typography textColor="danger600">{text('withdraw.unknown')}</Typography>
      )}
    </Box>
  );
};
