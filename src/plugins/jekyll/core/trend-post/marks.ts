import { scanBlocks } from './blocks';
import { isBlank, splitLines } from './lines';

/** What hides a mark (escape, code span, inline math, comment), or a mark. */
const TOKEN =
  /\\[\s\S]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\$\$[\s\S]*?\$\$|<!--[\s\S]*?-->|\[\^(\w[\w-]*)\]/g;

/**
 * Replaces the label of every footnote mark in running Markdown. Code, math and comments are left
 * alone, and so is the `[^x]:` that begins a definition (its text is not).
 */
export function mapMarks(markdown: string, label: (label: string) => string): string {
  if (!markdown.includes('[^')) return markdown;
  const { lines, kinds, definitions } = scanBlocks(splitLines(markdown));
  const starts = new Map(definitions.map((definition) => [definition.start, definition.label]));
  let out = '';
  let run = '';
  const flush = () => {
    out += mapSpans(run, label);
    run = '';
  };
  lines.forEach((line, i) => {
    if (kinds[i] === 'raw' || isBlank(line.text)) {
      flush();
      out += line.text + line.eol;
      return;
    }
    let text = line.text;
    if (starts.has(i)) {
      flush();
      const open = /^ *\[\^[\w-]+\]:/.exec(text)?.[0] ?? '';
      out += open;
      text = text.slice(open.length);
    }
    run += text + line.eol;
  });
  flush();
  return out;
}

/** `mapMarks` of a single span of text, such as a title. */
export function mapSpans(text: string, label: (label: string) => string): string {
  if (!text.includes('[^')) return text;
  return text.replace(TOKEN, (hit, _ticks: string | undefined, name: string | undefined) =>
    name === undefined ? hit : `[^${label(name)}]`,
  );
}

/** The labels that running Markdown uses, and those it defines itself. */
export function labelsIn(markdown: string): { used: string[]; defined: string[] } {
  const used: string[] = [];
  if (!markdown.includes('[^')) return { used, defined: [] };
  mapMarks(markdown, (label) => {
    used.push(label);
    return label;
  });
  const { definitions } = scanBlocks(splitLines(markdown));
  return { used, defined: definitions.map((definition) => definition.label) };
}
