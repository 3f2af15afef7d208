import type { Document } from '../document';
import { splitEntities } from '../entities';
import { headerText, headerWords, kramdownHeaderId, termId, termText } from '../header-ids';
import { VOID_ELEMENTS } from '../html/elements';
import { addChild, blockNode, spanNode, type Node } from '../tree';
import { tokenAttributes } from './attributes';
import { ELEMENTS, HEADINGS, type ElementNames } from './element-names';
import { Footnotes } from './footnotes';
import { InlineTokens, joinCjkLines } from './inline';
import { indent } from './render-blocks';
import { tocList, type TocHeader } from './toc';
import type { Token, TokenConstructor } from './token';

/** An empty cell shows a no-break space. */
const EMPTY_CELL = spanNode('entity', 0, '\u00a0');

/** Whether what shows ends with the line: of blocks, text without a `<p>` alone need not. */
function endsLine(tokens: readonly Token[]): boolean {
  let index = tokens.length - 1;
  while (tokens[index]?.type === 'paragraph_close' && tokens[index]!.hidden) index--;
  const { type, children } = tokens[index]!;
  if (type === 'toc_place' || type === 'footnote_place') return false;
  return type !== 'inline' || children?.[children.length - 1]?.type === 'softbreak';
}

const showsNothing = ({ type, value }: Node): boolean =>
  value === '' && (type === 'raw' || type === 'text');

function onlyChild(node: Node): Node {
  const parent = blockNode('root', node.line);
  addChild(parent, node);
  return parent;
}

/** Blocks as markdown-it's tokens. */
export class BlockTokens {
  readonly headers: TocHeader[] = [];
  readonly #footnotes: Footnotes;
  readonly #usedIds = new Map<string, number>();
  #tokens: Token[] = [];
  #level = 0;
  /** Tokens that hold the place of what is known at the end. */
  #toc: { readonly list: Node; readonly place: Token } | undefined;
  #footnotePlace: Token | undefined;

  constructor(
    private readonly Token: TokenConstructor,
    private readonly document: Document,
  ) {
    this.#footnotes = new Footnotes(document);
  }

  /** All tokens of the document: its blocks, its table of contents, its footnotes. */
  build(): Token[] {
    this.#children(this.document.root);
    const notes = this.#collect(0, () => this.#footnoteBlock());
    const list = this.#toc && tocList(this.document, this.headers, this.#toc.list);
    const toc = list ? this.#collect(0, () => this.add(list)) : [];
    const inPlace = (token: Token): Token[] => {
      if (token === this.#toc?.place) return toc;
      return token === this.#footnotePlace ? notes : [token];
    };
    const all = this.#footnotePlace ? this.#tokens : this.#tokens.concat(notes);
    return this.#toc || this.#footnotePlace ? all.flatMap(inPlace) : all;
  }

  #collect(level: number, work: () => void): Token[] {
    const tokens = this.#tokens;
    this.#tokens = [];
    this.#level = level;
    work();
    const made = this.#tokens;
    this.#tokens = tokens;
    return made;
  }

  #push(type: string, tag: string, nesting: -1 | 0 | 1, node: Node): Token {
    const token = new this.Token(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.#level--;
    token.level = this.#level;
    if (nesting > 0) this.#level++;
    if (nesting >= 0) token.map = [node.line, Math.max(node.end, node.line + 1)];
    this.#tokens.push(token);
    return token;
  }

  #children(node: Node, inRaw = false): void {
    const { children } = node;
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!;
      if (child.category === 'block') {
        const inText = inRaw || node.type === 'p' || node.type === 'header';
        if (child.type === 'html') this.#html(child, inRaw);
        else if (inText && (child.type === 'xmlcomment' || child.type === 'xmlpi')) {
          this.#push('html_block', '', 0, child).content = child.value;
        } else this.add(child);
        continue;
      }
      // Text that is part of no block.
      const from = index;
      while (children[index + 1]?.category === 'span') index++;
      this.#inline(child, children.slice(from, index + 1));
    }
  }

  #inline(node: Node, children: readonly Node[] = node.children): void {
    const token = this.#push('inline', '', 0, node);
    token.children = InlineTokens.of(
      this.Token,
      this.document,
      this.#footnotes,
      children,
      this.#blockWithin,
    );
    token.content = node.rawText ?? '';
  }

  /** Text, and what blocks `html_to_native` finds among it. */
  #content(node: Node): void {
    const { htmlToNative } = this.document.options;
    if (htmlToNative && node.children.some(({ category }) => category === 'block')) {
      this.#children(node);
    } else this.#inline(node);
  }

  /** The tokens of a block that stands in a span. */
  readonly #blockWithin = (node: Node, level: number): Token[] => {
    const outside = this.#level;
    const tokens = this.#collect(outside + level, () => this.#children(onlyChild(node)));
    this.#level = outside;
    return tokens.flatMap((token) => (token.type === 'inline' ? (token.children ?? []) : [token]));
  };

  #open({ open, tag }: ElementNames, node: Node): void {
    this.#push(open, tag, 1, node).attrs = tokenAttributes(node);
  }

  #close({ close, tag }: ElementNames, node: Node): void {
    this.#push(close, tag, -1, node);
  }

  /** An element that holds blocks. */
  #container(names: ElementNames, node: Node): void {
    this.#open(names, node);
    this.#children(node);
    this.#close(names, node);
  }

  /** An element that holds text. */
  #text(names: ElementNames, node: Node): void {
    this.#open(names, node);
    this.#content(node);
    this.#close(names, node);
  }

  add(node: Node): void {
    switch (node.type) {
      case 'blank':
        this.#tokens.push(this.#blankLine());
        return;
      case 'eob':
        return;
      case 'p':
        return this.#paragraph(node);
      case 'header':
        return this.#header(node);
      case 'hr':
        this.#push('hr', 'hr', 0, node).attrs = tokenAttributes(node);
        return;
      case 'codeblock': {
        const token = this.#push(node.fenced ? 'fence' : 'code_block', 'code', 0, node);
        token.content = node.value;
        token.info = node.language ?? '';
        token.attrs = tokenAttributes(node);
        return;
      }
      case 'math': {
        const token = this.#push('math_block', 'math', 0, node);
        token.markup = '$$';
        token.content = node.value;
        token.attrs = tokenAttributes(node);
        return;
      }
      case 'ol':
      case 'ul':
        return this.#list(node);
      case 'dl':
        return this.#definitionList(node);
      case 'blockquote':
        return this.#container(ELEMENTS.blockquote, node);
      case 'dd':
      case 'li':
        return this.#item(node);
      case 'dt':
        return this.#text(ELEMENTS.dt, node);
      case 'table':
        return this.#table(node);
      case 'tbody':
      case 'tfoot':
      case 'thead':
      case 'tr':
        return this.#container(ELEMENTS[node.type], node);
      case 'td':
        return this.#text(ELEMENTS.td, node);
      case 'html':
        return this.#html(node, false);
      case 'comment':
        this.#indented('html_block', node, `<!-- ${node.value} -->\n`);
        return;
      case 'xmlcomment':
      case 'xmlpi':
        this.#indented('html_block', node, `${node.value}\n`);
        return;
      default:
        if (node.transparent) return;
        this.#push('html_block', '', 0, node).content = `${node.value}\n`;
    }
  }

  /** Space between blocks; it stands on no line of its own that anyone asks for. */
  #blankLine(): Token {
    const token = new this.Token('blank_line', '', 0);
    token.block = true;
    token.hidden = true;
    token.level = this.#level;
    return token;
  }

  #indented(type: string, node: Node, content: string): void {
    const token = this.#push(type, '', 0, node);
    token.content = indent(token) + content;
  }

  /** An item's text stands beside its tag, its blocks on lines of their own. */
  #item(node: Node): void {
    const names = node.type === 'dd' ? ELEMENTS.dd : ELEMENTS.li;
    const open = this.#push(names.open, names.tag, 1, node);
    open.attrs = tokenAttributes(node);
    this.#children(node);
    const empty = this.#tokens[this.#tokens.length - 1] === open;
    const head = node.children[0];
    const text = head?.type === 'p' && head.transparent === true;
    const ends = !text || endsLine(this.#tokens);
    if (!empty && !text) open.meta = { ownLine: true };
    const close = this.#push(names.close, names.tag, -1, node);
    if (!empty && ends) close.meta = { ownLine: true };
  }

  #paragraph(node: Node): void {
    const open = this.#push('paragraph_open', 'p', 1, node);
    open.attrs = tokenAttributes(node);
    open.hidden = node.transparent === true;
    this.#content(node);
    this.#push('paragraph_close', 'p', -1, node).hidden = open.hidden;
  }

  #header(node: Node): void {
    const { autoIds, autoIdPrefix, headerOffset, tocLevels } = this.document.options;
    const { attributes } = node;
    if (autoIds && !attributes.has('id')) {
      const { autoIdStripping, gfm } = this.document.options;
      const words = autoIdStripping ? headerWords(node) : (node.rawText ?? '');
      const source = gfm ? headerText(node) : words;
      attributes.set('id', kramdownHeaderId(source, autoIdPrefix, this.#usedIds));
    }
    const id = attributes.get('id');
    const hidden = /\bno_toc\b/.test(attributes.get('class') ?? '');
    if (id !== undefined && tocLevels.includes(node.level!) && !hidden) {
      this.headers.push({ level: node.level!, id, node });
    }
    if (id === '') attributes.delete('id');
    const level = Math.max(1, Math.min(6, node.level! + headerOffset));
    this.#text(HEADINGS[level - 1]!, node);
  }

  #list(node: Node): void {
    const references = node.list?.references ?? [];
    if (references.includes('toc') && !this.#toc) {
      this.#toc = { list: node, place: this.#push('toc_place', '', 0, node) };
    } else if (references.includes('footnotes') && !this.#footnotePlace) {
      this.#footnotePlace = this.#push('footnote_place', '', 0, node);
    } else this.#container(node.type === 'ol' ? ELEMENTS.ol : ELEMENTS.ul, node);
  }

  #definitionList(node: Node): void {
    const auto = node.list?.references.find((name) => name.startsWith('auto_ids'));
    if (auto !== undefined) {
      const prefix = auto.startsWith('auto_ids-') ? auto.slice('auto_ids-'.length) : '';
      for (const child of node.children) {
        if (child.type !== 'dt' || child.attributes.has('id')) continue;
        const id = termId(termText(child, this.document.options.gfm), prefix);
        child.attributes.set('id', id);
      }
    }
    this.#container(ELEMENTS.dl, node);
  }

  #table(node: Node): void {
    this.#open(ELEMENTS.table, node);
    for (const group of node.children) {
      const names = ELEMENTS[group.type as 'tbody'];
      this.#open(names, group);
      const cell = group.type === 'thead' ? ELEMENTS.th : ELEMENTS.td;
      for (const row of group.children) this.#row(row, node, cell);
      this.#close(names, group);
    }
    this.#close(ELEMENTS.table, node);
  }

  #row(row: Node, table: Node, names: ElementNames): void {
    this.#open(ELEMENTS.tr, row);
    row.children.forEach((cell, index) => {
      const alignment = table.alignment![index];
      if (alignment && alignment !== 'default') {
        const style = cell.attributes.get('style');
        const own = `text-align: ${alignment}`;
        cell.attributes.set('style', style ? `${style}; ${own}` : own);
      }
      this.#open(names, cell);
      if (!cell.children.every(showsNothing)) this.#content(cell);
      else this.#inline(cell, [EMPTY_CELL]);
      this.#close(names, cell);
    });
    this.#close(ELEMENTS.tr, row);
  }

  #html(node: Node, inRaw: boolean): void {
    const attrs = tokenAttributes(node);
    const empty = node.children.length === 0;
    const meta = { raw: inRaw, model: empty ? 'raw' : (node.contentModel ?? 'raw') };
    const isVoid = VOID_ELEMENTS.has(node.value) || (node.closed && node.contentModel === 'raw');
    if (empty && isVoid) {
      const token = this.#push('html_void', node.value, 0, node);
      token.attrs = attrs;
      token.meta = meta;
      return;
    }
    const open = this.#push('html_open', node.value, 1, node);
    open.attrs = attrs;
    open.meta = meta;
    if (node.contentModel === 'block') this.#children(node);
    else if (node.contentModel === 'span') this.#content(node);
    else if (node.native) this.#children(node, true);
    else this.#rawChildren(node);
    const openLine = !endsLine(this.#tokens);
    this.#push('html_close', node.value, -1, node).meta = { ...meta, openLine };
  }

  #rawChildren(node: Node): void {
    for (const child of node.children) {
      if (child.type === 'html') this.#html(child, true);
      else if (child.type === 'text') this.#rawText(child);
      else this.#push('html_block', '', 0, child).content = child.value;
    }
  }

  #rawText(node: Node): void {
    const { removeLineBreaksForCjk } = this.document.options;
    const source = removeLineBreaksForCjk ? joinCjkLines(node.value) : node.value;
    for (const { text, entity } of splitEntities(source)) {
      if (text === '') continue;
      this.#push(entity ? 'html_block' : 'html_text', '', 0, node).content = text;
    }
  }

  #footnoteBlock(): void {
    if (!this.#footnotes.any) return;
    const { footnoteNr } = this.document.options;
    const block = blockNode('root', this.document.root.end);
    this.#push('footnote_block_open', 'div', 1, block).meta = { start: footnoteNr };
    // The block is a list in an element.
    this.#level++;
    for (;;) {
      const definition = this.#footnotes.next();
      if (!definition) break;
      const { content, name } = definition;
      this.#push('footnote_open', 'li', 1, content).meta = { label: name };
      const shown = blockNode('root', content.line);
      shown.children = this.#footnotes.addBacklinks(definition);
      this.#children(shown);
      this.#push('footnote_close', 'li', -1, content);
    }
    this.#level--;
    this.#push('footnote_block_close', 'div', -1, block);
  }
}
