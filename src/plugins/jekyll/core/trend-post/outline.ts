import { type Definition, headingLevel, scanBlocks } from './blocks';
import { splitLines } from './lines';

/** A heading of any post, survey or plain, with what stands below it up to the next heading. */
export interface OutlineBlock {
  /** The heading without its `#`s and footnote marks; '' for what stands before the first one. */
  readonly name: string;
  /** Name of the heading that it stands under; '' at the top. */
  readonly parent: string;
  /** LF, without footnote definitions, and without blank lines, rules and spacers at its ends. */
  readonly text: string;
}

/** The headings of a body in order, and its footnote definitions. Code and comments hold none. */
export function readOutline(body: string): {
  readonly blocks: readonly OutlineBlock[];
  readonly definitions: readonly Definition[];
} {
  const { lines, kinds, definitions } = scanBlocks(splitLines(body));
  const path: { name: string; level: number }[] = [];
  const blocks: { name: string; parent: string; from: number; to: number }[] = [
    { name: '', parent: '', from: 0, to: lines.length },
  ];
  lines.forEach((line, i) => {
    if (kinds[i] !== 'heading') return;
    const level = headingLevel(line.text);
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    const name = line.text
      .slice(level)
      .replace(/\[\^[\w-]+\]/g, '')
      .trim();
    (blocks.at(-1) as { to: number }).to = i;
    blocks.push({ name, parent: path.at(-1)?.name ?? '', from: i + 1, to: lines.length });
    path.push({ name, level });
  });
  const isOuter = (i: number) => ['blank', 'rule', 'spacer', 'definition'].includes(kinds[i] ?? '');
  return {
    definitions,
    blocks: blocks.map(({ name, parent, from, to }) => {
      let [start, end] = [from, to];
      while (start < end && isOuter(start)) start += 1;
      while (start < end && isOuter(end - 1)) end -= 1;
      const text = lines
        .slice(start, end)
        .filter((_, i) => kinds[start + i] !== 'definition')
        .map((line) => line.text.trimEnd());
      return { name, parent, text: text.join('\n') };
    }),
  };
}
