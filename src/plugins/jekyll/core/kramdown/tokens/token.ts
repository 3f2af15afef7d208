import type MarkdownIt from 'markdown-it';

export type Token = MarkdownIt.Token;
export type TokenConstructor = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
