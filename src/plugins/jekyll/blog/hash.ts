import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a text's UTF-8, as hexadecimal. */
export const hashOf = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');
