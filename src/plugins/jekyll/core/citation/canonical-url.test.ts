import fc from 'fast-check';
import { canonicalUrl, commonPart, withoutTracking } from './canonical-url';

it.each([
  ['https://example.com', 'https://example.com'],
  ['http://www.Example.com/', 'https://example.com'],
  ['https://example.com:443/a/', 'https://example.com/a'],
  ['http://example.com:8080/a', 'https://example.com:8080/a'],
  [' https://example.com/a?utm_source=x&utm_medium=y&id=7#top ', 'https://example.com/a?id=7'],
  ['https://example.com/a?b=2&a=1&fbclid=q&gclid=w&ref=hn', 'https://example.com/a?a=1&b=2'],
  ['https://example.com/#/docs/', 'https://example.com#/docs'],
  ['https://example.com/#!/docs', 'https://example.com#!/docs'],
  ['https://example.com/a#:~:text=word', 'https://example.com/a'],
  ['https://example.com/%7euser/%ea%b8%80', 'https://example.com/~user/%EA%B8%80'],
  ['https://example.com/글', 'https://example.com/%EA%B8%80'],
  ['https://www.com/', 'https://www.com'],
  ['https://arxiv.org/abs/2401.01234', 'https://arxiv.org/abs/2401.01234'],
  ['http://www.arxiv.org/pdf/2401.01234v3', 'https://arxiv.org/abs/2401.01234'],
  ['https://export.arxiv.org/pdf/2401.01234v12.pdf#page=3', 'https://arxiv.org/abs/2401.01234'],
  ['https://arxiv.org/html/2401.01234v1/', 'https://arxiv.org/abs/2401.01234'],
  ['https://arxiv.org/abs/hep-th/9901001v2', 'https://arxiv.org/abs/hep-th/9901001'],
  ['arXiv:2401.01234v2', 'https://arxiv.org/abs/2401.01234'],
  ['https://doi.org/10.48550/arXiv.2401.01234', 'https://arxiv.org/abs/2401.01234'],
  ['https://arxiv.org/list/cs.CL/recent', 'https://arxiv.org/list/cs.CL/recent'],
  ['https://dx.doi.org/10.1145/3292500.3330701/', 'https://doi.org/10.1145/3292500.3330701'],
  ['http://doi.org/10.1000/ABC', 'https://doi.org/10.1000/abc'],
  ['doi:10.1000/ABC', 'https://doi.org/10.1000/abc'],
  ['https://youtu.be/dQw4w9WgXcQ?si=abc&t=12', 'https://youtube.com/watch?v=dQw4w9WgXcQ'],
  [
    'https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ',
    'https://youtube.com/watch?v=dQw4w9WgXcQ',
  ],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://youtube.com/watch?v=dQw4w9WgXcQ'],
  ['https://github.com/Strapi/Strapi.git', 'https://github.com/strapi/strapi'],
  [
    'https://github.com/strapi/strapi/blob/Main/A.md',
    'https://github.com/strapi/strapi/blob/Main/A.md',
  ],
])('%s is %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
});

it.each([
  ['https://example.com/a', 'https://example.com/b'],
  ['https://example.com/a?page=1', 'https://example.com/a?page=2'],
  ['https://example.com/A', 'https://example.com/a'],
  ['https://example.com/#/a', 'https://example.com/#/b'],
  ['https://blog.example.com/', 'https://example.com/'],
  ['https://arxiv.org/abs/2401.01234', 'https://arxiv.org/abs/2401.01235'],
  ['https://example.com:8080/', 'https://example.com/'],
])('%s and %s are two', (one, other) => {
  expect(canonicalUrl(one)).not.toBe(canonicalUrl(other));
});

it.each([
  '',
  'example.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'https://',
  'https://a:b@c.test',
])('%p is no web address', (address) => {
  expect(canonicalUrl(address)).toBeNull();
  expect(withoutTracking(address)).toBeNull();
});

it.each([
  ['https://Example.com/a?utm_source=x', 'https://example.com/a'],
  ['https://example.com/a?id=1&ref=hn#part', 'https://example.com/a?id=1#part'],
  ['https://example.com', 'https://example.com'],
  [' https://example.com/글 ', 'https://example.com/글'],
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
])('%s without tracking is %s', (address, clean) => {
  expect(withoutTracking(address)).toBe(clean);
});

const addresses = fc.webUrl({ withQueryParameters: true, withFragments: true });
const words = fc.stringMatching(/^[a-z0-9]{1,8}$/);

it('a canonical address is its own', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      const canonical = canonicalUrl(address);
      if (canonical !== null) expect(canonicalUrl(canonical)).toBe(canonical);
    }),
  );
});

it('the way a reader came makes no other source', () => {
  const how = fc.record({
    scheme: fc.constantFrom('http', 'https'),
    www: fc.boolean(),
    slash: fc.boolean(),
    tracking: fc.array(fc.constantFrom('utm_source', 'UTM_Medium', 'fbclid', 'gclid', 'ref'), {
      maxLength: 3,
    }),
    fragment: fc.option(words),
  });
  fc.assert(
    fc.property(
      words,
      fc.array(words),
      how,
      (host, path, { scheme, www, slash, tracking, fragment }) => {
        const plain = `https://${host}.test/${path.join('/')}`;
        const dressed = new URL(
          `${scheme}://${www ? 'www.' : ''}${host}.test/${path.join('/')}${slash ? '/' : ''}`,
        );
        for (const name of tracking) dressed.searchParams.append(name, 'x');
        if (fragment !== null) dressed.hash = fragment;
        expect(canonicalUrl(dressed.href)).toBe(canonicalUrl(plain));
        expect(withoutTracking(dressed.href)).not.toMatch(/utm_|fbclid|gclid|ref=/i);
      },
    ),
  );
});

it('what is looked for is in every spelling of an address', () => {
  const spellings = [
    [
      'https://arxiv.org/pdf/2401.01234v2',
      'arXiv:2401.01234',
      'https://doi.org/10.48550/arXiv.2401.01234',
    ],
    ['https://youtu.be/dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['https://dx.doi.org/10.1000/ABC', 'doi:10.1000/abc'],
    ['https://www.Example.com/a', 'http://example.com/a/'],
  ];
  for (const same of spellings) {
    for (const one of same) {
      const part = commonPart(canonicalUrl(one) ?? '');
      for (const other of same) expect(other.toLowerCase()).toContain(part?.toLowerCase());
    }
  }
  expect(commonPart(canonicalUrl('https://한국.kr/') ?? '')).toBeNull();
});
