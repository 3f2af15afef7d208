import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { EXPORT_ACTION } from '../../../contracts/rights';
import { useRights } from '../page/use-rights';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { useExport } from './use-export';

/** More than these are counted, not listed. */
const SHOWN = 10;

/** “Export to Jekyll” for the chosen rows of the list of posts. */
export const BulkExport: BulkActionComponent = ({ model, documents }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const mayExport = useRights()(EXPORT_ACTION);
  const { isRunning, start } = useExport();
  if (model !== POST_UID || !mayExport) return null;
  const versions = documents.flatMap(({ documentId, locale = viewed }) =>
    locale ? [{ documentId, locale }] : [],
  );
  const titles = documents.map(({ title }) =>
    typeof title === 'string' && title !== '' ? title : text('publishing.untitled'),
  );
  const more = titles.length - SHOWN;
  return {
    label: text('blog.bulk'),
    icon: <Upload aria-hidden />,
    variant: 'secondary',
    disabled: isRunning || versions.length === 0,
    dialog: {
      type: 'dialog',
      title: text('blog.bulk.title'),
      content: (
        <Flex direction="column" alignItems="stretch" gap={2} width="100%">
          <Typography>{text('blog.bulk.lead', { count: versions.length })}</Typography>
          <Box tag="ul">
            {titles.slice(0, SHOWN).map((title, index) => (
              <Typography key={index} tag="li" fontWeight="semiBold">
                {title}
              </Typography>
            ))}
            {more > 0 && (
              <Typography tag="li" textColor="neutral600">
                {text('publishing.more', { count: more })}
              </Typography>
            )}
          </Box>
          <Typography variant="pi" textColor="neutral600">
            {text('blog.bulk.help')}
          </Typography>
        </Flex>
      ),
      confirmLabel: text('blog.bulk.confirm'),
      variant: 'default',
      onConfirm: () => void start(versions),
    },
  };
};
