/** The tree between kramdown's grammar and markdown-it's tokens. */

export type BlockType =
  | 'blank'
  | 'blockquote'
  | 'codeblock'
  | 'dd'
  | 'dl'
  | 'dt'
  | 'eob'
  | 'header'
  | 'hr'
  | 'li'
  | 'ol'
  | 'p'
  | 'root'
  | 'table'
  | 'tbody'
  | 'td'
  | 'tfoot'
  | 'thead'
  | 'tr'
  | 'ul';
export type SpanType =
  | 'a'
  | 'abbreviation'
  | 'br'
  | 'codespan'
  | 'em'
  | 'entity'
  | 'footnote'
  | 'img'
  | 'smartquote'
  | 'strong'
  | 'symbol'
  | 'text'
  | 'written';
/** These occur among blocks and among spans: `category` says which. */
export type EitherType = 'backlink' | 'comment' | 'html' | 'math' | 'raw' | 'xmlcomment' | 'xmlpi';
/** Text of which the spans are still to be read. */
export type NodeType = BlockType | SpanType | EitherType | 'rawtext';

export type Attributes = Map<string, string>;

/** What an attribute list says: attributes, and names of definitions to take more from. */
export interface AttributeList {
  readonly attributes: Attributes;
  readonly references: string[];
}

export type ContentModel = 'block' | 'raw' | 'span';
export type Alignment = 'center' | 'default' | 'left' | 'right';

/** Most nodes are texts without any: they share what they do not have. `addChild` knows of it. */
export const NO_CHILDREN = Object.freeze([]) as unknown as Node[];

/**
 * Fields that few nodes have are declared only: each that is there costs memory in all of them. What
 * is asked of every node is there, so that they have one shape.
 */
export class Node {
  children: Node[];
  /** The line of the document behind the last, counted from 0. */
  end: number;
  list: AttributeList | undefined;
  /** A paragraph that shows no `<p>`, or raw text for other formats than HTML. */
  transparent: boolean | undefined;
  /** Of an HTML element and of what `html_to_native` made of it. */
  declare contentModel?: ContentModel;
  /** What `html_to_native` made of an HTML element, or left: its text has been read. */
  declare native?: boolean;
  /** An HTML element written as `<x />`. */
  declare closed?: boolean;
  /** Which definition stands here; an attribute list below is the definition's. */
  declare definition?: 'abbreviation' | 'footnote' | 'link' | 'list' | 'other';
  declare level?: number;
  rawText: string | undefined;
  declare fenced?: boolean;
  /** The language as written, with what follows its `?`. */
  declare language?: string;
  declare alignment?: Alignment[];
  /** A definition list item after a blank line shows its `<p>`. */
  declare firstAsParagraph?: boolean;
  /** What stands last is a definition or a mark, which shows nothing. */
  declare markAtEnd?: boolean;
  private own: Attributes | undefined;

  constructor(
    readonly type: NodeType,
    readonly category: 'block' | 'span',
    /** The first line of the document, counted from 0. */
    readonly line: number,
    /** Text, tag name or code, as the type wants. */
    public value: string,
  ) {
    this.list = undefined;
    this.transparent = undefined;
    this.rawText = undefined;
    this.own = undefined;
    this.children = NO_CHILDREN;
    this.end = category === 'block' ? line + 1 : line;
  }

  get attributes(): Attributes {
    return (this.own ??= new Map());
  }

  set attributes(attributes: Attributes) {
    this.own = attributes;
  }

  get hasAttributes(): boolean {
    return this.own !== undefined && this.own.size > 0;
  }
}

export function blockNode(type: NodeType, line: number, value = ''): Node {
  return new Node(type, 'block', line, value);
}

export function spanNode(type: NodeType, line: number, value = ''): Node {
  return new Node(type, 'span', line, value);
}

export const lastChild = (node: Node): Node | undefined => node.children[node.children.length - 1];

/**
 * Adds a child behind the others. A list of one is made to its measure: an array that grows takes
 * room for sixteen more, and most nodes have one child.
 */
export function addChild(parent: Node, child: Node): void {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
}

/** Adds text to the last text of its kind. */
export function addText(
  parent: Node,
  text: string,
  line: number,
  type: 'rawtext' | 'text' = 'text',
): void {
  if (text === '') return;
  const last = lastChild(parent);
  if (last?.type === type) last.value += text;
  else addChild(parent, spanNode(type, line, text));
}
