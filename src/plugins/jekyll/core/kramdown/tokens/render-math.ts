import MarkdownIt from 'markdown-it';
import type { ResolvedOptions } from '../resolve-options';
import { renderAttributes } from './attributes';
import { optionsFor } from './document-options';
import { indent } from './render-blocks';
import type { Token } from './token';

const { escapeHtml } = new MarkdownIt().utils;

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
      const text = escapeHtml(token.content);
      return token.attrs ? `<span${renderAttributes(token)}>$${text}$</span>` : `\\(${text}\\)`;
    },
    math_block: (tokens, index, _options, env) => {
      const token = tokens[index]!;
      if (optionsFor(env, options).mathEngine === null) {
        const attributes = renderAttributes(token, withClass(token));
        return `${indent(token)}<div${attributes}>$$\n${token.content}\n$$</div>\n`;
      }
      const text = `\\[${escapeHtml(token.content)}\\]\n`;
      if (!token.attrs) return text;
      return `${indent(token)}<div${renderAttributes(token)}>${text}</div>\n`;
    },
  };
}
