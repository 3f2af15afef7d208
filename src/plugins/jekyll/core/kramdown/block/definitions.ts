import { ID_NAME } from '../attribute-list';
import { linkId } from '../document';
import { at, strip, trimLine } from '../pattern';
import { Scanner } from '../scanner';
import { blockNode } from '../tree';
import { outdent, takeIndented } from './code';
import { BlockState, type BlockRule, type ParseBlocks } from './state';

/** Definitions that stand anywhere and show elsewhere: of links, abbreviations and footnotes. */

const LINK = at(' {0,3}\\[([^\\n\\]]+)\\]:');
const LINK_ADDRESS = at('[ \\t]*<');
const QUOTED_LINE = at('[ \\t]*(["\'])(.+)\\1[ \\t]*\\n');

/** @see https://kramdown.gettalong.org/syntax.html#link-definitions */
export const linkDefinition: BlockRule = (state) => {
  const { document, scanner } = state;
  const start = scanner.pos;
  const line = state.line;
  const head = scanner.scan(LINK);
  if (!head) return false;
  const found = linkTarget(scanner);
  if (!found) {
    scanner.pos = start;
    return false;
  }
  const id = linkId(head[1]!);
  if (document.links.has(id)) {
    document.warnings.add(
      'link-duplicate',
      line,
      `Duplicate link ID '${id}' on line ${line + 1} - overwriting`,
    );
  }
  const node = state.pushMark('link', line);
  document.links.set(id, { ...found, node });
  return true;
};

/** Address and title behind `[id]:`, and the place behind them. */
function linkTarget(scanner: Scanner): { url: string; title: string | null } | undefined {
  const { text } = scanner;
  const start = scanner.pos;
  if (scanner.scan(LINK_ADDRESS)) {
    const from = scanner.pos;
    for (const at of addressEnds(text, from, scanner.lineEnd())) {
      const title = titleAt(scanner, at + 1);
      if (title !== undefined) return { url: text.slice(from, at), title };
    }
    scanner.pos = start;
  }
  const end = scanner.lineEnd();
  const rest = trimLine(text.slice(start, end));
  const from = /^[ \t]*/.exec(rest)![0].length;
  if (strip(rest) === '') return undefined;
  // A quote at the end of the line closes a title that opens with the first such quote after a space.
  const quote = rest[rest.length - 1]!;
  if (quote === '"' || quote === "'") {
    for (let at = from + 1; at < rest.length - 2; at++) {
      if (!' \t'.includes(rest[at]!) || rest[at + 1] !== quote) continue;
      const url = trimLine(rest.slice(from, at));
      const title = rest.slice(at + 2, -1);
      if (title === '' || /[ \t]["']/.test(url)) break;
      scanner.pos = end;
      return { url, title };
    }
  }
  const url = rest.slice(from);
  scanner.pos = end;
  const below = scanner.scan(QUOTED_LINE);
  if (/[ \t]["']/.test(url)) return undefined;
  return { url, title: below ? below[2]! : null };
}

/** Places of each `>` behind which only a title may stand, up to the line's end. */
function* addressEnds(text: string, from: number, lineEnd: number): Generator<number> {
  const line = trimLine(text.slice(from, lineEnd));
  const last = line[line.length - 1];
  if (last === '>') yield from + line.length - 1;
  if (last !== '"' && last !== "'") return;
  for (let at = line.indexOf('>'); at >= 0; at = line.indexOf('>', at + 1)) {
    let next = at + 1;
    while (' \t'.includes(line[next] ?? 'x')) next++;
    if (next > at + 1 && line[next] === last) yield from + at;
  }
}

/** The title behind an address in angle brackets: null for none, undefined if other text follows. */
function titleAt(scanner: Scanner, pos: number): string | null | undefined {
  const end = scanner.lineEnd(pos);
  const rest = scanner.text.slice(pos, end);
  const same = /^[ \t]+(["'])([^\n]+)\1[ \t]*\n$/.exec(rest);
  if (same) {
    scanner.pos = end;
    return same[2]!;
  }
  if (strip(rest) !== '') return undefined;
  scanner.pos = end;
  const below = scanner.scan(QUOTED_LINE);
  return below ? below[2]! : null;
}

const ABBREVIATION = at(' {0,3}\\*\\[(.+?)\\]:(.*?)\\n');

/** @see https://kramdown.gettalong.org/syntax.html#abbreviations */
export const abbreviationDefinition: BlockRule = (state) => {
  const { document, scanner } = state;
  const line = state.line;
  const found = scanner.scan(ABBREVIATION);
  if (!found) return false;
  const name = found[1]!;
  if (document.abbreviations.has(name)) {
    document.warnings.add(
      'abbreviation-duplicate',
      line,
      `Duplicate abbreviation ID '${name}' on line ${line + 1} - overwriting`,
    );
  }
  const node = state.pushMark('abbreviation', line);
  document.abbreviations.set(name, { title: strip(found[2]!), node });
  return true;
};

const FOOTNOTE = at(` {0,3}\\[\\^(${ID_NAME})\\]:`);

/** @see https://kramdown.gettalong.org/syntax.html#footnotes */
export const footnoteDefinition =
  (parseBlocks: ParseBlocks): BlockRule =>
  (state) => {
    const { document, scanner } = state;
    const line = state.line;
    const head = scanner.scan(FOOTNOTE);
    if (!head) return false;
    const name = head[1]!;
    const first = scanner.takeLine();
    const text = outdent(first + takeIndented(scanner));
    const content = blockNode('root', line);
    content.end = state.line;
    const inner = new BlockState(document, new Scanner(text, line), content);
    parseBlocks(inner);
    content.markAtEnd = endsInMark(inner);
    if (document.footnotes.has(name)) {
      document.warnings.add(
        'footnote-duplicate',
        line,
        `Duplicate footnote name '${name}' on line ${line + 1} - overwriting`,
      );
    }
    document.footnotes.set(name, { name, content, referred: false });
    state.pushMark('footnote', line);
    return true;
  };

/** A list that stands at its block is no mark; one that waits for a block is. */
function endsInMark({ pending, parent: { children } }: BlockState): boolean {
  const shown = children.filter(({ type }) => type !== 'blank');
  const last = shown[shown.length - 1];
  return pending !== undefined || (last?.type === 'eob' && last.definition !== 'list');
}
