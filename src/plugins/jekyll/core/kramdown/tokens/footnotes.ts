import type { Document, FootnoteDefinition } from '../document';
import { addChild, blockNode, lastChild, spanNode, type Node } from '../tree';

/** What a mark in the text says of its footnote. */
export interface FootnoteReference {
  readonly label: string;
  readonly number: number;
  /** How many marks came before. */
  readonly repeat: number;
}

interface UsedFootnote {
  readonly definition: FootnoteDefinition;
  readonly number: number;
  repeat: number;
}

/** Footnotes in the order in which the text refers to them. */
export class Footnotes {
  readonly #used = new Map<string, UsedFootnote>();
  readonly #queue: UsedFootnote[] = [];
  #next = 0;

  constructor(private readonly document: Document) {}

  get any(): boolean {
    return this.#used.size > 0;
  }

  refer(name: string): FootnoteReference | undefined {
    const definition = this.document.footnotes.get(name);
    if (!definition) return undefined;
    const known = this.#used.get(name);
    if (known) {
      known.repeat++;
      return { label: name, number: known.number, repeat: known.repeat };
    }
    const number = this.document.options.footnoteNr + this.#used.size;
    const used = { definition, number, repeat: 0 };
    this.#used.set(name, used);
    this.#queue.push(used);
    return { label: name, number, repeat: 0 };
  }

  /** The next footnote to show; showing one may refer to others. */
  next(): FootnoteDefinition | undefined {
    return this.#queue[this.#next++]?.definition;
  }

  /** Puts the links back to the text behind a footnote's last paragraph, or into one of their own. */
  addBacklinks({ name, content }: FootnoteDefinition): Node[] {
    const { footnoteBacklink, footnoteBacklinkInline } = this.document.options;
    const children = [...content.children];
    let target: Node | undefined;
    const last = children.findLast(({ type }) => type !== 'blank');
    if (last && !content.markAtEnd && (last.type === 'p' || footnoteBacklinkInline)) {
      target = lastParagraph(last);
    }
    const gap = target ? '\u00a0' : '';
    if (!target) {
      target = blockNode('p', content.line);
      target.end = content.end;
      children.push(target);
    }
    if (footnoteBacklink === '') return children;
    const used = this.#used.get(name)!;
    for (let repeat = 0; repeat <= used.repeat; repeat++) {
      const link = spanNode('backlink', target.line, name);
      link.level = repeat;
      link.rawText = repeat > 0 ? '\u00a0' : gap;
      addChild(target, link);
    }
    return children;
  }
}

function lastParagraph(node: Node): Node | undefined {
  let found: Node | undefined = node;
  while (found && found.type !== 'p' && found.type !== 'header') found = lastChild(found);
  return found;
}
