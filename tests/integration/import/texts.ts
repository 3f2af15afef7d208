import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A post with its front matter as lines and its body. */
export const post = (frontMatter: readonly string[], body: string): string =>
  ['---', ...frontMatter, '---', '', body.trim(), ''].join('\n');

/** A plain post. */
export const plain = (
  title: string,
  more: readonly string[] = [],
  body = '짧은 글입니다.',
): string => post([`title: "${title}"`, 'date: 2025-03-02 09:00:00 +0900', ...more], body);

export interface ItemText {
  readonly title: string;
  readonly body?: string;
  /** Text of the definition; an item without one cites nothing. */
  readonly source?: string;
}

/** A survey with one section, its definitions below a references heading. */
export function survey(
  title: string,
  items: readonly ItemText[],
  more: readonly string[] = [],
): string {
  const mark = (at: number): string => `[^ref-iss-${at + 1}]`;
  const shown = items.map(({ title: heading, body, source }, at) =>
    [
      `### ${heading}${source === undefined ? '' : ` ${mark(at)}`}`,
      body ?? `- ${heading}에 대한 짧은 설명입니다.`,
    ].join('\n'),
  );
  const definitions = items.flatMap(({ source }, at) =>
    source === undefined ? [] : [`${mark(at)}: ${source}`],
  );
  const body = ['## Issues', shown.join('\n\n'), '', '## References', definitions.join('\n\n')];
  return plain(title, more, body.join('\n'));
}

/** One part of a PNG file: length, type, data, checksum (https://www.w3.org/TR/png-3/#5Chunk-layout). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** CRC-32 of ISO 3309, as PNG has it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PNG of 4 by 4 pixels whose colours come from `name`: another name gives another picture. */
export function picture(name: string): Buffer {
  const header = Buffer.from([0, 0, 0, 4, 0, 0, 0, 4, 8, 2, 0, 0, 0]);
  const colours = createHash('sha384').update(name).digest();
  const rows = [0, 1, 2, 3].map((row) =>
    Buffer.concat([Buffer.from([0]), colours.subarray(row * 12, row * 12 + 12)]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
