import { styled } from 'styled-components';

/** Looks like the design system's inputs, and grows with its words. */
export const Frame = styled.div<{ $invalid: boolean; $disabled: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  min-height: 4rem;
  padding: 0.3rem ${({ theme }) => theme.spaces[2]};
  cursor: ${({ $disabled }) => ($disabled ? 'not-allowed' : 'text')};
  border: 1px solid
    ${({ theme, $invalid }) => ($invalid ? theme.colors.danger600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $disabled }) =>
    $disabled ? theme.colors.neutral150 : theme.colors.neutral0};

  &:focus-within {
    border-color: ${({ theme, $invalid }) =>
      $invalid ? theme.colors.danger600 : theme.colors.primary600};
    box-shadow: 0 0 0 2px
      ${({ theme, $invalid }) => ($invalid ? theme.colors.danger600 : theme.colors.primary600)};
  }
`;

/** The words flow together with the input after them. */
export const WordList = styled.ul`
  display: contents;
`;

export const TextBox = styled.input`
  flex: 1 1 4rem;
  min-width: 4rem;
  height: 3.2rem;
  padding: 0 ${({ theme }) => theme.spaces[2]};
  border: 0;
  outline: 0;
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: 1.4rem;

  &:disabled {
    cursor: not-allowed;
    color: ${({ theme }) => theme.colors.neutral600};
  }

  &::placeholder {
    color: ${({ theme }) => theme.colors.neutral500};
    opacity: 1;
  }
`;
