import { useForm } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import { FootnoteChanges } from '../on-blog/FootnoteChanges';
import { PanelSection } from '../on-blog/PanelSection';
import { useGetJekyllPublishingQuery } from './api';
import { isUneventful, type PostVersion } from './preview';
import { PreviewContent } from './PreviewContent';
import { useRefetchOnFocus } from './use-refetch-on-focus';
import { useText } from './use-text';

/** Statuses with which there is nothing to show: no right to read the post, or no draft of it. */
const SILENT = [401, 403, 404];

interface PublishingSectionProps {
  readonly version: PostVersion;
  /** Items that the saved draft shows. */
  readonly itemCount: number;
}

/** “What publishing does”, beside the draft of a saved post. */
export const PublishingSection = ({ version, itemCount }: PublishingSectionProps) => {
  const text = useText();
  const modified = useForm('PublishingSection', (state) => state.modified);
  const { currentData, error, refetch } = useGetJekyllPublishingQuery(version, {
    refetchOnMountOrArgChange: true,
  });
  useRefetchOnFocus(refetch);

  const title = text('publishing.title');
  if (error) {
    const status = 'status' in error ? error.status : undefined;
    if (typeof status === 'number' && SILENT.includes(status)) return null;
    return (
      <PanelSection title={title}>
        <Typography textColor="danger600">{text('publishing.failed')}</Typography>
      </PanelSection>
    );
  }
  if (!currentData) return null;
  const uneventful = isUneventful(currentData);
  if (itemCount === 0 && uneventful) return null;
  return (
    <PanelSection title={title}>
      {modified && (
        <Typography variant="pi" textColor="neutral600">
          {text('publishing.saved-draft')}
        </Typography>
      )}
      {uneventful ? (
        <Typography variant="pi" textColor="neutral800">
          {text('publishing.all-published', { count: itemCount })}
        </Typography>
      ) : (
        <PreviewContent preview={currentData} headings="h4" />
      )}
      <FootnoteChanges {...version} />
    </PanelSection>
  );
};
