import { mentionedNames } from './mentions';

const mentions = (text: string, name: string): boolean => mentionedNames(text, [name]).has(name);

describe('a text mentions a file name', () => {
  it.each([
    ['as it stands', '![a](/img/photo.png)', 'photo.png'],
    ['in another case', '<img src="PHOTO.PNG">', 'photo.png'],
    ['percent-encoded', '/img/%EA%B7%B8%EB%A6%BC.png', '그림.png'],
    ['percent-encoded twice', '/img/a%2520b.png', 'a b.png'],
    ['decomposed', '그림.png'.normalize('NFD'), '그림.png'],
    ['composed, of a decomposed name', '그림.png', '그림.png'.normalize('NFD')],
    ['percent-encoded and decomposed', encodeURI('그림.png'.normalize('NFD')), '그림.png'],
    ['escaped as JSON does', '"\\uadf8\\ub9bc.png"', '그림.png'],
    ['escaped as CSS does', 'url(a\\ \\(1\\).png)', 'a (1).png'],
    ['escaped as HTML does', '<img src="a&amp;b&#46;png">', 'a&b.png'],
    ['with a percent sign of its own', '![a](100%25.png)', '100%25.png'],
    ['beside bytes that are no UTF-8', '%FF photo.png', 'photo.png'],
    ['as a part of another name', 'my-photo.png', 'photo.png'],
  ])('%s', (_how, text, name) => {
    expect(mentions(text, name)).toBe(true);
  });

  it.each([
    ['another name', 'photo.jpg', 'photo.png'],
    ['the name without its extension', 'a photo', 'photo.png'],
    ['a number that is no letter', '&#9999999;', 'photo.png'],
  ])('not by %s', (_what, text, name) => {
    expect(mentions(text, name)).toBe(false);
  });

  it('and names each one that it holds', () => {
    expect([...mentionedNames('a.png b.png', ['a.png', 'b.png', 'c.png'])]).toEqual([
      'a.png',
      'b.png',
    ]);
  });
});
