/** kramdown for JavaScript: a markdown-it plugin that reads and writes as kramdown does. */
import MarkdownIt from 'markdown-it';
import { parseDocument } from './convert';
import type { Document } from './document';
import type { KramdownOptions } from './options';
import { resolveOptions } from './resolve-options';
import { BlockTokens } from './tokens/block';
import { noteOptions } from './tokens/document-options';
import { addRendererRules } from './tokens/render';
import { tocTree, type TocEntry as Entry } from './tokens/toc';
import { InlineTokens } from './tokens/inline';
import { Footnotes } from './tokens/footnotes';
import { tokenMaker } from './tokens/maker';
import type { KramdownWarning } from './warnings';

export type { KramdownOptions } from './options';
export type { KramdownWarning, WarningCode } from './warnings';

/** One header of the table of contents, with the headers below it. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  /** The header's text as HTML. */
  readonly html: string;
  /** Counted from 1. */
  readonly line: number;
  readonly children: readonly TocEntry[];
}

export interface Conversion {
  readonly html: string;
  readonly warnings: readonly KramdownWarning[];
  readonly toc: readonly TocEntry[];
}

/** What `env.kramdown` holds after parsing. */
export interface KramdownResult {
  readonly warnings: readonly KramdownWarning[];
  readonly toc: readonly TocEntry[];
}

/**
 * Lets `md` read and write as kramdown does: `markdownIt().use(kramdown, options)`. Its chains of
 * block and inline rules are not asked any more; core rules that others add run on the tokens, and
 * renderer rules, `highlight` and `env` are as ever.
 */
export function kramdown(md: MarkdownIt.MarkdownIt, options: KramdownOptions = {}): void {
  const resolved = resolveOptions(options);
  md.core.ruler.at('block', (state) => {
    const document = parseDocument(state.src, resolved);
    const Token = tokenMaker(state.Token);
    const builder = new BlockTokens(Token, document);
    state.tokens = builder.build();
    let toc: TocEntry[] | undefined;
    const result: KramdownResult = {
      warnings: document.warnings.all,
      get toc() {
        return (toc ??= tocEntries(
          md,
          state.env as Record<string, unknown>,
          document,
          tocTree(builder.headers),
          Token,
        ));
      },
    };
    (state.env as { kramdown?: KramdownResult }).kramdown = result;
    noteOptions(state.env as object, document.options);
  });
  md.core.ruler.at('inline', () => {});
  // What these do, kramdown's rules have done in their own way.
  md.core.ruler.disable(['normalize', 'linkify', 'replacements', 'smartquotes'], true);
  addRendererRules(md, resolved);
}
export default kramdown;

function tocEntries(
  md: MarkdownIt.MarkdownIt,
  env: Record<string, unknown>,
  document: Document,
  entries: readonly Entry[],
  Token: ConstructorParameters<typeof BlockTokens>[0],
): TocEntry[] {
  const footnotes = new Footnotes(document);
  return entries.map(({ level, id, node, children }) => {
    const spans = node.children.filter((child) => child.type !== 'footnote');
    const tokens = InlineTokens.of(Token, document, footnotes, spans);
    return {
      level,
      id,
      html: md.renderer.renderInline(tokens, md.options, env),
      line: node.line + 1,
      children: tocEntries(md, env, document, children, Token),
    };
  });
}

/** A converter takes longer to set up than a short text to convert, and most texts share options. */
const converters = new Map<string, MarkdownIt.MarkdownIt>();
const MOST_CONVERTERS = 20;

function converterFor(options: KramdownOptions): MarkdownIt.MarkdownIt {
  // Options are data, as they are in a site's `_config.yml`.
  const key = JSON.stringify(options);
  let md = converters.get(key);
  if (!md) {
    md = new MarkdownIt().use(kramdown, options);
    if (converters.size >= MOST_CONVERTERS) converters.clear();
    converters.set(key, md);
  }
  return md;
}

/** Markdown to HTML and what is to be known about it. */
export function convert(markdown: string, options: KramdownOptions = {}): Conversion {
  const md = converterFor(options);
  const env: { kramdown?: KramdownResult } = {};
  const html = md.render(markdown, env);
  const result = env.kramdown!;
  return {
    html,
    warnings: result.warnings,
    get toc() {
      return result.toc;
    },
  };
}

/** Markdown to HTML. */
export function render(markdown: string, options: KramdownOptions = {}): string {
  return convert(markdown, options).html;
}
