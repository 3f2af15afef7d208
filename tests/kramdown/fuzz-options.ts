import type { Mode } from './oracle';
import type { Random } from './random';

type Options = Readonly<Record<string, unknown>>;

const COMMON: readonly Options[] = [
  { auto_ids: false },
  { auto_id_prefix: 'p-' },
  { auto_id_stripping: true },
  { header_offset: 1 },
  { header_offset: -1 },
  { header_links: true },
  { hard_wrap: true },
  { footnote_nr: 3 },
  { footnote_prefix: 'p' },
  { footnote_backlink: '' },
  { footnote_backlink: '&#8617;&#xfe0e;' },
  { footnote_backlink_inline: true },
  { footnote_link_text: '[%s]' },
  { toc_levels: '2..3' },
  { toc_levels: '1,3' },
  { entity_output: 'as_input' },
  { entity_output: 'numeric' },
  { entity_output: 'symbolic' },
  { smart_quotes: 'apos,apos,quot,quot' },
  { typographic_symbols: { hellip: '...', mdash: '---' } },
  { parse_block_html: true },
  { parse_span_html: false },
  { html_to_native: true },
  { html_to_native: true, parse_block_html: true },
  { math_engine: null },
  { syntax_highlighter: null },
  { syntax_highlighter_opts: { block: { line_numbers: true } } },
  { syntax_highlighter_opts: { css_class: 'hl' } },
  { remove_line_breaks_for_cjk: true },
  { link_defs: { a: ['/a', 'title'], b: ['/b'] } },
];
const GFM_ONLY: readonly Options[] = [
  { gfm_quirks: 'paragraph_end' },
  { gfm_quirks: 'no_auto_typographic' },
  { gfm_quirks: 'paragraph_end,no_auto_typographic' },
];

/** Mostly what Jekyll does by itself; some with options, some as kramdown's own dialect. */
export function pickOptions(random: Random): { mode: Mode; options: Options } {
  const mode = random.chance(0.75) ? 'jekyll' : 'kramdown';
  const pool = mode === 'jekyll' ? [...COMMON, ...GFM_ONLY] : COMMON;
  const options = random.chance(mode === 'jekyll' ? 0.25 : 0.5)
    ? { ...random.pick(pool), ...(random.chance(0.3) ? random.pick(pool) : {}) }
    : {};
  return { mode, options };
}
