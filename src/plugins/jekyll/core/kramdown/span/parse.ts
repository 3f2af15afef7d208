import type { Document } from '../document';
import { Scanner } from '../scanner';
import { addText, type Node } from '../tree';
import { codeSpan } from './code';
import { emphasis } from './emphasis';
import { escaped } from './escape';
import { autolink, spanHtml } from './html';
import { link } from './link';
import { smartQuotes } from './quotes';
import { footnoteMark, inlineMath, lineBreak, spanExtension, strikethrough } from './small';
import {
  NOTHING_AROUND,
  type ParseSpans,
  type ParseSpansOnly,
  type SpanMode,
  type SpanRule,
  type SpanState,
} from './state';
import { entity, typographicSymbol } from './typography';

/**
 * Places where a rule may begin. One that proves to be none costs nothing but a look; a missing
 * one would change where quotes are read from.
 */
const PLACES: Record<SpanMode, RegExp> = {
  all: /[*_`<[!$&{\\"'~]|--|\.\.\.|>>| >>| {2}\n|[^](?=["'])/g,
  'code-and-html': /[`<]/g,
  html: /</g,
};
const PLACES_IN_BRACKETS = /[*_`<[\]!$&{\\"'~]|--|\.\.\.|>>| >>| {2}\n|[^](?=["'])/g;

type Dialect = 'gfm' | 'gfm-plain' | 'kramdown';

/** The rules in the order in which kramdown tries them, each with what it may begin with. */
function rulesInOrder(parseSpans: ParseSpans, dialect: Dialect): [SpanRule, string][] {
  const rules: [SpanRule, string][] = [
    [emphasis(parseSpans), '*_'],
    [codeSpan, '`'],
    [autolink, '<'],
    [spanHtml(parseSpans), '<'],
    [footnoteMark, '['],
    [link(parseSpans), '[!'],
    [smartQuotes, '"\''],
    [inlineMath, '$\\'],
    [spanExtension, '{'],
    [entity, '&'],
  ];
  if (dialect !== 'gfm-plain') rules.push([typographicSymbol, '-.<> \\']);
  rules.push([lineBreak, ' \\'], [escaped, '\\']);
  if (dialect !== 'kramdown') rules.push([strikethrough(parseSpans), '~']);
  return rules;
}

/** Rules by the ASCII code of the first character; the last is for all other characters. */
function rulesByCode(rules: readonly [SpanRule, string][]): SpanRule[][] {
  const byCode: SpanRule[][] = [];
  for (let code = 0; code < 128; code++) {
    // A quote is read with the character before it.
    const char = String.fromCharCode(code);
    byCode.push(
      rules
        .filter(([rule, starts]) => rule === smartQuotes || starts.includes(char))
        .map(([rule]) => rule),
    );
  }
  byCode.push(rules.some(([rule]) => rule === smartQuotes) ? [smartQuotes] : []);
  return byCode;
}

const parseSpans: ParseSpans = (state, stop, closers) => {
  const { document, scanner, mode } = state;
  const { text } = scanner;
  const places = closers === 'brackets' && mode === 'all' ? PLACES_IN_BRACKETS : PLACES[mode];
  const rules = rulesFor(document, mode);
  while (scanner.pos < text.length) {
    const { pos } = scanner;
    places.lastIndex = pos;
    const found = places.exec(text);
    if (!found) {
      if (!stop) takeText(state, text.length);
      return false;
    }
    const at = found.index;
    if (!document.budget.spend(scanner.line, 1 + ((at - pos) >> 6))) {
      if (!stop) takeText(state, text.length);
      return false;
    }
    takeText(state, at);
    if (stop?.(state)) return true;
    let read = false;
    for (const rule of rules[Math.min(text.charCodeAt(at), 128)]!) {
      if (rule(state)) {
        read = true;
        break;
      }
    }
    if (!read) takeText(state, at + 1);
  }
  return false;
};

function takeText({ scanner, parent }: SpanState, to: number): void {
  if (to === scanner.pos) return;
  const line = scanner.lineAt();
  addText(parent, scanner.text.slice(scanner.pos, to), line);
  scanner.pos = to;
}

const RULES: Record<Dialect, SpanRule[][]> = {
  gfm: rulesByCode(rulesInOrder(parseSpans, 'gfm')),
  'gfm-plain': rulesByCode(rulesInOrder(parseSpans, 'gfm-plain')),
  kramdown: rulesByCode(rulesInOrder(parseSpans, 'kramdown')),
};
const HTML_ONLY = rulesByCode([[spanHtml(parseSpans), '<']]);
const CODE_AND_HTML = rulesByCode([
  [codeSpan, '`'],
  [spanHtml(parseSpans), '<'],
]);

function rulesFor({ options }: Document, mode: SpanMode): SpanRule[][] {
  if (mode === 'html') return HTML_ONLY;
  if (mode === 'code-and-html') return CODE_AND_HTML;
  if (!options.gfm) return RULES.kramdown;
  return options.noAutoTypographic ? RULES['gfm-plain'] : RULES.gfm;
}

export const parseSpansOnly: ParseSpansOnly = (document, scanner, parent, mode) => {
  parseSpans({ document, scanner, parent, mode, around: NOTHING_AROUND });
};

/** Reads all spans of a text. */
export function parseText(document: Document, text: string, line: number, parent: Node): void {
  if (text.length < 100 && text.search(PLACES.all) < 0) return addText(parent, text, line);
  parseSpansOnly(document, new Scanner(text, line), parent, 'all');
}
