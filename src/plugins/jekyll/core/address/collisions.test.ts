import { type CollisionContext, findCollisions, type PlaceClaim } from './collisions';

/** A claim of a new post at a path, shown under `/<name>/` unless told otherwise. */
const claim = (name: string, path: string, more: Partial<PlaceClaim> = {}): PlaceClaim => ({
  key: name,
  name: `${name} (ko)`,
  path,
  address: `/${name}/`,
  lang: null,
  recordedPath: null,
  recordedAddress: null,
  ...more,
});
/** A claim of a post that the blog has in the same place. */
const standing = (name: string, path: string, more: Partial<PlaceClaim> = {}): PlaceClaim => {
  const post = claim(name, path, more);
  return { ...post, recordedPath: path, recordedAddress: post.address, ...more };
};

const ALONE: CollisionContext = { polyglot: null };
const POLYGLOT: CollisionContext = {
  polyglot: { languages: ['ko', 'en'], defaultLang: 'ko', langFromPath: false },
};
/** Refused posts as `key: kind rival`. */
const refused = (claims: readonly PlaceClaim[], context = ALONE): string[] =>
  [...findCollisions(claims, context)]
    .map(([key, { kind, rival }]) => `${key}: ${kind} ${rival}`)
    .sort();

describe('posts in places of their own', () => {
  it('are let through', () => {
    expect(refused([claim('a', '_posts/a.md'), standing('b', '_posts/b.md')])).toEqual([]);
  });

  it('are let through where nobody knows their addresses', () => {
    const unknown = { address: null };
    expect(
      refused([claim('a', '_posts/a.md', unknown), claim('b', '_posts/b.md', unknown)]),
    ).toEqual([]);
  });
});

describe('a newcomer is refused', () => {
  it('at the path of a post that stands there', () => {
    const claims = [claim('new', '_posts/a.md'), standing('old', '_posts/a.md')];
    expect(refused(claims)).toEqual(['new: path old (ko)']);
    expect(refused(claims.reverse())).toEqual(['new: path old (ko)']);
  });

  it('at the address of a post that stands there, and told which', () => {
    const found = findCollisions(
      [
        claim('new', '_posts/b.md', { address: '/same/' }),
        standing('old', '_posts/a.md', { address: '/same/' }),
      ],
      ALONE,
    );
    expect([...found]).toEqual([['new', { rival: 'old (ko)', kind: 'address', at: '/same/' }]]);
  });

  it('with the other one where both are new, each by the other name', () => {
    expect(refused([claim('a', '_posts/x.md'), claim('b', '_posts/x.md')])).toEqual([
      'a: path b (ko)',
      'b: path a (ko)',
    ]);
  });

  it.each([
    ['case', '_posts/A.md', '_posts/a.md'],
    ['Unicode form', '_posts/한글.md'.normalize('NFD'), '_posts/한글.md'],
    ['both', '_posts/ÉCOLE.md'.normalize('NFD'), '_posts/école.md'],
  ])('at a path that differs only in its %s', (_what, one, other) => {
    expect(refused([claim('new', one), standing('old', other)])).toEqual(['new: path old (ko)']);
  });

  it.each([
    ['/a/', '/a/index.html'],
    ['/a', '/a.html'],
    ['/a/', 'a/'],
    ['/A/', '/a/'],
    ['/한글/'.normalize('NFD'), '/한글/'],
  ])('at one page written in two ways: %s and %s', (one, other) => {
    const claims = [
      claim('new', '_posts/b.md', { address: one }),
      standing('old', '_posts/a.md', { address: other }),
    ];
    expect(refused(claims)).toEqual(['new: address old (ko)']);
  });

  it('that moves to the address of another one without moving its file', () => {
    const claims = [
      standing('mover', '_posts/a.md', { address: '/b/', recordedAddress: '/a/' }),
      standing('b', '_posts/b.md'),
    ];
    expect(refused(claims)).toEqual(['mover: address b (ko)']);
  });

  it('at the address of a file that the CMS does not own', () => {
    const files = [{ path: '_posts/hand.md', address: '/a/', lang: null }];
    expect(refused([claim('a', '_posts/a.md')], { ...ALONE, standing: files })).toEqual([
      'a: address _posts/hand.md',
    ]);
  });

  it('beside a file whose path differs only in case', () => {
    const files = [{ path: '_posts/A.md', address: null, lang: null }];
    expect(refused([claim('a', '_posts/a.md')], { ...ALONE, standing: files })).toEqual([
      'a: path _posts/A.md',
    ]);
  });
});

describe('what already stands there is left alone', () => {
  it('where two posts share an address in the blog', () => {
    const same = { address: '/same/' };
    expect(
      refused([standing('a', '_posts/a.md', same), standing('b', '_posts/b.md', same)]),
    ).toEqual([]);
  });

  it('where the old address of neither is known', () => {
    const same = { address: '/same/', recordedAddress: null };
    expect(
      refused([standing('a', '_posts/a.md', same), standing('b', '_posts/b.md', same)]),
    ).toEqual([]);
  });

  it('where a file stands at exactly the path that a post wants', () => {
    const files = [{ path: '_posts/a.md', address: '/a/', lang: null }];
    expect(refused([claim('a', '_posts/a.md')], { ...ALONE, standing: files })).toEqual([]);
  });

  it('where only the case of its own path changes', () => {
    expect(refused([standing('a', '_posts/A.md', { recordedPath: '_posts/a.md' })])).toEqual([]);
  });
});

describe('posts that change places', () => {
  const moving = (name: string, from: string, to: string): PlaceClaim =>
    claim(name, `_posts/${to}.md`, {
      address: `/${to}/`,
      recordedPath: `_posts/${from}.md`,
      recordedAddress: `/${from}/`,
    });

  it('are let through when each one leaves: a swap, a chain', () => {
    expect(refused([moving('a', '1', '2'), moving('b', '2', '1')])).toEqual([]);
    expect(refused([moving('a', '1', '2'), moving('b', '2', '3')])).toEqual([]);
  });

  it('are refused behind one that can not leave', () => {
    const claims = [
      moving('first', '1', '2'),
      moving('second', '2', '3'),
      standing('third', '_posts/3.md'),
    ];
    expect(refused(claims)).toEqual(['first: path second (ko)', 'second: path third (ko)']);
    expect(refused(claims.reverse())).toEqual([
      'first: path second (ko)',
      'second: path third (ko)',
    ]);
  });
});

describe('with Polyglot', () => {
  const at = (name: string, lang: string | null): PlaceClaim =>
    claim(name, `_posts/${name}.md`, { address: '/same/', lang });

  it('versions in different languages share an address', () => {
    expect(refused([at('ko', 'ko'), at('en', 'en')], POLYGLOT)).toEqual([]);
    expect(refused([at('ko', null), at('en', 'en')], POLYGLOT)).toEqual([]);
    expect(refused([at('ko', 'ko'), at('en', 'en')])).toHaveLength(2);
  });

  it('a post without a language is one in the default language', () => {
    expect(refused([at('a', null), at('b', 'ko')], POLYGLOT)).toEqual([
      'a: address b (ko)',
      'b: address a (ko)',
    ]);
  });

  it('never a path', () => {
    const claims = [
      claim('ko', '_posts/x.md', { lang: 'ko' }),
      claim('en', '_posts/x.md', { lang: 'en' }),
    ];
    expect(refused(claims, POLYGLOT)).toHaveLength(2);
  });
});
