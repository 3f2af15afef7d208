import MarkdownIt from 'markdown-it';
import type { ResolvedOptions } from '../resolve-options';
import { optionsFor } from './document-options';
import { escapeText } from './escape';
import type { FootnoteReference } from './footnotes';
import { indent } from './render-blocks';

const { escapeHtml } = new MarkdownIt().utils;

/** Footnotes, their marks and the links back. */
export function footnoteRules(options: ResolvedOptions): Record<string, MarkdownIt.RendererRule> {
  const nameIn = (env: unknown, label: string): string =>
    escapeHtml(optionsFor(env, options).footnotePrefix + label);
  const suffix = (repeat: number): string => (repeat > 0 ? `:${repeat}` : '');
  const backlinkIn = (env: unknown): string =>
    optionsFor(env, options)
      .footnoteBacklink.replace(/&(?!#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;');
  const newer = options.version === '2.5';
  return {
    footnote_ref: (tokens, index, _options, env) => {
      const { label, number, repeat } = tokens[index]!.meta as unknown as FootnoteReference;
      const text = escapeText(
        newer ? options.footnoteLinkText.replace('%s', String(number)) : String(number),
      );
      const name = nameIn(env, label);
      const id = `fnref:${name}${suffix(repeat)}`;
      return newer
        ? `<sup id="${id}"><a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${text}</a></sup>`
        : `<sup id="${id}" role="doc-noteref"><a href="#fn:${name}" class="footnote" rel="footnote">${text}</a></sup>`;
    },
    footnote_block_open: (tokens, index) => {
      const { start } = tokens[index]!.meta as { start: number };
      const from = start === 1 ? '' : ` start="${start}"`;
      const before = indent(tokens[index]!);
      return `${before}<div class="footnotes" role="doc-endnotes">\n  ${before}<ol${from}>\n`;
    },
    footnote_block_close: (tokens, index) => {
      const before = indent(tokens[index]!);
      return `  ${before}</ol>\n${before}</div>\n`;
    },
    footnote_open: (tokens, index, _options, env) => {
      const { label } = tokens[index]!.meta as { label: string };
      const role = newer ? '' : ' role="doc-endnote"';
      return `${indent(tokens[index]!)}<li id="fn:${nameIn(env, label)}"${role}>\n`;
    },
    footnote_close: (tokens, index) => `${indent(tokens[index]!)}</li>\n`,
    footnote_anchor: (tokens, index, _options, env) => {
      const { label, repeat } = tokens[index]!.meta as {
        label: string;
        repeat: number;
      };
      const nr = repeat > 0 ? `<sup>${repeat + 1}</sup>` : '';
      return `<a href="#fnref:${nameIn(env, label)}${suffix(repeat)}" class="reversefootnote" role="doc-backlink">${backlinkIn(env)}${nr}</a>`;
    },
  };
}
