import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsOut } from '@strapi/icons';
import * as React from 'react';
import type { Translation } from '../../../contracts/translations';
import { useText } from '../publishing/use-text';
import { CommonFields } from './CommonFields';
import { MissingParts } from './MissingParts';
import { Progress } from './Progress';
import { TranslationView } from './TranslationView';
import { useNames } from './use-names';

interface TranslationSummaryProps {
  readonly translation: Translation;
  readonly from: string;
  readonly unsaved: boolean;
}

/** One translation in the panel: how far it is, what it lacks, where it differs, and its view. */
export const TranslationSummary = ({ translation, from, unsaved }: TranslationSummaryProps) => {
  const text = useText();
  const { language } = useNames();
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const { documentId, locale, counts } = translation;
  const close = () => {
    setOpen(false);
    // The window had the focus; it goes back to where it came from.
    setTimeout(() => button.current?.focus());
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Typography variant="pi" textColor="neutral700">
        {text('translation.pair', { from: language(from), to: language(locale) })}
      </Typography>
      <Progress counts={counts} />
      <Button
        ref={button}
        type="button"
        variant="secondary"
        startIcon={<ArrowsOut />}
        disabled={unsaved}
        onClick={() => setOpen(true)}
      >
        {text('translation.open')}
      </Button>
      {unsaved && (
        <Typography variant="pi" textColor="neutral600">
          {text('translation.save-first')}
        </Typography>
      )}
      <MissingParts translation={translation} from={from} unsaved={unsaved} />
      <CommonFields translation={translation} from={from} unsaved={unsaved} />
      {open && (
        <TranslationView documentId={documentId} locale={locale} from={from} onClose={close} />
      )}
    </Flex>
  );
};
