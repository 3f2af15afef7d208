import type { Document } from '../document';
import { entityName, splitEntities } from '../entities';
import { QUOTE_ORDER, SYMBOL_TEXT } from '../symbols';
import type { Node } from '../tree';
import { VOID_ELEMENTS } from '../html/elements';
import { tokenAttributes } from './attributes';
import { escapeText } from './escape';
import type { Footnotes } from './footnotes';
import type { Token, TokenConstructor } from './token';

/** Browsers read no entities in these: a quote must stand as it is. */
const UNREAD = new Set(['script', 'style']);

/** Characters that HTML would read: they stay entities. */
const MARKUP = new Set('&<>');

/** Makes tokens of a block that stands among spans. */
type BlockWithin = (node: Node, level: number) => Token[];

/** Spans as markdown-it's inline tokens. */
export class InlineTokens {
  readonly #tokens: Token[] = [];
  #level = 0;

  constructor(
    private readonly Token: TokenConstructor,
    private readonly document: Document,
    private readonly footnotes: Footnotes,
    private readonly blockWithin: BlockWithin | undefined,
  ) {}

  static of(
    Token: TokenConstructor,
    document: Document,
    footnotes: Footnotes,
    nodes: readonly Node[],
    blockWithin?: BlockWithin,
  ): Token[] {
    const builder = new InlineTokens(Token, document, footnotes, blockWithin);
    for (let index = 0; index < nodes.length; index++) builder.add(nodes[index]!);
    return builder.#tokens;
  }

  #push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new this.Token(type, tag, nesting);
    if (nesting < 0) this.#level--;
    token.level = this.#level;
    if (nesting > 0) this.#level++;
    this.#tokens.push(token);
    return token;
  }

  #text(text: string): void {
    if (this.document.options.removeLineBreaksForCjk) text = joinCjkLines(text);
    let from = 0;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', from)) {
      this.#line(text.slice(from, feed));
      this.#push('softbreak', 'br', 0);
      from = feed + 1;
    }
    this.#line(from === 0 ? text : text.slice(from));
  }

  #line(text: string): void {
    if (text === '') return;
    const last = this.#tokens[this.#tokens.length - 1];
    if (last?.type === 'text') last.content += text;
    else this.#push('text', '', 0).content = text;
  }

  #element(type: string, tag: string, node: Node): void {
    this.#push(`${type}_open`, tag, 1).attrs = tokenAttributes(node);
    for (const child of node.children) this.add(child);
    this.#push(`${type}_close`, tag, -1);
  }

  add(node: Node): void {
    if (node.category === 'block' && this.blockWithin) {
      this.#tokens.push(...this.blockWithin(node, this.#level));
      return;
    }
    const { options } = this.document;
    switch (node.type) {
      case 'text':
        return this.#text(node.value);
      case 'smartquote':
        return this.#entity(options.smartQuotes[QUOTE_ORDER.indexOf(node.value as 'lsquo')]!);
      case 'symbol':
        return this.#symbol(node.value);
      case 'entity':
        return this.#entity(node.value, node.rawText);
      case 'em':
      case 'strong':
        return this.#element(node.type, node.type, node);
      case 'a':
        return this.#element('link', 'a', node);
      case 'img':
        return this.#image(node);
      case 'br':
        this.#push('hardbreak', 'br', 0);
        return;
      case 'codespan': {
        const token = this.#push('code_inline', 'code', 0);
        token.markup = '`';
        token.content = node.value;
        token.attrs = tokenAttributes(node);
        return;
      }
      case 'math': {
        const token = this.#push('math_inline', 'math', 0);
        token.markup = '$$';
        token.content = node.value;
        token.attrs = tokenAttributes(node);
        return;
      }
      case 'abbreviation':
        this.#push('abbr_open', 'abbr', 1).attrs = tokenAttributes(node);
        // The real one escapes nothing here.
        if (node.value.includes('<')) this.#markup(node.value);
        else this.#text(node.value);
        this.#push('abbr_close', 'abbr', -1);
        return;
      case 'footnote':
        return this.#footnote(node);
      case 'backlink':
        return this.#backlink(node);
      case 'html':
        return this.#html(node);
      case 'comment':
        this.#markup(`<!-- ${node.value} -->`);
        return;
      default:
        this.#markup(node.value);
    }
  }

  #symbol(name: string): void {
    const own = this.document.options.typographicSymbols.get(name);
    if (own !== undefined) return this.#text(own);
    for (const char of SYMBOL_TEXT.get(name) ?? '') this.#entity(char);
  }

  /** A character as the options want it: as it is, as it was written, by its number or its name. */
  #entity(char: string, written?: string): void {
    const { entityOutput } = this.document.options;
    // Among text, markup would count as what it looks like.
    if (entityOutput === 'as_char' && !MARKUP.has(char)) return this.#text(char);
    const token = this.#push('html_inline', '', 0);
    if (written !== undefined && (entityOutput === 'as_input' || entityOutput === 'as_char')) {
      token.content = written;
      return;
    }
    const code = char.codePointAt(0)!;
    const named = entityOutput === 'symbolic' || MARKUP.has(char) || char === '"';
    token.content = `&${(named ? entityName(code) : undefined) ?? `#${code}`};`;
  }

  #image(node: Node): void {
    const token = this.#push('image', 'img', 0);
    token.attrs = tokenAttributes(node);
    const alt = new this.Token('text', '', 0);
    alt.content = String(token.attrGet('alt') ?? '');
    token.content = alt.content;
    token.children = [alt];
  }

  #footnote(node: Node): void {
    const reference = this.footnotes.refer(node.value);
    if (!reference) return this.#text(`[^${node.value}]`);
    const token = this.#push('footnote_ref', '', 0);
    token.meta = { ...reference };
    token.attrs = tokenAttributes(node);
  }

  #backlink(node: Node): void {
    if (node.rawText) this.#entity(node.rawText);
    const token = this.#push('footnote_anchor', '', 0);
    token.meta = { label: node.value, repeat: node.level! };
  }

  #html(node: Node): void {
    const attrs = tokenAttributes(node);
    if (VOID_ELEMENTS.has(node.value) && node.children.length === 0) {
      const closed = this.#push('html_void', node.value, 0);
      closed.attrs = attrs;
      closed.meta = { category: node.category };
      return;
    }
    this.#push('html_open', node.value, 1).attrs = attrs;
    const raw = node.contentModel === 'raw' && !node.native;
    for (const child of node.children) {
      if (raw && child.type === 'text') this.#rawText(child.value, UNREAD.has(node.value));
      else if (child.type === 'xmlcomment' || child.type === 'xmlpi') this.#markup(child.value);
      else if (child.type === 'html' && node.contentModel === 'raw') this.#html(child);
      else this.add(child);
    }
    this.#push('html_close', node.value, -1);
  }

  #markup(text: string): void {
    this.#push('html_inline', '', 0).content = text;
  }

  /** Text that was not read as Markdown keeps its entities. */
  #rawText(text: string, unread: boolean): void {
    for (const part of splitEntities(text)) {
      if (part.entity) this.#markup(part.text);
      else if (unread) this.#markup(escapeText(part.text));
      else this.#text(part.text);
    }
  }
}

const CJK = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const CJK_LINES = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'gu');
export const joinCjkLines = (text: string): string => text.replace(CJK_LINES, '');
