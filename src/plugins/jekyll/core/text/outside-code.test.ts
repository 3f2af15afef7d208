import { outsideCode } from './outside-code';

const shout = (text: string) => outsideCode(text, (piece) => piece.toUpperCase());

describe('outsideCode', () => {
  it('leaves fenced blocks and code spans alone', () => {
    expect(shout('a `b` c ``d ` e`` f\n```js\ng\n~~~\n```\nh\n~~~~\ni\n~~~\n~~~~\nj')).toBe(
      'A `b` C ``d ` e`` F\n```js\ng\n~~~\n```\nH\n~~~~\ni\n~~~\n~~~~\nJ',
    );
  });

  it('takes a backtick without a partner for text', () => {
    expect(shout('a ` b')).toBe('A ` B');
  });
});
