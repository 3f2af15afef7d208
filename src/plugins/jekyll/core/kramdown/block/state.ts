import type { Document } from '../document';
import type { Scanner } from '../scanner';
import {
  addChild,
  blockNode,
  lastChild,
  type AttributeList,
  type Node,
  type NodeType,
} from '../tree';

/** Where block rules are at work: a place in a text, and the element that gets what they find. */
export class BlockState {
  /** An attribute list that waits for the next block. */
  pending: AttributeList | undefined;
  /** The parent's closing tag has been read. */
  closed = false;

  constructor(
    readonly document: Document,
    readonly scanner: Scanner,
    readonly parent: Node,
  ) {}

  get line(): number {
    return this.scanner.lineAt();
  }

  get last(): Node | undefined {
    return lastChild(this.parent);
  }

  /** A new element that takes the waiting attribute list. It is not in the tree yet. */
  node(type: NodeType, line: number, value = ''): Node {
    const node = blockNode(type, line, value);
    if (this.pending && type !== 'blank' && type !== 'eob') node.list = this.pending;
    return node;
  }

  push(node: Node): void {
    addChild(this.parent, node);
  }

  /** Puts a mark where a definition stood: it ends what was before. */
  pushMark(definition: Node['definition'], line: number): Node {
    const mark = blockNode('eob', line);
    mark.definition = definition;
    if (this.pending) mark.list = this.pending;
    this.push(mark);
    return mark;
  }
}

/** Reads blocks from the state's place on; true if the parent's closing tag ended them. */
export type ParseBlocks = (state: BlockState) => boolean;

/** Tries to read one block; false, with nothing changed, if there is none of its kind. */
export type BlockRule = (state: BlockState) => boolean;
