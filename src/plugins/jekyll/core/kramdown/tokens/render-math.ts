import type MarkdownIt from 'markdown-it';
import type { ResolvedOptions } from '../resolve-options';
import { renderAttributes } from './attributes';
import { optionsFor } from './document-options';
import { escapeText } from './escape';
import { indent } from './render-blocks';
import type { Token } from './token';

const withClass = (token: Token): readonly [string, string][] => [
  ['class', [token.attrGet('class'), 'kdmath'].filter(Boolean).join(' ')],
];

/** Formulas as MathJax reads them or, without an engine, as they were written. */
export function mathRules(options: ResolvedOptions): Record<string, MarkdownIt.RendererRule> {
  return {
    math_inline: (tokens, index, _options, env) => {
      const token = tokens[index]!;
      if (optionsFor(env, options).mathEngine === null) {
        return `<span${renderAttributes(token, withClass(token))}>$${token.content}$</span>`;
      }
      // The real one escapes nothing here.
      if (token.attrs) return `<span${renderAttributes(token)}>$${token.content}$</span>`;
      return `\\(${escapeText(token.content)}\\)`;
    },
    math_block: (tokens, index, _options, env) => {
      const token = tokens[index]!;
      if (optionsFor(env, options).mathEngine === null) {
        const attributes = renderAttributes(token, withClass(token));
        return `${indent(token)}<div${attributes}>$$\n${token.content}\n$$</div>\n`;
      }
      const text = `\\[${escapeText(token.content)}\\]\n`;
      if (!token.attrs) return text;
      return `${indent(token)}<div${renderAttributes(token)}>${text}</div>\n`;
    },
  };
}
