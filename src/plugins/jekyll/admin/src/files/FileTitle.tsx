import { Badge, Flex, Typography } from '@strapi/design-system';
import type { ExportAction, ImportAction } from '../../../contracts/report';
import { ACTION_TEXT } from '../history/run-texts';
import { useText } from '../publishing/use-text';

type Colour = 'success' | 'primary' | 'danger' | 'warning' | 'neutral';
const COLOURS: Readonly<Record<ExportAction | ImportAction, Colour>> = {
  add: 'success',
  created: 'success',
  change: 'primary',
  updated: 'primary',
  rename: 'primary',
  delete: 'danger',
  conflict: 'warning',
  refused: 'warning',
  failed: 'danger',
  same: 'neutral',
  skipped: 'neutral',
};

interface FileTitleProps {
  readonly action: ExportAction | ImportAction;
  readonly path: string;
  readonly from?: string | undefined;
}

/** What becomes of a file, and which. */
export const FileTitle = ({ action, path, from }: FileTitleProps) => {
  const text = useText();
  const colour = COLOURS[action];
  return (
    <Flex gap={3} alignItems="center" wrap="wrap">
      <Badge
        backgroundColor={colour === 'neutral' ? 'neutral150' : `${colour}100`}
        textColor={colour === 'neutral' ? 'neutral700' : `${colour}700`}
      >
        {text(ACTION_TEXT[action])}
      </Badge>
      <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {from === undefined ? path : `${from} → ${path}`}
      </Typography>
    </Flex>
  );
};
