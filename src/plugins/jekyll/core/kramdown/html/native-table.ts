import { blockNode, Node, type Alignment } from '../tree';
import { BLOCK_ELEMENTS } from './elements';

/** Tables of HTML that Markdown could have written. */

const GROUPS = new Set(['tbody', 'tfoot', 'thead']);
const ALIGNMENT = /(?:;[ \t\n\v\f\r]*)?text-align:[ \t\n\v\f\r]+(center|left|right)/;

/** The table as one of Markdown; undefined if it holds what such a table cannot. */
export function nativeTable(node: Node, convert: (child: Node) => Node): Node | undefined {
  const parts = elementsOf(node);
  if (parts === undefined || parts.length === 0) return undefined;
  const grouped = GROUPS.has(parts[0]!.value);
  if (grouped && !isGrouped(parts)) return undefined;
  const rows = grouped ? parts.flatMap((group) => rowsOf(group)) : parts.map(asRow);
  if (rows.some((row) => row === undefined)) return undefined;
  const cells = (rows as Row[]).map(({ children }) => children);
  const alignment = cells[0] ? alignmentOf(cells) : [];
  if (!alignment) return undefined;
  for (const row of cells) for (const cell of row) withoutAlignment(cell);

  const table = new Node('table', 'block', node.line, '');
  table.end = node.end;
  if (node.hasAttributes) table.attributes = node.attributes;
  if (node.list) table.list = node.list;
  table.alignment = alignment;
  if (grouped) table.children = parts.map(convert);
  else {
    const body = blockNode('tbody', node.line);
    body.end = node.end;
    body.children = parts.map(convert);
    table.children = [body];
  }
  return table;
}

/** The elements in a part of a table; undefined if there is anything but text beside them. */
function elementsOf({ children }: Node): Node[] | undefined {
  const elements = children.filter(({ type }) => type !== 'text');
  return elements.every(({ type }) => type === 'html') ? elements : undefined;
}

/** A head is nothing without a body. */
const isGrouped = (parts: readonly Node[]): boolean =>
  parts.every(({ value }) => GROUPS.has(value)) && parts.some(({ value }) => value === 'tbody');

interface Row {
  readonly children: readonly Node[];
}

function rowsOf(group: Node): (Row | undefined)[] {
  return (elementsOf(group) ?? [undefined]).map((row) =>
    row ? asRow(row, group.value === 'thead' ? 'th' : 'td') : undefined,
  );
}

function asRow(row: Node, cell: unknown = 'td'): Row | undefined {
  const name = cell === 'th' ? 'th' : 'td';
  const cells = row.value === 'tr' ? elementsOf(row) : undefined;
  if (!cells?.every((each) => each.value === name && !hasBlocks(each))) return undefined;
  return { children: cells };
}

const hasBlocks = ({ children }: Node): boolean =>
  children.some(
    (child) => (child.type === 'html' && BLOCK_ELEMENTS.has(child.value)) || hasBlocks(child),
  );

/** How the columns are aligned; undefined if the cells of one differ. */
function alignmentOf(rows: readonly (readonly Node[])[]): Alignment[] | undefined {
  const all = rows.map((row) =>
    row.map(
      (cell) => (ALIGNMENT.exec(cell.attributes.get('style') ?? '')?.[1] ?? 'default') as Alignment,
    ),
  );
  const first = all[0]!;
  const same = all.every((row) => row.join() === first.join());
  return same && !rows.flat().some(isJustified) ? first : undefined;
}

const isJustified = (cell: Node): boolean =>
  /text-align:\s+justify/.test(cell.attributes.get('style') ?? '');

function withoutAlignment(cell: Node): void {
  const style = cell.attributes.get('style');
  if (style === undefined || !ALIGNMENT.test(style)) return;
  const rest = style.replace(ALIGNMENT, '');
  if (rest === '') cell.attributes.delete('style');
  else cell.attributes.set('style', rest);
}
