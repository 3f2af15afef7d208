import { ask, onQuestion, type OpenQuestion, type Question } from './questions';

const QUESTION: Question = {
  kind: 'checks',
  refusal: { code: 'CHECKS_FAILED', messages: { en: '', ko: '' }, problems: [] },
};

it('cancels where nobody can ask', async () => {
  expect(await ask(QUESTION)).toBe('cancel');
});

it('waits for the answer of the view that came last', async () => {
  const seen: string[] = [];
  const answering =
    (name: string, answer: 'go-on' | 'reload') =>
    (open: OpenQuestion): void => {
      seen.push(name);
      open.answer(answer);
    };
  const leaveFirst = onQuestion(answering('first', 'go-on'));
  const leaveSecond = onQuestion(answering('second', 'reload'));
  expect(await ask(QUESTION)).toBe('reload');
  leaveSecond();
  expect(await ask(QUESTION)).toBe('go-on');
  leaveFirst();
  expect(await ask(QUESTION)).toBe('cancel');
  expect(seen).toEqual(['second', 'first']);
});
