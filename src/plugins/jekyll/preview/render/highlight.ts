import hljs from 'highlight.js';
import { remembered } from './cache';
import { escapeHtml } from './html-pieces';

/** Names that rouge knows and highlight.js has under another one. */
const ALIASES: Readonly<Record<string, string>> = {
  console: 'shell',
  terminal: 'shell',
  conf: 'ini',
  jsonc: 'json',
  json5: 'json',
  liquid: 'django',
  vue: 'xml',
  svelte: 'xml',
  jsx: 'javascript',
  tsx: 'typescript',
  'c++': 'cpp',
};
const PLAIN = new Set(['plaintext', 'text', 'plain', 'txt', '']);
/** Longer code stays without colours. */
const LIMIT = 50_000;

const coloured = remembered<string>(500, (key) => {
  const at = key.indexOf('\n');
  const named = key.slice(0, at).toLowerCase();
  const code = key.slice(at + 1);
  const language = ALIASES[named] ?? named;
  if (PLAIN.has(named) || code.length > LIMIT || !hljs.getLanguage(language)) {
    return escapeHtml(code);
  }
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
});

/** Code as HTML with highlight.js's classes. */
export const highlight = (code: string, language: string): string =>
  coloured(`${language.replaceAll('\n', ' ')}\n${code}`);
