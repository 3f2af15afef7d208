import type {
  BulkActionComponent,
  DocumentActionComponent,
} from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { useLazyGetJekyllUsageQuery } from './api';
import { UsageNotice } from './UsageNotice';
import { useViewedLocale } from './use-viewed-locale';
import { withNotice } from './with-notice';
import { bulkWithdrawal, documentWithdrawal, type Withdrawal } from './withdrawal';

/** Looks up, at the moment of the click, whether anything uses what an action withdraws. */
function useIsUsed(): (withdrawal: Withdrawal) => Promise<boolean> {
  const [find] = useLazyGetJekyllUsageQuery();
  return async (withdrawal) => {
    const { data, isError } = await find(withdrawal);
    // Where it cannot be found out, the editor is asked too.
    return isError || (data?.length ?? 0) > 0;
  };
}

/**
 * One of the content manager's actions on a document which, before it withdraws or deletes what is
 * in use, names the users in its dialog. Whatever is not in use it treats as before.
 */
export function askBeforeWithdrawing(action: DocumentActionComponent): DocumentActionComponent {
  const AskingAction: DocumentActionComponent = (props) => {
    const { formatMessage } = useIntl();
    const isUsed = useIsUsed();
    const viewed = useViewedLocale();
    const click = React.useRef<React.SyntheticEvent>();
    const description = action(props);
    if (!description) return description;
    const withdrawal = documentWithdrawal(
      { ...description, type: action.type },
      {
        model: props.model,
        documentIds: props.documentId ? [props.documentId] : [],
        locale: props.document?.locale ?? viewed,
      },
    );
    if (!withdrawal) return description;

    const { dialog, onClick } = description;
    const notice = <UsageNotice withdrawal={withdrawal} />;
    if (dialog) {
      return {
        ...description,
        onClick: async (event) => {
          await isUsed(withdrawal);
          return onClick?.(event);
        },
        dialog: withNotice(dialog, notice),
      };
    }
    // Strapi withdraws an unmodified entry without asking.
    return {
      ...description,
      onClick: async (event) => {
        click.current = event;
        if (await isUsed(withdrawal)) return false;
        await onClick?.(event);
        return true;
      },
      dialog: {
        type: 'dialog',
        title: formatMessage({
          id: 'app.components.ConfirmDialog.title',
          defaultMessage: 'Confirmation',
        }),
        content: (
          <Flex direction="column" width="100%">
            <WarningCircle width="24px" height="24px" fill="danger600" />
            {notice}
          </Flex>
        ),
        variant: 'danger',
        onConfirm: async () => {
          if (click.current) await onClick?.(click.current);
        },
      },
    };
  };
  return Object.assign(AskingAction, { type: action.type, position: action.position });
}

/** The same for the actions on the chosen rows of a list. */
export function askBeforeBulkWithdrawing(action: BulkActionComponent): BulkActionComponent {
  const AskingAction: BulkActionComponent = (props) => {
    const isUsed = useIsUsed();
    const locale = useViewedLocale();
    const description = action(props);
    const documentIds = props.documents.map(({ documentId }) => documentId);
    const withdrawal = bulkWithdrawal(action.type, { model: props.model, documentIds, locale });
    if (!description?.dialog || !withdrawal) return description;

    const { dialog, onClick } = description;
    return {
      ...description,
      onClick: async (event) => {
        await isUsed(withdrawal);
        onClick?.(event);
      },
      dialog: withNotice(dialog, <UsageNotice withdrawal={withdrawal} />),
    };
  };
  return Object.assign(AskingAction, { type: action.type });
}
