/** Names that servers use and the encoding standard does not. */
const ALIASES: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'x-windows-949': 'euc-kr',
  utf8mb4: 'utf-8',
};
/** Browsers look no further for a declaration either. */
const PRESCAN = 4096;

/**
 * The text of an HTML page: by its byte order mark, the charset of its content type, or the one that
 * it declares. Without any it is UTF-8, or, where that is none, what old Korean pages are written in.
 */
export function decodePage(bytes: Buffer, contentType: string): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode(bytes, 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const declared = charsetOf(contentType) ?? charsetOf(bytes.toString('latin1', 0, PRESCAN));
  if (declared !== null) return decode(bytes, declared);
  return isUtf8(bytes) ? decode(bytes, 'utf-8') : decode(bytes, 'euc-kr');
}

/** `charset=…` in a content type or in a meta element. */
function charsetOf(text: string): string | null {
  const label = /charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(text)?.[1]?.toLowerCase();
  if (label === undefined) return null;
  const name = ALIASES[label] ?? label;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

const decode = (bytes: Buffer, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** A page that was cut off may end within a character. */
function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
