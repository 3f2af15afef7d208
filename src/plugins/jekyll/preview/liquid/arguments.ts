/** A value of a tag's argument: a text in quotes, or the name of a variable. */
export type Argument = { readonly text: string } | { readonly variable: string };

export interface TagArguments {
  /** What stands before the first `key=`: the name of an include or a post. */
  readonly subject: string;
  readonly named: ReadonlyMap<string, Argument>;
}

const PAIR = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/y;

/** Reads `embed/youtube.html id="x" title=page.title` as Jekyll's tags do. */
export function readArguments(source: string): TagArguments {
  const trimmed = source.trim();
  const subject = /^(?:"[^"]*"|'[^']*'|\S+)/.exec(trimmed)?.[0] ?? '';
  const named = new Map<string, Argument>();
  let at = subject.length;
  while (at < trimmed.length) {
    PAIR.lastIndex = at;
    const found = PAIR.exec(trimmed);
    if (!found) {
      at += 1;
      continue;
    }
    const [all, key = '', double, single, variable] = found;
    named.set(key, variable === undefined ? { text: double ?? single ?? '' } : { variable });
    at += all.length;
  }
  return { subject: subject.replace(/^(["'])(.*)\1$/, '$2'), named };
}
