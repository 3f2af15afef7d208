import { decodePage } from './decode';

/** 한글 in EUC-KR. */
const KOREAN = Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]);
const page = (head: string, text: Buffer): Buffer =>
  Buffer.concat([Buffer.from(head, 'latin1'), text]);

it.each([
  ['the content type', 'text/html; charset=EUC-KR', KOREAN],
  ['another name', 'text/html; charset="cp949"', KOREAN],
  ['a meta element', 'text/html', page('<meta charset="euc-kr">', KOREAN)],
  [
    'an old meta element',
    'text/html',
    page('<meta http-equiv=Content-Type content="text/html; charset=ks_c_5601-1987">', KOREAN),
  ],
  ['nothing, where it is no UTF-8', 'text/html', KOREAN],
  ['nothing, where it is UTF-8', 'text/html', Buffer.from('한글')],
  ['an unknown name', 'text/html; charset=none', Buffer.from('한글')],
  ['its byte order mark', 'text/html; charset=euc-kr', Buffer.from('\ufeff한글')],
  ['UTF-16', 'text/html', Buffer.from('\ufeff한글', 'utf16le')],
])('by %s', (_what, type, bytes) => {
  expect(decodePage(bytes, type)).toMatch(/한글$/);
});

it('takes a page that was cut within a character', () => {
  expect(decodePage(Buffer.from('한글').subarray(0, 5), 'text/html')).toContain('한');
});
