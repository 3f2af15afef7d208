import { useNotification } from '@strapi/strapi/admin';
import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useIntl } from 'react-intl';
import type { SaveTranslationRequest, TranslatedPart } from '../../../contracts/translations';
import type { PostVersion } from '../publishing/preview';
import { useText } from '../publishing/use-text';
import { useGetJekyllTranslationQuery, useSaveJekyllTranslationMutation } from './api';
import { changesOf, editOf, type Edits, markOf, shownParts, withEdit } from './edits';
import { FieldRow } from './FieldRow';
import { Progress } from './Progress';
import { useFailure } from './use-failure';
import { useNames } from './use-names';

interface TranslationViewProps extends PostVersion {
  readonly from: string;
  readonly onClose: () => void;
}

/** The original beside its translation, field by field, on a window of its own. */
export const TranslationView = ({ documentId, locale, from, onClose }: TranslationViewProps) => {
  const text = useText();
  const { formatMessage } = useIntl();
  const { language } = useNames();
  const { toggleNotification } = useNotification();
  const fail = useFailure();
  const { currentData, isError } = useGetJekyllTranslationQuery(
    { documentId, locale },
    { refetchOnMountOrArgChange: true },
  );
  const [save, { isLoading: busy }] = useSaveJekyllTranslationMutation();
  const [edits, setEdits] = React.useState<Edits>({});
  const [openOnly, setOpenOnly] = React.useState(false);
  const changes = changesOf(edits);

  const send = async (request: Pick<SaveTranslationRequest, 'changes' | 'marks'>) => {
    const answer = await save({ documentId, request: { from, locale, ...request } });
    if ('error' in answer) {
      fail(answer.error);
      return false;
    }
    return true;
  };
  const saveAll = async () => {
    if (changes.length === 0 || busy) return;
    const sent = edits;
    if (!(await send({ changes, marks: [] }))) return;
    // What was typed while the request was under way stays, and begins from what was saved.
    setEdits((now) =>
      Object.fromEntries(
        Object.entries(now).flatMap(([key, edit]) => {
          const saved = sent[key];
          if (!saved) return [[key, edit]];
          return saved.value === edit.value ? [] : [[key, { ...edit, before: saved.value }]];
        }),
      ),
    );
    toggleNotification({ type: 'success', message: text('translation.saved') });
  };
  const close = () => {
    if (changes.length === 0 || window.confirm(text('translation.leave'))) onClose();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saveAll();
  };

  const parts = shownParts(currentData?.parts ?? [], edits, openOnly);
  const title = text('translation.view.title', { from: language(from), to: language(locale) });
  const partTitle = ({ kind, title: name }: TranslatedPart): string =>
    `${text(`translation.part.${kind}`)}: ${name || text('publishing.untitled')}`;
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content
        aria-describedby={undefined}
        onKeyDown={onKeyDown}
        style={{ maxWidth: 'none', width: '96vw', height: '94vh', maxHeight: '94vh' }}
      >
        <Modal.Header
          closeLabel={formatMessage({ id: 'app.utils.close-label', defaultMessage: 'Close' })}
        >
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {!currentData && !isError && (
            <Flex justifyContent="center" padding={8}>
              <Loader>{text('translation.loading')}</Loader>
            </Flex>
          )}
          {isError && (
            <Typography role="alert" textColor="danger600">
              {text('translation.failed')}
            </Typography>
          )}
          {currentData && (
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Flex gap={6} alignItems="center" wrap="wrap">
                <Box flex="1" minWidth="24rem">
                  <Progress counts={currentData.counts} />
                </Box>
                <Button
                  type="button"
                  size="S"
                  variant={openOnly ? 'secondary' : 'tertiary'}
                  aria-pressed={openOnly}
                  onClick={() => setOpenOnly(!openOnly)}
                >
                  {text('translation.open-only')}
                </Button>
              </Flex>
              {parts.length === 0 && <Typography>{text('translation.nothing-open')}</Typography>}
              {parts.map((part) => (
                <Flex
                  key={part.key}
                  direction="column"
                  alignItems="stretch"
                  gap={4}
                  paddingTop={4}
                  borderWidth="1px 0 0 0"
                  borderStyle="solid"
                  borderColor="neutral200"
                >
                  <Typography tag="h3" variant="delta">
                    {partTitle(part)}
                  </Typography>
                  {part.fields.map((field) => (
                    <FieldRow
                      key={field.path}
                      part={part}
                      field={field}
                      from={from}
                      locale={locale}
                      edit={editOf(edits, part, field)}
                      busy={busy}
                      onChange={(value) => setEdits((now) => withEdit(now, part, field, value))}
                      onMark={() => void send({ changes: [], marks: [markOf(part, field)] })}
                    />
                  ))}
                </Flex>
              ))}
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={close}>
            {formatMessage({ id: 'app.utils.close-label', defaultMessage: 'Close' })}
          </Button>
          <Button
            type="button"
            loading={busy}
            disabled={changes.length === 0}
            onClick={() => void saveAll()}
          >
            {text('translation.save', { count: changes.length })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
