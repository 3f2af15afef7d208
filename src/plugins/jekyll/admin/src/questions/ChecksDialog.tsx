import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type ChecksRefusal, IGNORE_CHECKS_ACTION } from '../../../contracts/checks';
import { ProblemList } from '../files/ProblemList';
import { useRights } from '../page/use-rights';
import { useText } from '../publishing/use-text';
import type { Answer } from './questions';

interface ChecksDialogProps {
  readonly refusal: ChecksRefusal;
  onAnswer(answer: Answer): void;
}

/** What the checks stopped; whoever has the right may publish all the same. */
export const ChecksDialog = ({ refusal, onAnswer }: ChecksDialogProps) => {
  const text = useText();
  const mayIgnore = useRights()(IGNORE_CHECKS_ACTION);
  return (
    <Modal.Root open onOpenChange={() => onAnswer('cancel')}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('checks.refused.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{text('checks.refused.lead')}</Typography>
            <ProblemList problems={refusal.problems} />
            <Typography textColor="neutral600">
              {text(mayIgnore ? 'checks.refused.help' : 'checks.refused.no-right')}
            </Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={() => onAnswer('cancel')}>
            {text('checks.refused.back')}
          </Button>
          {mayIgnore && (
            <Button type="button" variant="danger-light" onClick={() => onAnswer('go-on')}>
              {text('checks.refused.anyway')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
