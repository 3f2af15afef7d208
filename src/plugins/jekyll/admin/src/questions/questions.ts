import type { ChecksRefusal } from '../../../contracts/checks';
import type { ChangedSince } from '../../../contracts/seen';

/** What an editor is asked while a request waits: the server has refused it so far. */
export type Question =
  | { readonly kind: 'checks'; readonly refusal: ChecksRefusal }
  | { readonly kind: 'changed'; readonly model: string; readonly changed: ChangedSince };

/** `go-on`: once more, and this time for good. `reload`: take what is saved. */
export type Answer = 'go-on' | 'reload' | 'cancel';

export interface OpenQuestion {
  readonly question: Question;
  answer(answer: Answer): void;
}

type Listener = (open: OpenQuestion) => void;
const listeners = new Set<Listener>();

/** Asks the editor; where no view is there that could, the answer is to cancel. */
export function ask(question: Question): Promise<Answer> {
  const [listener] = [...listeners].slice(-1);
  if (!listener) return Promise.resolve('cancel');
  return new Promise((resolve) => listener({ question, answer: resolve }));
}

/** @returns Ends the subscription. */
export function onQuestion(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
