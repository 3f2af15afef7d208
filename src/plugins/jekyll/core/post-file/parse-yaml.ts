import { Composer, Parser } from 'yaml';
import type { Document, ParsedNode, YAMLParseError } from 'yaml';
import { buildTree } from './build-tree';
import { findStrictError } from './strict';
import { forbiddenCharacter } from './characters';
import type { TreeError, YamlTree } from './yaml-tree';

/** Jekyll hands Psych the opening line too, so that a `%` line inside is no directive. */
const OPENING = '---\n';

/** How many under-indented continuation lines are put right before the text is given up. */
const MAX_REPAIRS = 200;

const OPTIONS = {
  version: '1.1',
  schema: 'failsafe',
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  strict: true,
  stringKeys: false,
  logLevel: 'silent',
} as const;

/**
 * Parses the text between the front matter lines into placed nodes. Only the syntax is read
 * here: what a scalar means is `readPlainScalar`'s. Never throws.
 *
 * The `yaml` library and libyaml (which Psych uses) differ; put right here, each seen in a run:
 * - libyaml ends a line at CR, NEL, LS and PS too;
 * - libyaml refuses control characters;
 * - libyaml lets lines of a quoted scalar or a flow collection start at any column, the library
 *   wants them indented: such lines are given a blank and offsets are mapped back;
 * - libyaml refuses some texts that the library takes (see `findStrictError`);
 * - Psych reads the first document and nothing after it.
 */
export function parseYaml(yaml: string): YamlTree {
  const bad = forbiddenCharacter(yaml);
  if (bad) return failed('character', bad.name, bad.offset);
  const text = OPENING + yaml.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, '\n');
  const inserted: number[] = [];
  try {
    for (;;) {
      const parsed = parseFirst(withBlanks(text, inserted));
      const map = (offset: number) => unshift(offset, inserted) - OPENING.length;
      const loose = parsed.error ? looseLine(text, parsed, inserted) : null;
      if (loose !== null && inserted.length < MAX_REPAIRS) {
        inserted.push(loose);
        inserted.sort((a, b) => a - b);
        continue;
      }
      const { error } = parsed;
      if (error) {
        const offset = Math.min(Math.max(map(error.pos[0]), 0), yaml.length);
        return failed('syntax', error.message, offset);
      }
      const root = parsed.document ? buildTree(parsed.document, map) : null;
      const strict = root && findStrictError(root, yaml);
      if (strict) return failed('syntax', strict.detail, strict.offset);
      return { root, errors: [] };
    }
  } catch (error) {
    if (error instanceof RangeError) return failed('depth', 'nested too deeply', 0);
    return failed('syntax', error instanceof Error ? error.message : String(error), 0);
  }
}

function failed(kind: TreeError['kind'], detail: string, offset: number): YamlTree {
  return { root: null, errors: [{ kind, detail, offset }] };
}

interface Parsed {
  readonly document: Document.Parsed | null;
  readonly error: YAMLParseError | null;
}

function parseFirst(text: string): Parsed {
  const composer = new Composer<ParsedNode>(OPTIONS);
  const tokens = new Parser().parse(text);
  for (const document of composer.compose(tokens, true, text.length)) {
    const parsed = document as Document.Parsed;
    return { document: parsed, error: parsed.errors.find(counts) ?? null };
  }
  return { document: null, error: null };
}

/**
 * Tags are judged by the reader. For libyaml a flow collection may end at any column, and a `#`
 * right behind a quote or a bracket starts a comment.
 */
function counts(error: YAMLParseError): boolean {
  if (error.code === 'TAG_RESOLVE_FAILED') return /could not resolve tag/i.test(error.message);
  if (error.code === 'BAD_INDENT') return !/flow end indicator/i.test(error.message);
  return !/^Comments must be separated/.test(error.message);
}

/** The start of a continuation line that the library found not indented enough, if that is it. */
function looseLine(text: string, parsed: Parsed, inserted: readonly number[]): number | null {
  const { error } = parsed;
  if (!error) return null;
  if (!/Missing closing|sufficiently indented|must end with/.test(error.message)) return null;
  // The error stands at the cut: the next line that starts too far left is the one to move.
  const at = unshift(error.pos[0], inserted);
  let start = at > 0 && text[at - 1] === '\n' ? at : text.indexOf('\n', at) + 1;
  while (start > 0 && start < text.length) {
    const known = inserted.includes(start);
    if (!known && !/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) {
      if (text[start] !== '\n' && text[start] !== '\r') return start;
    }
    start = text.indexOf('\n', start) + 1;
    if (known) continue;
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) return null;
  }
  return null;
}

/** One blank is enough at the root; nested nodes may need as many as their parents are deep. */
const BLANKS = ' '.repeat(40);

function withBlanks(text: string, inserted: readonly number[]): string {
  let result = '';
  let last = 0;
  for (const offset of inserted) {
    result += text.slice(last, offset) + BLANKS;
    last = offset;
  }
  return result + text.slice(last);
}

function unshift(offset: number, inserted: readonly number[]): number {
  let shift = 0;
  for (const at of inserted) {
    if (offset < at + shift) break;
    shift += Math.min(BLANKS.length, offset - at - shift);
  }
  return offset - shift;
}
