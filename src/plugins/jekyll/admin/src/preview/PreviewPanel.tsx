import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import * as React from 'react';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { PreviewDock } from './PreviewDock';

/** Stays open from one post to the next until somebody closes it. */
const OPEN_KEY = 'jekyll-preview-open';

const PanelContent = ({
  target,
}: {
  readonly target: React.ComponentProps<typeof PreviewDock>['target'];
}) => {
  const text = useText();
  const [open, setOpen] = React.useState(() => sessionStorage.getItem(OPEN_KEY) === 'true');
  const button = React.useRef<HTMLButtonElement>(null);
  const [panel, setPanel] = React.useState<HTMLElement | null>(null);
  const closed = React.useRef(false);
  const change = (next: boolean) => {
    sessionStorage.setItem(OPEN_KEY, String(next));
    setOpen(next);
    closed.current = !next;
  };
  React.useEffect(() => {
    // Only now: while the page was open the button may have been folded away.
    if (closed.current) button.current?.focus();
    closed.current = false;
  }, [open]);
  return (
    <Flex ref={setPanel} direction="column" alignItems="stretch" gap={2} width="100%">
      <Button
        ref={button}
        type="button"
        variant="tertiary"
        startIcon={<Eye />}
        aria-expanded={open}
        onClick={() => change(!open)}
      >
        {text(open ? 'preview.close' : 'preview.open')}
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {text('preview.help')}
      </Typography>
      {open && panel && <PreviewDock target={target} panel={panel} onClose={() => change(false)} />}
    </Flex>
  );
};

/** The post as it will be on the blog, beside the form: as it stands there, saved or not. */
export const PreviewPanel: PanelComponent = ({ model, document, documentId, activeTab }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const locale = document?.locale ?? viewed;
  if (model !== POST_UID || !locale) return null;
  const status = activeTab === 'published' ? ('published' as const) : ('draft' as const);
  const saved = documentId && documentId !== 'create' ? documentId : null;
  return {
    title: text('preview.panel'),
    content: <PanelContent target={{ documentId: saved, locale, status }} />,
  };
};
