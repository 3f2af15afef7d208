import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';
import { type TextKey, useText } from '../publishing/use-text';
import { type DiffLine, readDiff } from './read-diff';

/** Lines that are shown at once: more would make the panel slow. */
const SHOWN = 600;

const Lines = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 1.2rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.neutral800};

  td {
    padding: 0 0.8rem;
    vertical-align: top;
  }
  td:last-child {
    width: 100%;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  td.number {
    color: ${({ theme }) => theme.colors.neutral600};
    text-align: right;
    user-select: none;
  }
  tr.added {
    background: ${({ theme }) => theme.colors.success100};
  }
  tr.removed {
    background: ${({ theme }) => theme.colors.danger100};
  }
  tr.added td.number,
  tr.removed td.number {
    color: ${({ theme }) => theme.colors.neutral700};
  }
  ins,
  del {
    color: inherit;
    text-decoration: none;
    border-radius: 2px;
    font-weight: 700;
  }
  ins {
    background: ${({ theme }) => theme.colors.success200};
  }
  del {
    background: ${({ theme }) => theme.colors.danger200};
  }
  tr.gap td {
    padding: 0.4rem 0.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
    text-align: center;
  }
`;

const SIGN = { added: '+', removed: '−', same: ' ' } as const;
const SAID: Readonly<Record<'added' | 'removed', TextKey>> = {
  added: 'diff.added',
  removed: 'diff.removed',
};

/** A unified diff to read: added and removed lines, and within an edited line the changed words. */
export const DiffView = ({ diff }: { readonly diff: string }) => {
  const text = useText();
  const blocks = React.useMemo(() => readDiff(diff), [diff]);
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  let left = SHOWN;
  if (total === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {text('diff.empty')}
      </Typography>
    );
  }
  return (
    <Box borderColor="neutral200" hasRadius overflow="auto" maxHeight="60rem" tabIndex={0}>
      <Lines>
        <caption>
          <VisuallyHidden>{text('diff.caption')}</VisuallyHidden>
        </caption>
        <tbody>
          {blocks.map((block, index) => {
            const shown = block.slice(0, left);
            left -= shown.length;
            return (
              <React.Fragment key={index}>
                {index > 0 && shown.length > 0 && (
                  <tr className="gap">
                    <td colSpan={4}>⋯</td>
                  </tr>
                )}
                {shown.map((line, at) => (
                  <Line key={at} line={line} />
                ))}
              </React.Fragment>
            );
          })}
        </tbody>
      </Lines>
      {total > SHOWN && (
        <Box padding={3}>
          <Typography variant="pi" textColor="neutral600">
            {text('diff.cut', { count: total - SHOWN })}
          </Typography>
        </Box>
      )}
    </Box>
  );
};

const Line = ({ line }: { readonly line: DiffLine }) => {
  const text = useText();
  const { kind, pieces, before, after } = line;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <tr className={kind}>
      <td className="number">{before}</td>
      <td className="number">{after}</td>
      <td aria-hidden>{SIGN[kind]}</td>
      <td>
        {kind !== 'same' && <VisuallyHidden>{text(SAID[kind])}</VisuallyHidden>}
        {pieces.map((piece, index) =>
          piece.changed ? <Mark key={index}>{piece.text}</Mark> : piece.text,
        )}
      </td>
    </tr>
  );
};
