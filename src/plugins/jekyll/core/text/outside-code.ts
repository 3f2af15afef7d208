const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Changes a Markdown text outside its code: lines of fenced blocks and code spans stay as they are.
 *
 * @param change gets pieces of text that hold no code
 */
export function outsideCode(text: string, change: (piece: string) => string): string {
  let fence: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[1] ?? null;
      if (fence !== null) {
        const closes = mark?.startsWith(fence) && line.trim() === mark;
        if (closes) fence = null;
        return line;
      }
      if (mark !== null) {
        fence = mark;
        return line;
      }
      // Split at code spans: every second piece is one, with its backticks.
      return line
        .split(/((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))/)
        .filter((_, index) => index % 3 !== 2)
        .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
        .join('');
    })
    .join('\n');
}
