/** A post with its front matter as lines and its body. */
export const post = (frontMatter: readonly string[], body: string): string =>
  ['---', ...frontMatter, '---', '', body.trim(), ''].join('\n');

/** A plain post. */
export const plain = (title: string, more: readonly string[] = [], body = '짧은 글입니다.'): string =>
  post([`title: "${title}"`, 'date: 2025-03-02 09:00:00 +0900', ...more], body);

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

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture; other names give other bytes, which stand behind the image's end. */
export const picture = (name: string): Buffer =>
  Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(name)]);
