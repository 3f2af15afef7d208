import { refusalInLanguage } from './language';

const messages = { en: 'Not published.', ko: '발행하지 않았습니다.' };
const refusal = { name: 'ApplicationError', message: 'Not published.', details: { messages } };

it('says a refusal of the plugin in the language of the panel', () => {
  expect(refusalInLanguage(refusal, 'ko')).toEqual({ ...refusal, message: messages.ko });
  expect(refusalInLanguage(refusal, 'en')).toEqual(refusal);
  expect(refusalInLanguage(refusal, 'fr')).toEqual(refusal);
});

it.each([[{ name: 'Error', message: 'x', details: {} }], [{ message: 'x' }], [undefined], [null]])(
  'leaves another error as it is: %p',
  (error) => {
    expect(refusalInLanguage(error, 'ko')).toBe(error);
  },
);

it('says braces and angle brackets as they stand, where the panel formats the message', () => {
  const braces = { ...refusal, details: { messages: { en: "It's {{ x }} <b>", ko: '' } } };
  expect(refusalInLanguage(braces, 'en')).toMatchObject({ message: "It''s '{{' x '}}' '<'b'>'" });
});
