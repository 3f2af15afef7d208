import type MarkdownIt from 'markdown-it';
import type { ResolvedOptions } from '../resolve-options';
import { blockRules } from './render-blocks';
import { codeRules } from './render-code';
import { footnoteRules } from './render-footnotes';
import { mathRules } from './render-math';
import { renderAttributes } from './attributes';
import { escapeReadText, escapeText } from './escape';

/** As markdown-it does it, but for what kramdown takes for an entity in an attribute. */
const openTag: MarkdownIt.RendererRule = (tokens, index) =>
  `<${tokens[index]!.tag}${renderAttributes(tokens[index]!)}>`;

/** Sets the renderer rules for what markdown-it has no rule for, or kramdown another. */
export function addRendererRules(md: MarkdownIt.MarkdownIt, options: ResolvedOptions): void {
  const rules: Record<string, MarkdownIt.RendererRule> = {
    ...blockRules(),
    text: (tokens, index) => escapeReadText(tokens[index]!.content),
    html_text: (tokens, index) => escapeText(tokens[index]!.content),
    hardbreak: () => '<br />',
    abbr_open: openTag,
    em_open: openTag,
    link_open: openTag,
    strong_open: openTag,
    image: (tokens, index) => `<img${renderAttributes(tokens[index]!)} />`,
    ...codeRules(md, options),
    ...mathRules(options),
    ...footnoteRules(options),
  };
  for (const [name, rule] of Object.entries(rules)) md.renderer.rules[name] = rule;
}
