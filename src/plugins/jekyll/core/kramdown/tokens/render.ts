import type MarkdownIt from 'markdown-it';
import type { ResolvedOptions } from '../resolve-options';
import { isRougeLanguage } from '../rouge-languages';
import { escapeText } from './escape';
import type { FootnoteReference } from './footnotes';
import type { Token } from './token';

/** Renderer rules for what markdown-it has no rule for, or kramdown another. */
type Rule = MarkdownIt.RendererRule;

export function addRendererRules(md: MarkdownIt.MarkdownIt, options: ResolvedOptions): void {
  const { escapeHtml } = md.utils;
  const attributes = (token: Token, more: readonly [string, string][] = []): string => {
    const all = new Map((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
    for (const [name, value] of more) all.set(name, value);
    return [...all].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
  };
  const rules: Record<string, Rule> = {
    html_open: (tokens, index) => {
      const token = tokens[index]!;
      return `<${token.tag}${attributes(token)}>${token.meta?.model === 'block' ? '\n' : ''}`;
    },
    html_close: (tokens, index) => {
      const token = tokens[index]!;
      return `</${token.tag}>${token.block && !token.meta?.raw ? '\n' : ''}`;
    },
    html_void: (tokens, index) => {
      const token = tokens[index]!;
      return `<${token.tag}${attributes(token)} />${token.block && !token.meta?.raw ? '\n' : ''}`;
    },
    html_text: (tokens, index) => escapeText(tokens[index]!.content),
    hardbreak: (tokens, index) => (tokens[index + 1]?.type === 'softbreak' ? '<br />' : '<br />\n'),
    hr: (tokens, index) => `<hr${attributes(tokens[index]!)} />\n`,
    ...codeRules(md, options, attributes),
    ...mathRules(options, attributes, escapeHtml),
    ...footnoteRules(options, escapeHtml),
  };
  for (const [name, rule] of Object.entries(rules)) md.renderer.rules[name] = rule;
}

type Attributes = (token: Token, more?: readonly [string, string][]) => string;

const LANGUAGE_CLASS = /\blanguage-(\S+)/;

/** The language of a class `language-…`, and the other classes. */
function splitClass(token: Token): { language: string | undefined; others: string } {
  const classes = String(token.attrGet('class') ?? '');
  const found = LANGUAGE_CLASS.exec(classes);
  const others = found
    ? `${classes.slice(0, found.index)}${classes.slice(found.index + found[0].length)}`
    : classes;
  return { language: found?.[1], others: others.trim().replace(/\s+/g, ' ') };
}

function codeRules(
  md: MarkdownIt.MarkdownIt,
  options: ResolvedOptions,
  attributes: Attributes,
): Record<string, Rule> {
  const highlighter = options.highlighterOptions;
  const scoped = (scope: string): Record<string, unknown> => {
    const own = highlighter[scope];
    return { ...highlighter, ...(typeof own === 'object' && own ? own : {}) };
  };
  const spanOptions = scoped('span');
  const blockOptions = scoped('block');
  const languageOf = (
    token: Token,
    own: Record<string, unknown>,
  ): { shown: string; others: string } | undefined => {
    const { language, others } = splitClass(token);
    if (options.syntaxHighlighter !== 'rouge' || own['disable']) return undefined;
    const shown = language ?? (own['default_lang'] as string | undefined);
    if (shown === undefined || !isRougeLanguage(shown.replace(/\?.*$/, ''))) return undefined;
    if (isPlain(shown) && !own['guess_lang']) return undefined;
    return { shown, others };
  };

  const code_inline: Rule = (tokens, index) => {
    const token = tokens[index]!;
    const known = languageOf(token, spanOptions);
    const text = escapeText(token.content);
    if (!known) return `<code${attributes(token)}>${text}</code>`;
    // A class of the language stays where it stands, and is doubled unless it comes first.
    const own = String(token.attrGet('class') ?? '');
    const language = `language-${known.shown}`;
    const names = [own.startsWith(language) ? '' : language, own, 'highlighter-rouge'];
    const classes = names.filter(Boolean).join(' ');
    return `<code${attributes(token, [['class', classes]])}>${text}</code>`;
  };

  const plainBlock = (token: Token, text: string): string => {
    const { language, others } = splitClass(token);
    const shown = others.includes('show-whitespaces') ? showWhiteSpace(text) : text;
    const body = `${shown.replace(/\n$/, '')}\n`;
    if (language === undefined) return `<pre${attributes(token)}><code>${body}</code></pre>\n`;
    const own = new Map((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
    if (others === '') own.delete('class');
    else own.set('class', others);
    const rest = [...own].map(([name, value]) => ` ${name}="${md.utils.escapeHtml(value)}"`);
    const name = md.utils.escapeHtml(language);
    return `<pre${rest.join('')}><code class="language-${name}">${body}</code></pre>\n`;
  };

  const block: Rule = (tokens, index, options_) => {
    const token = tokens[index]!;
    const language = token.info.split('?')[0] ?? '';
    const text =
      options_.highlight?.(token.content, language, token.info) || escapeText(token.content);
    if (text.startsWith('<pre')) return `${text}\n`;
    const known = languageOf(token, blockOptions);
    if (!known) return plainBlock(token, text);
    const names = ['language-' + known.shown, known.others, 'highlighter-rouge'];
    const classes = names.filter(Boolean).join(' ');
    const css = md.utils.escapeHtml(String(blockOptions['css_class'] ?? 'highlight'));
    const body = blockOptions['line_numbers']
      ? numbered(text, Number(blockOptions['start_line'] ?? 1))
      : text;
    return (
      `<div${attributes(token, [['class', classes]])}><div class="highlight"><pre class="${css}">` +
      `<code>${body}</code></pre></div></div>\n`
    );
  };
  return { code_inline, code_block: block, fence: block };
}

/** The class `show-whitespaces`: blanks and tabs as elements that a style can show. */
function showWhiteSpace(text: string): string {
  return text.replace(
    /(^[ \t]+)|([ \t]+$)|([ \t]+)/gm,
    (_, left?: string, right?: string, inner?: string) => {
      const suffix = left !== undefined ? '-l' : right !== undefined ? '-r' : '';
      return [...(left ?? right ?? inner ?? '')]
        .map((char) =>
          char === '\t'
            ? `<span class="ws-tab${suffix}">\t</span>`
            : `<span class="ws-space${suffix}">&#8901;</span>`,
        )
        .join('');
    },
  );
}

const isPlain = (language: string): boolean => language === 'plaintext' || language === 'text';

/** Rouge's table of line numbers beside the code. */
function numbered(text: string, start: number): string {
  const count = (text.match(/\n/g) ?? []).length + (text.endsWith('\n') ? 0 : 1);
  const numbers = Array.from({ length: count }, (_, index) => `${start + index}\n`).join('');
  return (
    '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">' +
    `${numbers}</pre></td><td class="rouge-code"><pre>${text || '\n'}</pre></td></tr></tbody></table>`
  );
}

function mathRules(
  options: ResolvedOptions,
  attributes: Attributes,
  escapeHtml: (text: string) => string,
): Record<string, Rule> {
  const mathjax = options.mathEngine !== null;
  const withClass = (token: Token): readonly [string, string][] => [
    ['class', [token.attrGet('class'), 'kdmath'].filter(Boolean).join(' ')],
  ];
  return {
    math_inline: (tokens, index) => {
      const token = tokens[index]!;
      const text = mathjax ? escapeHtml(token.content) : token.content;
      if (!mathjax) return `<span${attributes(token, withClass(token))}>$${text}$</span>`;
      return token.attrs ? `<span${attributes(token)}>$${text}$</span>` : `\\(${text}\\)`;
    },
    math_block: (tokens, index) => {
      const token = tokens[index]!;
      const text = mathjax ? escapeHtml(token.content) : token.content;
      if (!mathjax) return `<div${attributes(token, withClass(token))}>$$\n${text}\n$$</div>\n`;
      return token.attrs ? `<div${attributes(token)}>\\[${text}\\]\n</div>\n` : `\\[${text}\\]\n`;
    },
  };
}

function footnoteRules(
  options: ResolvedOptions,
  escapeHtml: (text: string) => string,
): Record<string, Rule> {
  const name = (label: string): string => escapeHtml(options.footnotePrefix + label);
  const suffix = (repeat: number): string => (repeat > 0 ? `:${repeat}` : '');
  const backlink = options.footnoteBacklink
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
  const newer = options.version === '2.5';
  return {
    footnote_ref: (tokens, index) => {
      const { label, number, repeat } = tokens[index]!.meta as unknown as FootnoteReference;
      const text = escapeText(
        newer ? options.footnoteLinkText.replace('%s', String(number)) : String(number),
      );
      const id = `fnref:${name(label)}${suffix(repeat)}`;
      return newer
        ? `<sup id="${id}"><a href="#fn:${name(label)}" class="footnote" rel="footnote" role="doc-noteref">${text}</a></sup>`
        : `<sup id="${id}" role="doc-noteref"><a href="#fn:${name(label)}" class="footnote" rel="footnote">${text}</a></sup>`;
    },
    footnote_block_open: (tokens, index) => {
      const { start } = tokens[index]!.meta as { start: number };
      const from = start === 1 ? '' : ` start="${start}"`;
      return `<div class="footnotes" role="doc-endnotes">\n<ol${from}>\n`;
    },
    footnote_block_close: () => '</ol>\n</div>\n',
    footnote_open: (tokens, index) => {
      const { label } = tokens[index]!.meta as { label: string };
      return `<li id="fn:${name(label)}"${newer ? '' : ' role="doc-endnote"'}>\n`;
    },
    footnote_close: () => '</li>\n',
    footnote_anchor: (tokens, index) => {
      const { label, repeat, gap } = tokens[index]!.meta as {
        label: string;
        repeat: number;
        gap: string;
      };
      const nr = repeat > 0 ? `<sup>${repeat + 1}</sup>` : '';
      return `${gap}<a href="#fnref:${name(label)}${suffix(repeat)}" class="reversefootnote" role="doc-backlink">${backlink}${nr}</a>`;
    },
  };
}
