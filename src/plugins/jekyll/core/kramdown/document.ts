import { Budget } from './budget';
import { newAttributeList } from './attribute-list';
import type { ResolvedOptions } from './resolve-options';
import { blockNode, type AttributeList, type Node } from './tree';
import { Warnings } from './warnings';

export interface LinkDefinition {
  readonly url: string;
  readonly title: string | null;
  /** Where it stands; an attribute list below it is the links'. */
  readonly node?: Node;
}

export interface FootnoteDefinition {
  readonly name: string;
  readonly content: Node;
  /** Whether a mark has been read that refers to it, be it in a footnote that nothing shows. */
  referred: boolean;
}

export interface Abbreviation {
  readonly title: string;
  readonly node: Node;
}

/** Everything that the parts of one document share. */
export class Document {
  readonly root = blockNode('root', 0);
  readonly warnings = new Warnings();
  readonly budget: Budget;
  readonly links = new Map<string, LinkDefinition>();
  readonly footnotes = new Map<string, FootnoteDefinition>();
  readonly abbreviations = new Map<string, Abbreviation>();
  readonly attributeLists = new Map<string, AttributeList>();
  /** Whether any line ends in a backslash: white space behind it may go. */
  readonly hasBreaks: boolean;
  /** How often GFM's header ids have been given. */
  readonly gfmIds = new Map<string, number>();

  constructor(
    readonly options: ResolvedOptions,
    source: string,
  ) {
    this.budget = new Budget(source.length, this.warnings);
    this.hasBreaks = /\\[ \t\v\f\r]*\n/.test(source);
    for (const [id, [url, title]] of options.linkDefs) this.links.set(linkId(id), { url, title });
  }

  attributeList(name: string): AttributeList {
    let list = this.attributeLists.get(name);
    if (!list) this.attributeLists.set(name, (list = newAttributeList()));
    return list;
  }
}

/** Names of links are the same in any case and with any white space. */
export function linkId(text: string): string {
  return text.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase();
}
