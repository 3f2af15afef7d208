import { Box, Popover, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { textId } from '../../plugin-id';

const Option = styled(Box)`
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  overflow-wrap: anywhere;

  &[aria-selected='true'],
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** Id of one option, for the input's `aria-activedescendant`. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

interface SuggestionsProps {
  readonly listId: string;
  readonly words: readonly string[];
  /** Index of the option that Enter takes; -1 for none. */
  readonly active: number;
  onPick(word: string): void;
}

/** The list under the input. The focus stays in the input: keys are handled there. */
export const Suggestions = ({ listId, words, active, onPick }: SuggestionsProps) => {
  const { formatMessage } = useIntl();

  return (
    <Popover.Content
      align="start"
      sideOffset={4}
      style={{ width: 'var(--radix-popover-trigger-width)' }}
      onOpenAutoFocus={(event) => event.preventDefault()}
      onCloseAutoFocus={(event) => event.preventDefault()}
      onInteractOutside={(event) => event.preventDefault()}
    >
      <Box
        tag="ul"
        id={listId}
        role="listbox"
        padding={1}
        maxHeight="24rem"
        overflow="auto"
        aria-label={formatMessage({
          id: textId('words.suggestions'),
          defaultMessage: 'Suggestions',
        })}
      >
        {words.map((word, index) => (
          <Option
            key={word}
            tag="li"
            id={optionId(listId, index)}
            ref={(option: HTMLLIElement | null) => {
              if (index === active) option?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            aria-selected={index === active}
            paddingLeft={3}
            paddingRight={3}
            paddingTop={2}
            paddingBottom={2}
            onMouseDown={(event: React.MouseEvent) => {
              event.preventDefault();
              onPick(word);
            }}
          >
            <Typography textColor="neutral800">{word}</Typography>
          </Option>
        ))}
      </Box>
    </Popover.Content>
  );
};
