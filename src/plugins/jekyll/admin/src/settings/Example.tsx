import { styled } from 'styled-components';

/** A text as the blog would have it. */
export const Example = styled.pre`
  max-height: 44rem;
  overflow: auto;
  padding: 1.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 1.2rem;
  line-height: 1.6;
  white-space: pre-wrap;
`;
