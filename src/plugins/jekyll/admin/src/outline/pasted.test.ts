import { addressesIn } from './pasted';

it.each([
  ['https://a.test/x', [['https://a.test/x', '']]],
  [
    'https://a.test/1\nhttps://a.test/2\r\n\r\nhttps://a.test/1',
    [
      ['https://a.test/1', ''],
      ['https://a.test/2', ''],
    ],
  ],
  ['A model reads books https://a.test/x', [['https://a.test/x', 'A model reads books']]],
  ['- 책을 읽는 모델: https://a.test/x.', [['https://a.test/x', '책을 읽는 모델']]],
  ['1. [Robots](https://a.test/x)', [['https://a.test/x', 'Robots']]],
  ['https://en.wiki.test/Jekyll_(software)', [['https://en.wiki.test/Jekyll_(software)', '']]],
  [
    'https://a.test/1 and https://a.test/2',
    [
      ['https://a.test/1', ''],
      ['https://a.test/2', ''],
    ],
  ],
  [
    'doi:10.1000/182 arXiv:2401.01234',
    [
      ['doi:10.1000/182', ''],
      ['arXiv:2401.01234', ''],
    ],
  ],
  ['no address, a.test/x, ftp://a.test, https://', []],
  ['', []],
])('%j', (text, addresses) => {
  expect(addressesIn(text).map(({ address, title }) => [address, title])).toEqual(addresses);
});
