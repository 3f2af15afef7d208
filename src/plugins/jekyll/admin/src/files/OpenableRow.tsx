import { Box, Flex, IconButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import * as React from 'react';
import { useText } from '../publishing/use-text';

interface OpenableRowProps {
  /** The file's name, for those who hear the button. */
  readonly name: string;
  readonly title: React.ReactNode;
  /** What stands before the title, such as a checkbox. */
  readonly before?: React.ReactNode;
  /** What opens below; made when it is opened. */
  readonly children: () => React.ReactNode;
}

/** A row of a list of files that opens to more about its file. */
export const OpenableRow = ({ name, title, before, children }: OpenableRowProps) => {
  const text = useText();
  const [isOpen, setOpen] = React.useState(false);
  const id = React.useId();
  return (
    <Box tag="li" borderColor="neutral150" style={{ borderWidth: '0 0 1px' }}>
      <Flex gap={4} paddingLeft={4} paddingRight={4} paddingTop={3} paddingBottom={3}>
        {before}
        <Box flex="1">{title}</Box>
        <IconButton
          label={text(isOpen ? 'files.close' : 'files.open', { name })}
          aria-expanded={isOpen}
          aria-controls={id}
          variant="ghost"
          onClick={() => setOpen((open) => !open)}
        >
          {isOpen ? <CaretUp /> : <CaretDown />}
        </IconButton>
      </Flex>
      {isOpen && (
        <Box id={id} paddingLeft={4} paddingRight={4} paddingBottom={4}>
          {children()}
        </Box>
      )}
    </Box>
  );
};
