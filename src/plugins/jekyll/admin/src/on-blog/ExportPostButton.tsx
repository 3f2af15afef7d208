import { Button } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import type { BlogState } from '../../../contracts/status';
import { EXPORT_ACTION } from '../../../contracts/rights';
import { useRights } from '../page/use-rights';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { isExportable } from './state-texts';
import { useExport } from './use-export';

interface ExportPostButtonProps extends PostVersion {
  readonly state: BlogState;
}

/** Writes this version into the blog, for those who may export. */
export const ExportPostButton = ({ documentId, locale, state }: ExportPostButtonProps) => {
  const text = useText();
  const mayExport = useRights()(EXPORT_ACTION);
  const modified = useForm('ExportPostButton', (form) => form.modified);
  const { isRunning, start } = useExport();
  if (!mayExport) return null;
  return (
    <Button
      type="button"
      size="S"
      startIcon={<Upload aria-hidden />}
      loading={isRunning}
      disabled={!isExportable(state)}
      onClick={() => void start([{ documentId, locale }], { reload: !modified })}
    >
      {text('blog.export')}
    </Button>
  );
};
