import { Button, Flex } from '@strapi/design-system';
import type { ListedAction } from '../../../contracts/exports';
import type { ExportTotals } from '../../../contracts/report';
import { ACTION_TEXT } from '../history/run-texts';
import { useText } from '../publishing/use-text';

const ACTIONS: readonly ListedAction[] = [
  'add',
  'change',
  'rename',
  'delete',
  'conflict',
  'refused',
];

interface ActionFilterProps {
  readonly totals: ExportTotals;
  /** The one that is shown; undefined for all. */
  readonly action: ListedAction | undefined;
  onChange(action: ListedAction | undefined): void;
}

/** How many files are added, changed and so on; each shows just these. */
export const ActionFilter = ({ totals, action, onChange }: ActionFilterProps) => {
  const text = useText();
  const there = ACTIONS.filter((one) => totals[one] > 0);
  if (there.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={text('files.filter')}>
      <Button
        size="S"
        variant={action === undefined ? 'secondary' : 'tertiary'}
        aria-pressed={action === undefined}
        onClick={() => onChange(undefined)}
      >
        {text('files.all')}
      </Button>
      {there.map((one) => (
        <Button
          key={one}
          size="S"
          variant={action === one ? 'secondary' : 'tertiary'}
          aria-pressed={action === one}
          onClick={() => onChange(action === one ? undefined : one)}
        >
          {`${text(ACTION_TEXT[one])} ${totals[one]}`}
        </Button>
      ))}
    </Flex>
  );
};
