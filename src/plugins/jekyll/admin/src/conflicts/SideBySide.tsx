import { Box, VisuallyHidden } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';
import type { ConflictSides } from '../../../contracts/report';
import { useText } from '../publishing/use-text';
import { type Cell, foldAlike, sideBySide } from './side-by-side';

const SIDES = ['blog', 'base', 'cms'] as const;

const Columns = styled.table`
  width: 100%;
  min-width: 84rem;
  table-layout: fixed;
  border-collapse: collapse;
  font-size: 1.2rem;
  line-height: 1.6;
  color: ${({ theme }) => theme.colors.neutral800};

  th {
    position: sticky;
    top: 0;
    padding: 0.8rem;
    text-align: left;
    font-weight: 600;
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  td {
    padding: 0 0.8rem;
    vertical-align: top;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  th + th,
  td.text:not(:nth-child(2)) + td.number,
  td.number:not(:first-child) {
    border-left: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  td.number {
    color: ${({ theme }) => theme.colors.neutral600};
    text-align: right;
    user-select: none;
  }
  td.changed,
  td.changed + td.text {
    background: ${({ theme }) => theme.colors.success100};
  }
  td.changed {
    color: ${({ theme }) => theme.colors.neutral700};
    /* In the dark theme the backgrounds are nearly alike. */
    box-shadow: inset 4px 0 0 ${({ theme }) => theme.colors.success500};
  }
  td.removed {
    box-shadow: inset 4px 0 0 ${({ theme }) => theme.colors.danger500};
  }
  td.removed,
  td.removed + td.text {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.neutral700};
  }
  td.alike {
    padding: 0.4rem 0.8rem;
    text-align: center;
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral100};
    font-family: inherit;
  }
`;

/** Both sides and the text that they had in common, line beside line. */
export const SideBySide = ({ sides }: { readonly sides: ConflictSides }) => {
  const text = useText();
  const parts = React.useMemo(() => foldAlike(sideBySide(sides)), [sides]);
  return (
    <Box
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      overflow="auto"
      maxHeight="60rem"
      tabIndex={0}
      role="region"
      aria-label={text('conflicts.compare')}
    >
      <Columns>
        <caption>
          <VisuallyHidden>{text('conflicts.compare')}</VisuallyHidden>
        </caption>
        <colgroup>
          {SIDES.map((side) => (
            <React.Fragment key={side}>
              <col style={{ width: '4.8rem' }} />
              <col />
            </React.Fragment>
          ))}
        </colgroup>
        <thead>
          <tr>
            {SIDES.map((side) => (
              <th key={side} scope="colgroup" colSpan={2}>
                {text(`conflicts.side.${side}`)}
                {sides[side] === null && ` (${text('conflicts.side.none')})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) =>
            'alike' in part ? (
              <tr key={index}>
                <td className="alike" colSpan={6}>
                  {text('conflicts.same-lines', { count: part.alike })}
                </td>
              </tr>
            ) : (
              part.rows.map((row, at) => (
                <tr key={`${index}-${at}`}>
                  {SIDES.map((side) => (
                    <CellView key={side} cell={row[side]} />
                  ))}
                </tr>
              ))
            ),
          )}
        </tbody>
      </Columns>
    </Box>
  );
};

const CellView = ({ cell }: { readonly cell: Cell }) => {
  const text = useText();
  const { number, state } = cell;
  return (
    <>
      <td className={`number ${state}`}>{number}</td>
      <td className="text">
        {state === 'changed' && <VisuallyHidden>{text('conflicts.changed')}</VisuallyHidden>}
        {state === 'removed' ? <em>{text('conflicts.removed')}</em> : cell.text}
      </td>
    </>
  );
};
