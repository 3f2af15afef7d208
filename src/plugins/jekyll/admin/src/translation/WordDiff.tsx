import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useText } from '../publishing/use-text';
import { wordDiff } from './word-diff';

const STYLES = {
  added: { color: 'success700', background: 'success100', line: 'underline' },
  removed: { color: 'danger700', background: 'danger100', line: 'line-through' },
} as const;

interface WordDiffProps {
  readonly before: string;
  readonly after: string;
  /** Language of both texts. */
  readonly lang: string;
}

/** What changed in a text: removed words struck through, added ones underlined. */
export const WordDiff = ({ before, after, lang }: WordDiffProps) => {
  const text = useText();
  const pieces = React.useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <Box
      role="group"
      aria-label={text('translation.changed')}
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      padding={3}
    >
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral700">
        {text('translation.changed')}
      </Typography>
      <Typography
        tag="p"
        lang={lang}
        textColor="neutral800"
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {pieces.map(({ kind, text: piece }, index) => {
          if (kind === 'same') return piece;
          const { color, background, line } = STYLES[kind];
          return (
            <Box
              key={index}
              tag={kind === 'added' ? 'ins' : 'del'}
              display="inline"
              color={color}
              background={background}
              style={{ textDecoration: line }}
            >
              {piece}
            </Box>
          );
        })}
      </Typography>
    </Box>
  );
};
