import { useForm } from '@strapi/strapi/admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { BulletList } from '@strapi/icons';
import * as React from 'react';
import { POST_UID } from '../publishing/content-types';
import { useText } from '../publishing/use-text';
import { useViewedLocale } from '../publishing/use-viewed-locale';
import { LeftItems } from './LeftItems';
import { formKey, rememberMade } from './made-items';
import { OutlineBoard } from './OutlineBoard';
import type { Grab } from './use-grab';
import { useOutline } from './use-outline';

interface OutlineProps {
  readonly documentId: string | null;
  readonly locale: string;
}

const OutlineBody = ({
  documentId,
  locale,
  grabRef,
}: OutlineProps & { readonly grabRef: React.MutableRefObject<Pick<Grab, 'cancel'> | null> }) => {
  const text = useText();
  const outline = useOutline({ documentId, locale });
  const disabled = useForm('JekyllOutline', (state) => state.disabled || state.isSubmitting);
  if (outline.state === 'failed' || outline.state === 'silent') {
    return (
      <Typography role="alert" textColor="danger600">
        {text(outline.state === 'failed' ? 'outline.failed' : 'outline.forbidden')}
      </Typography>
    );
  }
  // A board that waits for what was just added keeps its place: only the first time it is empty.
  if (outline.state === 'loading' && outline.items.size === 0) {
    return <Loader small>{text('outline.loading')}</Loader>;
  }
  const waiting = disabled || outline.state === 'loading';
  return (
    <OutlineBoard
      outline={outline}
      locale={locale}
      disabled={waiting}
      onMade={(ids) => rememberMade(localStorage, formKey(documentId, locale), ids)}
      grabRef={grabRef}
    />
  );
};

const PanelContent = ({ documentId, locale }: OutlineProps) => {
  const text = useText();
  const [open, setOpen] = React.useState(false);
  const grabRef = React.useRef<Pick<Grab, 'cancel'> | null>(null);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <Modal.Root open={open} onOpenChange={setOpen}>
        <Modal.Trigger>
          <Button type="button" variant="tertiary" startIcon={<BulletList />}>
            {text('outline.open')}
          </Button>
        </Modal.Trigger>
        <Modal.Content
          aria-describedby={undefined}
          style={{ maxWidth: '108rem', width: 'calc(100vw - 6.4rem)' }}
          onEscapeKeyDown={(event) => {
            // What is held goes back first.
            if (grabRef.current?.cancel()) event.preventDefault();
          }}
        >
          <Modal.Header closeLabel={text('outline.close')}>
            <Modal.Title>{text('outline.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <OutlineBody documentId={documentId} locale={locale} grabRef={grabRef} />
          </Modal.Body>
          <Modal.Footer>
            <Typography variant="pi" textColor="neutral600">
              {text('outline.unsaved')}
            </Typography>
            <Modal.Close>
              <Button type="button">{text('outline.done')}</Button>
            </Modal.Close>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
      <Typography variant="pi" textColor="neutral600">
        {text('outline.about')}
      </Typography>
      <LeftItems documentId={documentId} locale={locale} />
    </Flex>
  );
};

/** “Outline”, beside the draft of a post: its sections and items at a glance, to be arranged. */
export const OutlinePanel: PanelComponent = ({ model, document, documentId, activeTab }) => {
  const text = useText();
  const viewed = useViewedLocale();
  const locale = document?.locale ?? viewed;
  if (model !== POST_UID || activeTab === 'published' || !locale) return null;
  const saved = documentId && documentId !== 'create' ? documentId : null;
  return {
    title: text('outline.panel'),
    content: <PanelContent documentId={saved} locale={locale} />,
  };
};
