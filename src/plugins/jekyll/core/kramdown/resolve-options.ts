import { entityCode } from './entities';
import type { KramdownOptions } from './options';

/** The quotes ‘ ’ “ ” as they are to be written. */
export type Quotes = readonly [string, string, string, string];

/** Options with nothing left open, and in one form each. */
export interface ResolvedOptions {
  gfm: boolean;
  version: '2.4' | '2.5';
  autoIds: boolean;
  autoIdPrefix: string;
  autoIdStripping: boolean;
  headerOffset: number;
  headerLinks: boolean;
  tocLevels: readonly number[];
  footnoteNr: number;
  footnotePrefix: string;
  footnoteBacklink: string;
  footnoteBacklinkInline: boolean;
  footnoteLinkText: string;
  smartQuotes: Quotes;
  typographicSymbols: ReadonlyMap<string, string>;
  entityOutput: 'as_char' | 'as_input' | 'numeric' | 'symbolic';
  hardWrap: boolean;
  paragraphEnd: boolean;
  noAutoTypographic: boolean;
  mathEngine: string | null;
  syntaxHighlighter: string | null;
  highlighterOptions: Readonly<Record<string, unknown>>;
  parseBlockHtml: boolean;
  parseSpanHtml: boolean;
  htmlToNative: boolean;
  removeBlockHtmlTags: boolean;
  removeSpanHtmlTags: boolean;
  removeLineBreaksForCjk: boolean;
  forbiddenInlineOptions: ReadonlySet<string>;
  linkDefs: ReadonlyMap<string, readonly [string, string | null]>;
}

/** What Jekyll gives the highlighter when the site says nothing. */
const JEKYLL_HIGHLIGHTER = { default_lang: 'plaintext', guess_lang: true };

const list = (value: string | readonly string[]): string[] =>
  (typeof value === 'string' ? value.split(/[\s,]+/) : [...value]).filter((item) => item !== '');

const ALL_LEVELS = [1, 2, 3, 4, 5, 6];

/** `1..6`, `2,3` or a list of numbers; undefined if they are no levels of headers. */
export function parseLevels(value: string | readonly number[]): number[] | undefined {
  const levels = typeof value === 'string' ? readLevels(value) : [...value];
  return levels.every((level) => ALL_LEVELS.includes(level)) ? levels : undefined;
}

function readLevels(value: string): number[] {
  const range = /^(\d)\.\.(\d)$/.exec(value);
  if (!range) return value.split(',').map((level) => (/^\d$/.test(level) ? Number(level) : NaN));
  const [from, to] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** The character of an entity's name or number. */
export function entityText(name: string): string {
  const code = /^\d+$/.test(name) ? Number(name) : entityCode(name);
  return code === undefined ? name : String.fromCodePoint(code);
}

const USUAL_QUOTES: Quotes = ['‘', '’', '“', '”'];

/** Four names or numbers of entities; undefined if there are not four. */
export function parseQuotes(value: string | readonly string[]): Quotes | undefined {
  const names = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : value;
  if (names.length !== 4) return undefined;
  return names.map(entityText) as unknown as Quotes;
}

export function resolveOptions(options: KramdownOptions): ResolvedOptions {
  const gfm = (options.input ?? 'GFM') !== 'kramdown';
  const quirks = list(options.gfm_quirks ?? 'paragraph_end');
  return {
    gfm,
    version: options.version ?? '2.4',
    autoIds: options.auto_ids ?? true,
    autoIdPrefix: options.auto_id_prefix ?? '',
    autoIdStripping: options.auto_id_stripping ?? false,
    headerOffset: options.header_offset ?? 0,
    headerLinks: options.header_links ?? false,
    tocLevels: parseLevels(options.toc_levels ?? ALL_LEVELS) ?? ALL_LEVELS,
    footnoteNr: options.footnote_nr ?? 1,
    footnotePrefix: options.footnote_prefix ?? '',
    footnoteBacklink: options.footnote_backlink ?? '&#8617;',
    footnoteBacklinkInline: options.footnote_backlink_inline ?? false,
    footnoteLinkText: options.footnote_link_text ?? '%s',
    smartQuotes: parseQuotes(options.smart_quotes ?? []) ?? USUAL_QUOTES,
    typographicSymbols: new Map(Object.entries(options.typographic_symbols ?? {})),
    entityOutput: options.entity_output ?? 'as_char',
    hardWrap: gfm && (options.hard_wrap ?? false),
    paragraphEnd: gfm && quirks.includes('paragraph_end'),
    noAutoTypographic: quirks.includes('no_auto_typographic'),
    mathEngine: options.math_engine === undefined ? 'mathjax' : options.math_engine,
    syntaxHighlighter:
      options.syntax_highlighter === undefined ? 'rouge' : options.syntax_highlighter,
    highlighterOptions: { ...(gfm ? JEKYLL_HIGHLIGHTER : {}), ...options.syntax_highlighter_opts },
    parseBlockHtml: options.parse_block_html ?? false,
    parseSpanHtml: options.parse_span_html ?? true,
    htmlToNative: options.html_to_native ?? false,
    removeBlockHtmlTags: options.remove_block_html_tags ?? true,
    removeSpanHtmlTags: options.remove_span_html_tags ?? false,
    removeLineBreaksForCjk: options.remove_line_breaks_for_cjk ?? false,
    forbiddenInlineOptions: new Set(list(options.forbidden_inline_options ?? 'template')),
    linkDefs: new Map(
      Object.entries(options.link_defs ?? {}).map(
        ([id, [url, title]]) => [id, [url, title ?? null]] as const,
      ),
    ),
  };
}
