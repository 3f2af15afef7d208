import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';
import type { Conflict } from '../../../contracts/conflicts';
import { useText } from '../publishing/use-text';
import { markersIn } from './markers';

const Editor = styled(Textarea)`
  height: 36rem;
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 1.3rem;
  line-height: 1.6;
  resize: vertical;
`;

interface MergeEditorProps {
  readonly conflict: Conflict;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** The text of both to edit, which is taken once no marker is left in it. */
export const MergeEditor = (props: MergeEditorProps) => {
  const { conflict, value, onChange, isBusy, onSave, onCancel } = props;
  const text = useText();
  const { blog, cms } = conflict.sides;
  const markers = React.useMemo(() => markersIn(value, [blog, cms]), [value, blog, cms]);
  const [line] = markers;
  const error =
    line === undefined ? undefined : text('conflicts.merged.left', { count: markers.length, line });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box background="neutral0" shadow="tableShadow" hasRadius padding={6}>
        <Field.Root name="merged" error={error ?? false} hint={text('conflicts.merged.help')}>
          <Field.Label>{text('conflicts.merged')}</Field.Label>
          <Editor
            value={value}
            spellCheck={false}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              onChange(event.target.value)
            }
          />
          <Field.Hint />
          <Box role="status">
            <Field.Error />
          </Box>
        </Field.Root>
      </Box>
      <Flex justifyContent="flex-end" gap={2}>
        <Button variant="tertiary" onClick={onCancel}>
          {text('conflicts.merged.cancel')}
        </Button>
        <Button disabled={line !== undefined} loading={isBusy} onClick={onSave}>
          {text('conflicts.merged.save')}
        </Button>
      </Flex>
      {line === undefined && <Typography variant="pi">{conflict.path}</Typography>}
    </Flex>
  );
};
