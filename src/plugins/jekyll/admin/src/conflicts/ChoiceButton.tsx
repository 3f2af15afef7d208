import { Button, Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';
import type { Choice, Conflict } from '../../../contracts/conflicts';
import { type TextKey, useText } from '../publishing/use-text';

type Side = Exclude<Choice, 'merged'>;
type Act = 'blog' | 'cms' | 'withdraw' | 'write' | 'remove' | 'restore';

/** What taking a side does, where one of them has no file. */
function actOf(choice: Side, { sides }: Conflict): Act {
  if (sides.blog === null && sides.base !== null) return choice === 'blog' ? 'withdraw' : 'write';
  if (sides.cms === null) return choice === 'blog' ? 'restore' : 'remove';
  return choice;
}

interface ChoiceButtonProps {
  readonly choice: Side;
  readonly conflict: Conflict;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

/** Takes one side, after it has said what is lost. */
export const ChoiceButton = ({ choice, conflict, isBusy, onChoose }: ChoiceButtonProps) => {
  const text = useText();
  const act = actOf(choice, conflict);
  const label: TextKey = `conflicts.use.${act}`;
  const question: TextKey = `conflicts.confirm.${act}`;
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <Button variant={act === 'remove' ? 'danger-light' : 'secondary'} disabled={isBusy}>
          {text(label)}
        </Button>
      </Dialog.Trigger>
      <ConfirmDialog onConfirm={onChoose} variant={act === 'remove' ? 'danger-light' : 'default'}>
        {text(question)}
      </ConfirmDialog>
    </Dialog.Root>
  );
};
