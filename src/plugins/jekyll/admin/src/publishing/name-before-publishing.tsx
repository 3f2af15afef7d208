import { useForm } from '@strapi/strapi/admin';
import type {
  BulkActionComponent,
  DocumentActionComponent,
} from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useGetJekyllPublishingQuery } from './api';
import { POST_UID } from './content-types';
import { PreviewContent } from './PreviewContent';
import { type ChosenVersion, PublicationNotice } from './PublicationNotice';
import { useText } from './use-text';
import { useViewedLocale } from './use-viewed-locale';
import { withNotice } from './with-notice';

interface PublishDialogProps {
  readonly documentId: string | undefined;
  readonly locale: string | undefined;
}

/** What the dialog says before a post is published whose items are not. */
const PublishDialogBody = ({ documentId = '', locale = '' }: PublishDialogProps) => {
  const text = useText();
  const modified = useForm('PublishDialogBody', (state) => state.modified);
  const skip = documentId === '' || locale === '';
  const { currentData } = useGetJekyllPublishingQuery({ documentId, locale }, { skip });

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {currentData && <PreviewContent preview={currentData} newTab />}
      {(modified || skip) && <Typography>{text('publishing.dialog.unsaved')}</Typography>}
      <Typography>{text('publishing.dialog.question')}</Typography>
    </Flex>
  );
};

/**
 * The content manager's Publish for posts, and internationalization's “Publish multiple locales”.
 * Where Strapi warns that unpublished relations would be left out, the dialog names what goes along
 * instead; the window for several locales names it for each of them.
 */
export function nameBeforePublishing(action: DocumentActionComponent): DocumentActionComponent {
  const NamingAction: DocumentActionComponent = (props) => {
    const { formatMessage, formatDisplayName } = useIntl();
    const viewed = useViewedLocale();
    const description = action(props);
    const { model, documentId, document, meta } = props;
    const dialog = description?.dialog;
    if (model !== POST_UID || !description || !dialog) return description;

    const locale = document?.locale ?? viewed;
    if (action.type === 'publish' && dialog.type === 'dialog') {
      return {
        ...description,
        dialog: {
          ...dialog,
          variant: 'default',
          bodyIcon: undefined,
          content: <PublishDialogBody documentId={documentId} locale={locale} />,
          confirmLabel: formatMessage({ id: 'app.utils.publish', defaultMessage: 'Publish' }),
        },
      };
    }
    // The window for several locales has no type: it is the one that is neither dangerous nor in a menu.
    const severalLocales =
      action.type === undefined &&
      dialog.type === 'modal' &&
      description.variant === 'secondary' &&
      [description.position].flat().join() === 'panel';
    if (!severalLocales || !documentId) return description;
    const others = meta?.availableLocales.map((version) => version.locale) ?? [];
    const versions = [...new Set([locale, ...others])].flatMap((code): ChosenVersion[] =>
      code
        ? [
            {
              documentId,
              locale: code,
              heading: formatDisplayName(code, { type: 'language' }) ?? code,
            },
          ]
        : [],
    );
    return {
      ...description,
      dialog: withNotice(dialog, <PublicationNotice versions={versions} />),
    };
  };
  return Object.assign(NamingAction, { type: action.type, position: action.position });
}

/** The same for Publish of the chosen rows of a list: its window names what goes along with each. */
export function nameBeforeBulkPublishing(action: BulkActionComponent): BulkActionComponent {
  const NamingAction: BulkActionComponent = (props) => {
    const text = useText();
    const viewed = useViewedLocale();
    const description = action(props);
    const dialog = description?.dialog;
    // Of the actions on rows only Publish opens a window.
    if (props.model !== POST_UID || !description || dialog?.type !== 'modal') return description;
    const versions = props.documents.flatMap(({ documentId, locale = viewed, title }) => {
      const heading =
        typeof title === 'string' && title !== '' ? title : text('publishing.untitled');
      return locale ? [{ documentId, locale, heading }] : [];
    });
    return {
      ...description,
      dialog: withNotice(dialog, <PublicationNotice versions={versions} />),
    };
  };
  return Object.assign(NamingAction, { type: action.type });
}
