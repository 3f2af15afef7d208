import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { useText } from '../publishing/use-text';
import type { SectionTexts } from './use-outline';

/** What a footnote may begin with: as the content type has it. */
const PREFIX = /^[A-Za-z0-9_-]*$/;

interface SectionFormProps {
  readonly texts: SectionTexts;
  /** Words of the button that takes what was typed. */
  readonly action: string;
  onDone(texts: SectionTexts): void;
  onClose(): void;
}

/** Heading and footnote prefix of a section, new or old. */
export const SectionForm = ({ texts, action, onDone, onClose }: SectionFormProps) => {
  const text = useText();
  const [heading, setHeading] = React.useState(texts.heading);
  const [prefix, setPrefix] = React.useState(texts.prefix);
  const field = React.useRef<HTMLInputElement>(null);
  React.useEffect(() => field.current?.focus(), []);
  const isSound = heading.trim() !== '' && PREFIX.test(prefix);
  const done = () => {
    if (isSound) onDone({ heading: heading.trim(), prefix });
  };
  return (
    <Flex
      gap={3}
      wrap="wrap"
      alignItems="flex-start"
      background="neutral100"
      hasRadius
      padding={3}
      marginTop={2}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          done();
        } else if (event.key === 'Escape') {
          // The dialog around stays.
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <Field.Root name="jekyll-outline-heading" flex="1" minWidth="24rem">
        <Field.Label>{text('outline.section.heading')}</Field.Label>
        <TextInput
          ref={field}
          value={heading}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setHeading(event.target.value)}
        />
      </Field.Root>
      <Field.Root
        name="jekyll-outline-prefix"
        error={PREFIX.test(prefix) ? false : text('outline.section.bad-prefix')}
      >
        <Field.Label>{text('outline.section.prefix')}</Field.Label>
        <TextInput
          value={prefix}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setPrefix(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} paddingTop={5}>
        <Button type="button" size="S" disabled={!isSound} onClick={done}>
          {action}
        </Button>
        <Button type="button" size="S" variant="tertiary" onClick={onClose}>
          {text('outline.section.close')}
        </Button>
      </Flex>
    </Flex>
  );
};
