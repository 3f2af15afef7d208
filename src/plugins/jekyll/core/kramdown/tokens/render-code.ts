import type MarkdownIt from 'markdown-it';
import { strip } from '../pattern';
import type { ResolvedOptions } from '../resolve-options';
import { isRougeLanguage } from '../rouge-languages';
import { renderAttributes } from './attributes';
import { optionsFor } from './document-options';
import { escapeText } from './escape';
import { indent } from './render-blocks';
import type { Token } from './token';

type Rule = MarkdownIt.RendererRule;

const LANGUAGE_CLASS = /\blanguage-([^ \t\n\v\f\r]+)/;

/** The language of a class `language-…`, and the other classes. */
function splitClass(token: Token): { language: string | undefined; others: string } {
  const classes = String(token.attrGet('class') ?? '');
  const found = LANGUAGE_CLASS.exec(classes);
  const others = found
    ? `${classes.slice(0, found.index)}${classes.slice(found.index + found[0].length)}`
    : classes;
  return { language: found?.[1], others: found ? strip(others) : others };
}

/** Code in the wrappers and with the classes of rouge. */
export function codeRules(
  md: MarkdownIt.MarkdownIt,
  options: ResolvedOptions,
): Record<string, Rule> {
  const { escapeHtml } = md.utils;
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
    env: unknown,
  ): { shown: string; others: string } | undefined => {
    const { language, others } = splitClass(token);
    if (optionsFor(env, options).syntaxHighlighter !== 'rouge' || own['disable']) return undefined;
    const shown = language ?? (own['default_lang'] as string | undefined);
    if (shown === undefined || !isRougeLanguage(shown.replace(/\?.*$/, ''))) return undefined;
    if (isPlain(shown) && !own['guess_lang']) return undefined;
    return { shown, others };
  };

  const bare = new Map<string | null, string>();
  const bareOpening = (token: Token, env: unknown): string => {
    const { syntaxHighlighter } = optionsFor(env, options);
    let opening = bare.get(syntaxHighlighter);
    if (opening === undefined) {
      const known = languageOf(token, spanOptions, env);
      const classes = known ? ` class="language-${escapeHtml(known.shown)} highlighter-rouge"` : '';
      bare.set(syntaxHighlighter, (opening = `<code${classes}>`));
    }
    return opening;
  };

  const code_inline: Rule = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const text = escapeText(token.content);
    // Most code says nothing of itself.
    if (!token.attrs) return `${bareOpening(token, env)}${text}</code>`;
    const known = languageOf(token, spanOptions, env);
    if (!known) return `<code${renderAttributes(token)}>${text}</code>`;
    // A class of the language stays where it stands, and is doubled unless it comes first.
    const own = String(token.attrGet('class') ?? '');
    const language = `language-${known.shown}`;
    const names = [own.startsWith(language) ? '' : language, own, 'highlighter-rouge'];
    const classes = names.filter(Boolean).join(' ');
    return `<code${renderAttributes(token, [['class', classes]])}>${text}</code>`;
  };

  const plainBlock = (token: Token, text: string): string => {
    const { language, others } = splitClass(token);
    const shown = others.includes('show-whitespaces') ? showWhiteSpace(text) : text;
    const body = `${shown.replace(/\n$/, '')}\n`;
    if (language === undefined) {
      return `${indent(token)}<pre${renderAttributes(token)}><code>${body}</code></pre>\n`;
    }
    const attributes =
      others === ''
        ? renderAttributes(withoutClass(token))
        : renderAttributes(token, [['class', others]]);
    const name = escapeHtml(language);
    return `${indent(token)}<pre${attributes}><code class="language-${name}">${body}</code></pre>\n`;
  };

  const block: Rule = (tokens, index, options_, env) => {
    const token = tokens[index]!;
    const language = token.info.split('?')[0] ?? '';
    const text =
      options_.highlight?.(token.content, language, token.info) || escapeText(token.content);
    if (text.startsWith('<pre')) return `${text}\n`;
    const known = languageOf(token, blockOptions, env);
    if (!known) return plainBlock(token, text);
    const before = indent(token);
    // Classes that stay keep their place; a language alone goes and comes last.
    const shown = known.others === '' ? withoutClass(token) : token;
    const classes = `${withLanguage(known.others, `language-${known.shown}`)} highlighter-rouge`;
    const css = escapeHtml(String(blockOptions['css_class'] ?? 'highlight'));
    const body = blockOptions['line_numbers']
      ? numbered(text, Number(blockOptions['start_line'] ?? 1))
      : text;
    return (
      `${before}<div${renderAttributes(shown, [['class', classes]])}><div class="highlight">` +
      `<pre class="${css}"><code>${body}</code></pre></div>${before}</div>\n`
    );
  };
  return { code_inline, code_block: block, fence: block };
}

/** The language comes first, in place of another one that does. */
function withLanguage(classes: string, language: string): string {
  if (/^language-\S/.test(classes)) return classes.replace(/^language-\S+/, language);
  return classes === '' ? language : `${language} ${classes}`;
}

const withoutClass = ({ attrs }: Token): Pick<Token, 'attrs'> => ({
  attrs: attrs?.filter(([name]) => name !== 'class') ?? null,
});

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
    `${numbers}</pre></td><td class="rouge-code"><pre>${text.endsWith('\n') ? text : `${text}\n`}</pre></td></tr></tbody></table>`
  );
}
