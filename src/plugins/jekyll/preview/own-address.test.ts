import { ownCss, ownPrefixes, pathOnSite } from './own-address';

const own = ownPrefixes('https://me.example/', '/notes');

it.each([
  ['/notes/a.css', '/a.css'],
  ['https://me.example/notes/a.css?v=1', '/a.css?v=1'],
  ['https://me.example/a.css', '/a.css'],
  ['/a.css', '/a.css'],
  ['a.css', '/2025/post/a.css'],
  ['../../a.css', '/a.css'],
  ['./a.css', '/2025/post/a.css'],
  ['100%.css', '/2025/post/100%.css'],
  ['%EA%B8%80.css', '/2025/post/글.css'],
  ['../../../../../etc/a.css', '/etc/a.css'],
  ['//cdn.example/a.css', null],
  ['https://cdn.example/a.css', null],
  ['https://me.example.evil/a.css', null],
  ['data:text/css,x', null],
  ['#top', null],
])('reads %s as %s', (address, path) => {
  expect(pathOnSite(address, { own, at: '/2025/post/' })).toBe(path);
});

it('leaves relative addresses of a style sheet alone, and leads the others to the files', () => {
  const css =
    '@import "/notes/a.css"; @import url(/notes/b.css); @import "c.css"; @import url("https://cdn.example/d.css"); a{background:url( \'/notes/e.png\' )} b{background:url(../f.png)} c{background:url(data:image/png;base64,/x)}';
  expect(ownCss(css, '../T', { own })).toBe(
    '@import "../T/a.css"; @import url(../T/b.css); @import "c.css"; @import url("https://cdn.example/d.css"); a{background:url( \'../T/e.png\' )} b{background:url(../f.png)} c{background:url(data:image/png;base64,/x)}',
  );
});
