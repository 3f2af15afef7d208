import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements around and at the ends of which HTML shows no white space. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html ' +
    'legend li link main menu meta nav noframes ol optgroup option p pre script search section ' +
    'style summary table tbody td template tfoot th thead title tr ul'
  ).split(' '),
);
/** Elements whose white space counts as it is written. */
const VERBATIM = new Set(['pre', 'code', 'textarea', 'script', 'style', 'xmp', 'listing']);
/** Classes of rouge's wrappers: only within them a `span` may be a colour. */
const HIGHLIGHTED = /(?:^|\s)(?:highlighter-rouge|highlight|rouge-code|rouge-table)(?:\s|$)/;

interface Around {
  readonly verbatim: boolean;
  readonly highlighted: boolean;
}

interface Piece {
  readonly kind: 'text' | 'block' | 'inline';
  readonly text: string;
}

/**
 * HTML in a form that is equal for equal documents: one line for each tag and text, attributes in
 * order of their names, no white space around blocks, runs of it one blank, no colours in code.
 */
export function canonical(html: string): string {
  const root = parseFragment(html);
  return children(root, true, { verbatim: false, highlighted: false }).join('\n');
}

/** Whether two pieces of HTML are the same document. */
export const sameDom = (left: string, right: string): boolean =>
  left === right || canonical(left) === canonical(right);

function children(node: Tree.ParentNode, inBlock: boolean, around: Around): string[] {
  const pieces = flatten(node.childNodes, around);
  const lines: string[] = [];
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text') {
      lines.push(piece.text);
      return;
    }
    const text = around.verbatim
      ? piece.text
      : shown(piece.text, edge(pieces[index - 1], inBlock), edge(pieces[index + 1], inBlock));
    if (text !== '') lines.push(JSON.stringify(text));
  });
  return lines;
}

const edge = (neighbour: Piece | undefined, inBlock: boolean): boolean =>
  neighbour === undefined ? inBlock : neighbour.kind === 'block';

/** Text as HTML shows it, beside a block or the end of one, or beside inline content. */
function shown(text: string, afterBlock: boolean, beforeBlock: boolean): string {
  let result = text.replace(/[ \t\n\f\r]+/g, ' ');
  if (afterBlock) result = result.replace(/^ /, '');
  if (beforeBlock) result = result.replace(/ $/, '');
  return result;
}

/** The pieces of a node's content; text that only colours stood between is one piece. */
function flatten(nodes: readonly Tree.ChildNode[], around: Around): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
    else pieces.push(piece);
  };
  for (const node of nodes) {
    if ('value' in node) add({ kind: 'text', text: withoutColours(node) });
    else if ('data' in node) add({ kind: 'inline', text: `<!--${JSON.stringify(node.data)}-->` });
    else if ('tagName' in node) {
      if (isColour(node, around)) flatten(node.childNodes, around).forEach(add);
      else add(element(node, around));
    } else add({ kind: 'inline', text: `<!doctype ${node.name}>` });
  }
  return pieces;
}

/** A `span` that the highlighter put there: it has a class and nothing else. */
const isColour = (node: Tree.Element, around: Around): boolean =>
  around.verbatim &&
  around.highlighted &&
  node.tagName === 'span' &&
  node.attrs.every(({ name }) => name === 'class');

/** Code that HTML does not read, in a script or the like, in which colours are text too. */
const UNREAD_CODE =
  /(<code class="[^"]*\bhighlighter-rouge">|<pre class="\w+"><code>)([^]*?)(?=<\/code>)/g;

function withoutColours({ value, parentNode }: Tree.TextNode): string {
  if (!/^(?:iframe|script|style|textarea|title)$/.test(parentNode?.nodeName ?? '')) return value;
  return value.replace(
    UNREAD_CODE,
    (_, open: string, code: string) => open + code.replace(/<span class="\w+">|<\/span>/g, ''),
  );
}

function element(node: Tree.Element, around: Around): Piece {
  const { tagName } = node;
  const isBlock = BLOCKS.has(tagName);
  const classes = node.attrs.find(({ name }) => name === 'class')?.value ?? '';
  const within: Around = {
    verbatim: around.verbatim || VERBATIM.has(tagName),
    highlighted: around.highlighted || HIGHLIGHTED.test(classes),
  };
  const content = 'content' in node ? (node as Tree.Template).content : node;
  dropFirstFeed(content, within);
  const inner = children(content, isBlock, within).join('\n').replace(/^/gm, '  ');
  const open = `<${[tagName, ...attributes(node)].join(' ')}>`;
  return {
    kind: isBlock ? 'block' : 'inline',
    text: inner.trim() === '' ? `${open}</${tagName}>` : `${open}\n${inner}\n</${tagName}>`,
  };
}

/** HTML reads no line feed at the start of `<pre>`, but for a colour that begins with one. */
function dropFirstFeed(node: Tree.ParentNode, around: Around): void {
  const first = node.nodeName === 'pre' ? node.childNodes[0] : undefined;
  if (!first || !('tagName' in first) || !isColour(first, around)) return;
  const text = first.childNodes[0];
  if (text && 'value' in text) text.value = text.value.replace(/^\n/, '');
}

const attributes = (node: Tree.Element): string[] =>
  node.attrs
    .map(
      ({ name, prefix, value }) => `${prefix ? `${prefix}:` : ''}${name}=${JSON.stringify(value)}`,
    )
    .sort();
