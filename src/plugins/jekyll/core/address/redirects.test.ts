import { withRedirect } from './redirects';

describe('the old addresses of a post that moved', () => {
  it.each([
    ['get the old one', [], '/old/', '/new/', ['/old/']],
    ['keep those that stand there', ['/older/'], '/old/', '/new/', ['/older/', '/old/']],
    ['name none twice', ['/old/', '/older/'], '/old/', '/new/', ['/old/', '/older/']],
    ['lose the one that it has now', ['/new/', '/older/'], '/old/', '/new/', ['/older/', '/old/']],
    ['stay where the post did', ['/older/'], '/same/', '/same/', ['/older/']],
  ])('%s', (_what, list, from, to, expected) => {
    expect(withRedirect(list, from, to)).toEqual(expected);
  });

  it('come back to nothing when the post moves there and back', () => {
    const there = withRedirect([], '/a/', '/b/');
    expect(there).toEqual(['/a/']);
    expect(withRedirect(there, '/b/', '/a/')).toEqual(['/b/']);
  });

  it.each([
    ['percent-encoded', '/%ED%95%9C%EA%B8%80/', '/한글/'],
    ['decomposed', '/한글/'.normalize('NFD'), '/한글/'],
    ['with the file', '/a/index.html', '/a/'],
    ['without a slash in front', 'a/', '/a/'],
    ['with blanks around', ' /a/ ', '/a/'],
    ['with the extension', '/a.html', '/a'],
  ])('know an address by its page: %s', (_how, listed, address) => {
    expect(withRedirect([listed], address, '/new/')).toEqual([listed]);
    expect(withRedirect([listed], '/old/', address)).toEqual(['/old/']);
  });

  it('leave the given list as it is', () => {
    const list = Object.freeze(['/new/']);
    expect(withRedirect(list, '/old/', '/new/')).toEqual(['/old/']);
  });
});
