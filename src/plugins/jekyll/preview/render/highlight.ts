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
  return withRougeNames(hljs.highlight(code, { language, ignoreIllegals: true }).value);
});

/** What rouge calls the nearest thing: a site's style knows these names. */
const ROUGE: Readonly<Record<string, string>> = {
  keyword: 'k',
  literal: 'kc',
  type: 'kt',
  built_in: 'nb',
  string: 's2',
  regexp: 'sr',
  subst: 'si',
  symbol: 'ss',
  number: 'mi',
  comment: 'c1',
  doctag: 'cs',
  meta: 'cp',
  title: 'nf',
  'title function_': 'nf',
  'title class_': 'nc',
  attr: 'na',
  attribute: 'na',
  name: 'nt',
  tag: 'nt',
  'selector-tag': 'nt',
  'selector-class': 'nc',
  'selector-id': 'nn',
  variable: 'nv',
  'variable language_': 'kc',
  'template-variable': 'nv',
  property: 'na',
  params: 'n',
  operator: 'o',
  punctuation: 'p',
  addition: 'gi',
  deletion: 'gd',
  section: 'gh',
  emphasis: 'ge',
  strong: 'gs',
};

const withRougeNames = (html: string): string =>
  html.replace(/class="hljs-([^"]+)"/g, (all, name: string) => {
    const rouge = ROUGE[name] ?? ROUGE[name.split(' ')[0] ?? ''];
    return rouge === undefined ? all : `class="hljs-${name} ${rouge}"`;
  });

/** Code as HTML with highlight.js's classes and, beside them, rouge's. */
export const highlight = (code: string, language: string): string =>
  coloured(`${language.replaceAll('\n', ' ')}\n${code}`);
