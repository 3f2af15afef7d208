/** A file as Jekyll splits it (jekyll/document.rb, YAML_FRONT_MATTER_REGEXP), read without the code under test. */
export interface SplitFile {
  readonly bom: string;
  readonly open: string;
  /** Lines between the two fences with their ends; null without front matter. */
  readonly front: readonly string[] | null;
  readonly close: string;
  readonly body: string;
}

export function splitFile(text: string): SplitFile {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const rest = text.slice(bom.length);
  const match = /^(---\s*\n)([\s\S]*?)^((?:---|\.\.\.)[^\S\n]*(?:\n|(?![\s\S])))/m.exec(rest);
  if (!match || match.index !== 0) return { bom, open: '', front: null, close: '', body: rest };
  const [all, open = '', yaml = '', close = ''] = match;
  return { bom, open, front: rawLines(yaml), close, body: rest.slice(all.length) };
}

/** Lines with their ends. */
export const rawLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const keyOf = (line: string): string | null => {
  const match =
    /^(?:"([^"]*)"|'([^']*)'|([^\s#'"&*!|>%@`[\]{},-][^:#]*?|[^\s:#]+?))\s*:(?:\s|$)/.exec(line);
  const asked = /^\? +(\S.*?)\s*$/.exec(line);
  if (asked) return asked[1] ?? null;
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
};

const isBlankOrComment = (line: string): boolean => /^\s*(?:#.*)?$/.test(line);

/**
 * Front matter without the lines that spell some keys: from the key to its last indented line, list
 * element or closing bracket. Comments and blank lines after that stay, as they are nobody's.
 */
export function withoutKeys(front: readonly string[], keys: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  let at = 0;
  while (at < front.length) {
    const line = front[at] as string;
    const key = keyOf(line);
    if (key === null || !keys.has(key)) {
      kept.push(line);
      at += 1;
      continue;
    }
    let end = at + 1;
    for (let next = end; next < front.length; next += 1) {
      const text = front[next] as string;
      if (isBlankOrComment(text)) continue;
      if (!/^(?:\s|- |-\s*$|[\]}]|:\s)/.test(text)) break;
      end = next + 1;
    }
    // `|+` keeps the blank lines below it as part of the value.
    while (/:\s*[|>]\d?\+/.test(line) && /^\s*$/.test(front[end] ?? 'x')) end += 1;
    at = end;
  }
  return kept;
}

/** Values in `a` that `b` lacks, as often as it lacks them. */
export function missing(a: readonly string[], b: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of b) counts.set(value, (counts.get(value) ?? 0) + 1);
  return a.filter((value) => {
    const count = counts.get(value) ?? 0;
    if (count > 0) counts.set(value, count - 1);
    return count === 0;
  });
}

/** Lines taken away and lines put there, order left out: what is read says the order. */
export function changedLines(
  before: readonly string[],
  after: readonly string[],
): { removed: string[]; added: string[] } {
  return { removed: missing(before, after), added: missing(after, before) };
}

/** Lines that only separate: blank ones, `&nbsp;`, rules. */
export const isSeparator = (line: string): boolean =>
  /^\s*(?:(?:&nbsp;\s*)+|[-*_](?:\s*[-*_]){2,}\s*)?$/.test(line);
