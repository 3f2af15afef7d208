/**
 * kramdown's options under kramdown's own names.
 * @see https://kramdown.gettalong.org/options.html
 */
export interface KramdownOptions {
  /** The dialect: kramdown's own, or GitHub's as `kramdown-parser-gfm` reads it. Jekyll uses GFM. */
  readonly input?: 'GFM' | 'kramdown';
  /** The kramdown whose output is wanted. 2.5 adds roles to footnotes, among others. */
  readonly version?: '2.4' | '2.5';
  readonly auto_ids?: boolean;
  readonly auto_id_prefix?: string;
  readonly auto_id_stripping?: boolean;
  readonly transliterated_header_ids?: boolean;
  readonly header_offset?: number;
  readonly header_links?: boolean;
  readonly toc_levels?: string | readonly number[];
  readonly footnote_nr?: number;
  readonly footnote_prefix?: string;
  readonly footnote_backlink?: string;
  readonly footnote_backlink_inline?: boolean;
  readonly footnote_link_text?: string;
  readonly smart_quotes?: string | readonly string[];
  readonly typographic_symbols?: Readonly<Record<string, string>>;
  readonly entity_output?: 'as_char' | 'as_input' | 'numeric' | 'symbolic';
  readonly hard_wrap?: boolean;
  readonly gfm_quirks?: string | readonly string[];
  /** GFM: headers get GitHub's ids. Off, they get kramdown's. */
  readonly gfm_emojis?: boolean;
  readonly math_engine?: string | null;
  readonly math_engine_opts?: Readonly<Record<string, unknown>>;
  readonly syntax_highlighter?: string | null;
  readonly syntax_highlighter_opts?: Readonly<Record<string, unknown>>;
  readonly enable_coderay?: boolean;
  readonly parse_block_html?: boolean;
  readonly parse_span_html?: boolean;
  readonly html_to_native?: boolean;
  readonly remove_block_html_tags?: boolean;
  readonly remove_span_html_tags?: boolean;
  readonly remove_line_breaks_for_cjk?: boolean;
  readonly line_width?: number;
  readonly list_indent?: number;
  /** Link definitions beside those of the text: id → [address, title]. */
  readonly link_defs?: Readonly<Record<string, readonly [string, (string | null)?]>>;
  readonly forbidden_inline_options?: string | readonly string[];
  readonly template?: string;
}
