import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { createTwoFilesPatch } from 'diff';
import { useAuth } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ChangedSince, FieldDifference } from '../../../contracts/seen';
import { DiffView } from '../files/DiffView';
import { useText } from '../publishing/use-text';
import { fieldLabel } from '../views/field-texts';
import type { Answer } from './questions';

interface ChangedDialogProps {
  readonly model: string;
  readonly changed: ChangedSince;
  onAnswer(answer: Answer): void;
}

/** Somebody saved the entry meanwhile: what differs, and three ways to go on. */
export const ChangedDialog = ({ model, changed, onAnswer }: ChangedDialogProps) => {
  const text = useText();
  const { formatDate } = useIntl();
  const user = useAuth('ChangedDialog', (state) => state.user);
  const { savedBy, differences, seen } = changed;
  const when = formatDate(seen.updatedAt, { dateStyle: 'medium', timeStyle: 'medium' });
  const who =
    savedBy === null
      ? text('changed.by-nobody', { when })
      : savedBy.id === user?.id
        ? text('changed.by-you', { when })
        : text('changed.by', { when, name: savedBy.name });
  return (
    <Modal.Root open onOpenChange={() => onAnswer('cancel')}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('changed.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{who}</Typography>
            {differences.length === 0 ? (
              <Typography textColor="neutral600">{text('changed.same')}</Typography>
            ) : (
              <>
                <Typography textColor="neutral600">{text('changed.lead')}</Typography>
                {differences.map((difference) => (
                  <Difference key={difference.field} model={model} difference={difference} />
                ))}
              </>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={() => onAnswer('cancel')}>
            {text('changed.cancel')}
          </Button>
          <Flex gap={2}>
            <Button type="button" variant="secondary" onClick={() => onAnswer('reload')}>
              {text('changed.reload')}
            </Button>
            <Button type="button" variant="danger-light" onClick={() => onAnswer('go-on')}>
              {text('changed.overwrite')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

interface DifferenceProps {
  readonly model: string;
  readonly difference: FieldDifference;
}

const Difference = ({ model, difference }: DifferenceProps) => {
  const { locale: language } = useIntl();
  const { field, saved, yours } = difference;
  return (
    <Box>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {fieldLabel(model, field, language)}
      </Typography>
      <DiffView diff={lineDiff(saved, yours)} />
    </Box>
  );
};

const withEnd = (text: string): string => (text === '' ? '' : `${text}\n`);
const lineDiff = (before: string, after: string): string =>
  createTwoFilesPatch('saved', 'yours', withEnd(before), withEnd(after), '', '', { context: 2 });
