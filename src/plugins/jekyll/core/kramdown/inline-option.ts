import type { Document } from './document';
import { parseLevels, parseQuotes, type ResolvedOptions } from './resolve-options';

/** Whatever is not false is true. */
const isTrue = (value: string): boolean => !['', 'false'].includes(value.trim().toLowerCase());

/** What is no number leaves the option as it is. */
const integer = (value: string, otherwise: number): number =>
  /^\s*[+-]?\d+\s*$/.test(value) ? Number.parseInt(value, 10) : otherwise;

type Setter = (options: ResolvedOptions, value: string) => void;

/** Options that a document may set for itself, by kramdown's names. */
const SETTERS: Readonly<Record<string, Setter>> = {
  auto_ids: (options, value) => (options.autoIds = isTrue(value)),
  auto_id_prefix: (options, value) => (options.autoIdPrefix = value),
  auto_id_stripping: (options, value) => (options.autoIdStripping = isTrue(value)),
  entity_output: (options, value) => {
    const known = value === 'as_char' || value === 'as_input' || value === 'symbolic';
    options.entityOutput = known ? value : 'numeric';
  },
  footnote_backlink: (options, value) => (options.footnoteBacklink = value),
  footnote_backlink_inline: (options, value) => (options.footnoteBacklinkInline = isTrue(value)),
  footnote_nr: (options, value) => (options.footnoteNr = integer(value, options.footnoteNr)),
  footnote_prefix: (options, value) => (options.footnotePrefix = value),
  header_offset: (options, value) => (options.headerOffset = integer(value, options.headerOffset)),
  html_to_native: (options, value) => (options.htmlToNative = isTrue(value)),
  math_engine: (options, value) => (options.mathEngine = value === 'mathjax' ? value : null),
  parse_block_html: (options, value) => (options.parseBlockHtml = isTrue(value)),
  parse_span_html: (options, value) => (options.parseSpanHtml = isTrue(value)),
  remove_block_html_tags: (options, value) => (options.removeBlockHtmlTags = isTrue(value)),
  remove_line_breaks_for_cjk: (options, value) => (options.removeLineBreaksForCjk = isTrue(value)),
  remove_span_html_tags: (options, value) => (options.removeSpanHtmlTags = isTrue(value)),
  smart_quotes: (options, value) =>
    (options.smartQuotes = parseQuotes(value) ?? options.smartQuotes),
  syntax_highlighter: (options, value) =>
    (options.syntaxHighlighter = value === 'nil' ? null : value),
  toc_levels: (options, value) => (options.tocLevels = parseLevels(value) ?? options.tocLevels),
};

/** Options that kramdown has and HTML output does not ask for. */
const WITHOUT_EFFECT = new Set([
  'gfm_quirks',
  'hard_wrap',
  'latex_headers',
  'line_width',
  'link_defs',
  'list_indent',
  'math_engine_opts',
  'syntax_highlighter_opts',
  'template',
  'transliterated_header_ids',
  'typographic_symbols',
]);

/** Sets an option that the text gives in `{::options name="value" /}`. */
export function setInlineOption(
  document: Document,
  name: string,
  value: string,
  line: number,
): void {
  const { options, warnings } = document;
  const setter = SETTERS[name];
  if (options.forbiddenInlineOptions.has(name)) {
    warnings.add('option-invalid', line, `Option ${name} may not be set inline`);
  } else if (setter) {
    setter(options, value);
  } else if (!WITHOUT_EFFECT.has(name)) {
    warnings.add('option-unknown', line, `Unknown kramdown option '${name}'`);
  }
}
