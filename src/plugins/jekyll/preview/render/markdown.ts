import MarkdownIt from 'markdown-it';
import { kramdown, type KramdownOptions } from '../../core/kramdown';

export interface MarkdownWarning {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

export interface RenderedMarkdown {
  readonly html: string;
  readonly warnings: readonly MarkdownWarning[];
}

/** What the parser leaves for its caller. */
interface Environment {
  readonly kramdown?: { readonly warnings?: readonly MarkdownWarning[] };
}

const known = new Map<string, MarkdownIt.MarkdownIt>();

/** A renderer for the options of one site; the last few are kept. */
function rendererFor(options: KramdownOptions): MarkdownIt.MarkdownIt {
  const key = JSON.stringify(options);
  const found = known.get(key);
  if (found) return found;
  const md = new MarkdownIt({ html: true }).use(kramdown, options);
  // After all others: by these the preview and the form scroll together.
  md.core.ruler.push('source_lines', ({ tokens }) => {
    for (const token of tokens) {
      if (token.map && token.nesting !== -1 && token.type !== 'inline') {
        token.attrSet('data-line', String(token.map[0]));
      }
    }
  });
  if (known.size > 8) known.clear();
  known.set(key, md);
  return md;
}

/** Markdown to HTML as kramdown gives it; blocks say their line, counted from 0, in `data-line`. */
export function renderMarkdown(markdown: string, options: KramdownOptions): RenderedMarkdown {
  const env: Record<string, unknown> = {};
  const html = rendererFor(options).render(markdown, env);
  return { html, warnings: (env as Environment).kramdown?.warnings ?? [] };
}
