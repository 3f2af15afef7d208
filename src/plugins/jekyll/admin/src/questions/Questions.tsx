import * as React from 'react';
import { ChangedDialog } from './ChangedDialog';
import { ChecksDialog } from './ChecksDialog';
import { type Answer, onQuestion, type OpenQuestion } from './questions';

/** Shows nothing itself but the window of a question that a request waits for. */
export const Questions = () => {
  const [open, setOpen] = React.useState<OpenQuestion | null>(null);
  const waiting = React.useRef<OpenQuestion | null>(null);
  React.useEffect(() => {
    const leave = onQuestion((question) => {
      // A second question takes the place of one that nobody answered.
      waiting.current?.answer('cancel');
      waiting.current = question;
      setOpen(question);
    });
    return () => {
      leave();
      waiting.current?.answer('cancel');
      waiting.current = null;
    };
  }, []);
  if (!open) return null;
  const answer = (given: Answer) => {
    waiting.current = null;
    setOpen(null);
    open.answer(given);
  };
  const { question } = open;
  return question.kind === 'checks' ? (
    <ChecksDialog refusal={question.refusal} onAnswer={answer} />
  ) : (
    <ChangedDialog model={question.model} changed={question.changed} onAnswer={answer} />
  );
};
