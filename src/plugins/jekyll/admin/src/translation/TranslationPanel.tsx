import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import type { Translation } from '../../../contracts/translations';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { useGetJekyllTranslationQuery } from './api';
import { CreateVersionButton } from './CreateVersionButton';
import { TranslationSummary } from './TranslationSummary';

/** Statuses with which there is nothing to show: no right to read the post, or no post. */
const SILENT = [401, 403, 404];

interface PartProps {
  readonly documentId: string;
  readonly unsaved: boolean;
}

/** Another version of the post, where it translates the one in view. */
const OtherVersion = ({
  documentId,
  locale,
  from,
  unsaved,
}: PartProps & { readonly locale: string; readonly from: string }) => {
  const { currentData } = useGetJekyllTranslationQuery(
    { documentId, locale },
    { refetchOnMountOrArgChange: true },
  );
  if (!currentData?.exists || currentData.from !== from) return null;
  return <TranslationSummary translation={currentData} from={from} unsaved={unsaved} />;
};

const Content = ({
  translation,
  unsaved,
}: {
  readonly translation: Translation;
  readonly unsaved: boolean;
}) => {
  const { documentId, locale, from, locales, creatable, exists } = translation;
  if (!exists) {
    if (from === null || !creatable.includes(locale)) return null;
    return (
      <CreateVersionButton documentId={documentId} from={from} to={locale} unsaved={unsaved} />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {from !== null && (
        <TranslationSummary key={locale} translation={translation} from={from} unsaved={unsaved} />
      )}
      {from === null &&
        locales
          .filter((code) => code !== locale)
          .map((code) => (
            <OtherVersion
              key={code}
              documentId={documentId}
              locale={code}
              from={locale}
              unsaved={unsaved}
            />
          ))}
      {creatable.map((code) => (
        <CreateVersionButton
          key={code}
          documentId={documentId}
          from={locale}
          to={code}
          unsaved={unsaved}
        />
      ))}
    </Flex>
  );
};

/** “Translation”, beside a saved post: makes versions in other locales, and says how they stand. */
export const TranslationPanel: PanelComponent = ({ model, document, documentId, activeTab }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const modified = useForm('TranslationPanel', (state) => state.modified);
  const locale = document?.locale ?? viewed;
  const saved = documentId !== undefined && documentId !== 'create';
  const skip = model !== POST_UID || activeTab === 'published' || !saved || !locale;
  const { currentData, error } = useGetJekyllTranslationQuery(
    { documentId: documentId ?? '', locale: locale ?? '' },
    { skip, refetchOnMountOrArgChange: true },
  );
  if (skip) return null;
  const title = text('translation.title');
  if (error) {
    const status = 'status' in error ? error.status : undefined;
    if (typeof status === 'number' && SILENT.includes(status)) return null;
    return {
      title,
      content: <Typography textColor="danger600">{text('translation.failed')}</Typography>,
    };
  }
  if (!currentData) return null;
  const { exists, locales, creatable } = currentData;
  const quiet = exists
    ? locales.length < 2 && creatable.length === 0
    : !creatable.includes(currentData.locale);
  if (quiet) return null;
  return { title, content: <Content translation={currentData} unsaved={modified} /> };
};
