import { inLanguage, wordsOf } from './language';

const message = { en: 'in English', ko: '우리말로' };

describe('the language of the environment', () => {
  const before = { ...process.env };
  beforeEach(() => {
    for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) delete process.env[name];
  });
  afterAll(() => {
    process.env = before;
  });

  it.each([
    [{}, message.en],
    [{ LANG: 'C.UTF-8' }, message.en],
    [{ LANG: 'ko_KR.UTF-8' }, message.ko],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'en_US.UTF-8' }, message.en],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR.UTF-8' }, message.ko],
  ])('%j', (variables, text) => {
    Object.assign(process.env, variables);
    expect(inLanguage(message)).toBe(text);
  });

  it('counts for errors that carry both languages, as a problem or as messages', () => {
    process.env['LANG'] = 'ko_KR.UTF-8';
    const problem = { code: 'busy', severity: 'error', message };
    expect(wordsOf(Object.assign(new Error(message.en), { problem }))).toBe(message.ko);
    expect(wordsOf(Object.assign(new Error(message.en), { messages: message }))).toBe(message.ko);
  });

  it('does not matter where an error has one language, or is none', () => {
    process.env['LANG'] = 'ko_KR.UTF-8';
    expect(wordsOf(new Error('as it is'))).toBe('as it is');
    expect(wordsOf('a text')).toBe('a text');
    expect(wordsOf(undefined)).toBe('undefined');
  });
});
