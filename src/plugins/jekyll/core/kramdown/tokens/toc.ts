import { TOC_ENTRY_STEPS } from '../budget';
import type { Document } from '../document';
import { addChild, blockNode, Node, spanNode } from '../tree';

export interface TocHeader {
  readonly level: number;
  readonly id: string;
  readonly node: Node;
}

/** One header of the table of contents, with the headers below it. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  readonly node: Node;
  readonly children: TocEntry[];
}

/** Headers by their levels: a deeper one belongs to the one before. */
export function tocTree(headers: readonly TocHeader[]): TocEntry[] {
  const top: TocEntry[] = [];
  const open: TocEntry[] = [];
  for (const { level, id, node } of headers) {
    while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
    const entry = { level, id, node, children: [] };
    (open[open.length - 1]?.children ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

/**
 * The list that stands where the text says `{:toc}`.
 * @see https://kramdown.gettalong.org/converter/html.html#toc
 */
export function tocList(
  { budget, warnings }: Document,
  headers: readonly TocHeader[],
  marked: Node,
): Node | undefined {
  let count = 0;
  while (count < headers.length && budget.allows(TOC_ENTRY_STEPS)) count++;
  if (count < headers.length) {
    warnings.add(
      'too-much-work',
      marked.line,
      `The table of contents on line ${marked.line + 1} takes too much work - it has ${count} of ${headers.length} headers`,
    );
  }
  const entries = tocTree(headers.slice(0, count));
  if (entries.length === 0) return undefined;
  const attributes = new Map(marked.attributes);
  if (!attributes.has('id')) attributes.set('id', 'markdown-toc');
  const type = marked.type === 'ol' ? 'ol' : 'ul';
  const list = listOf(entries, type, attributes.get('id')!, marked.line);
  list.attributes = attributes;
  return list;
}

function listOf(
  entries: readonly TocEntry[],
  type: 'ol' | 'ul',
  prefix: string,
  line: number,
): Node {
  const list = blockNode(type, line);
  for (const { id, node, children } of entries) {
    const item = blockNode('li', line);
    const paragraph = blockNode('p', line);
    paragraph.transparent = true;
    const link = spanNode('a', line);
    link.attributes.set('href', `#${id}`);
    link.attributes.set('id', `${prefix}-${id}`);
    link.children = withoutLinks(node.children);
    addChild(paragraph, link);
    addChild(item, paragraph);
    if (children.length > 0) addChild(item, listOf(children, type, prefix, line));
    addChild(list, item);
  }
  return list;
}

/** In a link there are no links and no footnote marks; other elements stand twice, ids and all. */
function withoutLinks(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'footnote') return [];
    if (node.type === 'a') return withoutLinks(node.children);
    const copy = new Node(node.type, node.category, node.line, node.value);
    if (node.hasAttributes) copy.attributes = node.attributes;
    copy.children = withoutLinks(node.children);
    if (node.contentModel) copy.contentModel = node.contentModel;
    if (node.native) copy.native = true;
    if (node.rawText !== undefined) copy.rawText = node.rawText;
    return [copy];
  });
}
