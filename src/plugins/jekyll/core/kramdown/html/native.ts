import { entityCode } from '../entities';
import { isSpace, lstrip, rstrip } from '../pattern';
import { addChild, blockNode, Node, spanNode, type Attributes } from '../tree';
import { contentModel, SPAN_ELEMENTS } from './elements';
import { nativeTable } from './native-table';

/**
 * The option `html_to_native`: elements of HTML become what Markdown would have made, as far as
 * there is such a thing, and the white space in them becomes that of Markdown.
 * @see https://kramdown.gettalong.org/options.html#option-html-to-native
 */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that are an element of Markdown by the same name. */
const SIMPLE = set('blockquote br dd dl dt hr img li ol p tbody td tfoot th thead tr ul');
const NO_TEXT = set(
  'colgroup dl head hgroup html ol optgroup select table tbody tfoot thead tr ul',
);
/** Text in these is a paragraph without `<p>`. */
const WRAPPED = set(
  'address article aside blockquote body dd div fieldset figcaption figure footer form header li ' +
    'nav section',
);
const STRIPPED = set(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption footer form ' +
    'header legend li nav p section td th',
);
const NO_SPACE_BETWEEN_BLOCKS = new Set([...WRAPPED, 'td', 'th']);
const EMPHASIS: Readonly<Record<string, 'em' | 'strong'>> = {
  b: 'strong',
  em: 'em',
  i: 'em',
  strong: 'strong',
};
const MATH_SCRIPT = /\bmath\/tex\b/;
const CDATA = /^(?:%\s*)?<!\[CDATA\[\n?([^]*?)(?:\s%\s*)?\]\]>$/;

/** Converts an element, with what is in it, that has just been read. */
export function toNative(node: Node): Node {
  return node.type === 'html' ? convert(node, true) : node;
}

/** With `native` false only the form changes: nothing in the element is Markdown's. */
function convert(node: Node, native: boolean, preserve = false): Node {
  const name = node.value;
  if (!native) return kept(node, false);
  if (/^h[1-6]$/.test(name)) return header(node);
  switch (name) {
    case 'a':
      return node.attributes.has('href') ? renamed(node, 'a', 'span') : kept(node, false);
    case 'b':
    case 'em':
    case 'i':
    case 'strong':
      return emphasis(node, EMPHASIS[name]!);
    case 'code':
      return code(node, 'codespan');
    case 'pre':
      return code(node, 'codeblock');
    case 'script':
      return script(node);
    case 'table':
      return nativeTable(node, (child) => convert(child, true)) ?? kept(node, false);
    case 'textarea':
      return kept(node, true, true);
  }
  if (!SIMPLE.has(name)) return settled(kept(node, true, preserve), name);
  const type = name === 'th' ? 'td' : (name as 'p');
  const category = SPAN_ELEMENTS.has(name) ? 'span' : 'block';
  return settled(renamed(node, type, category, preserve), name);
}

/** The real one forgets an attribute list. */
function copyOf(node: Node, type: Node['type'], category: Node['category'], value: string): Node {
  const copy = new Node(type, category, node.line, value);
  copy.children = [];
  copy.end = node.end;
  if (node.hasAttributes) copy.attributes = node.attributes;
  return copy;
}

/** The element as an element of HTML. */
function kept(node: Node, native: boolean, preserve = false): Node {
  const category = SPAN_ELEMENTS.has(node.value) ? 'span' : 'block';
  const copy = copyOf(node, 'html', category, node.value);
  copy.contentModel = native ? contentModel(node.value) : 'raw';
  copy.native = true;
  copy.children = children(node, native, preserve);
  return copy;
}

function renamed(
  node: Node,
  type: Node['type'],
  category: Node['category'],
  preserve = false,
): Node {
  const copy = copyOf(node, type, category, '');
  if (node.contentModel) copy.contentModel = node.contentModel;
  copy.children = children(node, true, preserve);
  return copy;
}

function children(node: Node, native: boolean, preserve = false): Node[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text' || child.type === 'written') return texts(child, !native || preserve);
    return child.type === 'html' ? [convert(child, native, preserve)] : [child];
  });
}

const ENTITY = /&(?:([\w:][\w:.-]*)|#(\d+)|#x([0-9a-fA-F]+));/g;

function characterOf(name?: string, decimal?: string, hex?: string): string | undefined {
  const code =
    name !== undefined
      ? entityCode(name)
      : Number.parseInt((decimal ?? hex)!, decimal !== undefined ? 10 : 16);
  const known = code !== undefined && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return known ? String.fromCodePoint(code) : undefined;
}

/** Raw text as text and entities; a run of white space is a blank, unless it is to be preserved. */
function texts(node: Node, preserve: boolean): Node[] {
  const source = preserve ? node.value : node.value.replace(/[ \t\n\v\f\r]+/g, ' ');
  const out: Node[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') out.push(spanNode('text', node.line, text));
    text = '';
  };
  let from = 0;
  for (const { index, 0: written, 1: name, 2: decimal, 3: hex } of source.matchAll(ENTITY)) {
    text += source.slice(from, index);
    from = index + written.length;
    const char = characterOf(name, decimal, hex);
    flush();
    const entity = spanNode('entity', node.line, char ?? '&');
    if (char === undefined) text = written.slice(1);
    else entity.rawText = written;
    out.push(entity);
  }
  text += source.slice(from);
  flush();
  return out;
}

/** The source text of an element, without its tags. */
function textOf(node: Node): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : textOf(child)))
    .join('');
}

function header(node: Node): Node {
  const copy = renamed(node, 'header', 'block');
  copy.level = Number(node.value[1]);
  copy.rawText = textOf(node);
  return copy;
}

/** Markdown has no emphasis with white space at its ends. */
function emphasis(node: Node, type: 'em' | 'strong'): Node {
  const text = textOf(node);
  const spaced = isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1));
  return spaced ? kept(node, false) : renamed(node, type, 'span');
}

function code(node: Node, type: 'codeblock' | 'codespan'): Node {
  const text = textOf(node).replace(
    ENTITY,
    (written, name?: string, decimal?: string, hex?: string) =>
      characterOf(name, decimal, hex) ?? written,
  );
  const copy = copyOf(node, type, type === 'codespan' ? 'span' : 'block', text);
  copy.native = true;
  const [inner, ...more] = node.children;
  if (type === 'codeblock' && inner?.value === 'code' && more.length === 0) {
    const language = /\blanguage-[\w-]+\b/.exec(inner.attributes.get('class') ?? '');
    if (language) addLanguage(copy.attributes, language[0]);
  }
  return copy;
}

function addLanguage(attributes: Attributes, language: string): void {
  const own = attributes.get('class');
  attributes.set('class', own ? `${language} ${own}` : language);
}

/** What MathJax takes for a formula is one. */
function script(node: Node): Node {
  const type = node.attributes.get('type') ?? '';
  if (!MATH_SCRIPT.test(type)) return kept(node, true);
  const display = /mode=display/.test(type);
  const text = (node.children[0]?.value ?? '').replace(CDATA, '$1');
  const copy = copyOf(node, 'math', display ? 'block' : 'span', text);
  copy.attributes = new Map([...node.attributes].filter(([name]) => name !== 'type'));
  return copy;
}

/** Takes away the white space that means nothing in the element, and makes paragraphs of text. */
function settled(node: Node, name: string): Node {
  if (NO_TEXT.has(name)) {
    node.children = node.children.filter(({ type }) => type !== 'text' && type !== 'entity');
  }
  if (STRIPPED.has(name)) strip(node);
  if (NO_SPACE_BETWEEN_BLOCKS.has(name)) removeSpace(node);
  if (WRAPPED.has(name)) wrap(node);
  if (name === 'dt') node.rawText = textOf(node);
  return node;
}

function strip({ children: all }: Node): void {
  const first = all[0];
  if (first?.type === 'text') first.value = lstrip(first.value);
  const last = all[all.length - 1];
  if (last?.type === 'text') last.value = rstrip(last.value);
}

const isBlock = (node: Node | undefined): boolean => !node || node.category === 'block';

function removeSpace(node: Node): void {
  node.children = node.children.filter(
    (child, index, all) =>
      child.type !== 'text' ||
      lstrip(child.value) !== '' ||
      !(isBlock(all[index - 1]) && isBlock(all[index + 1])),
  );
}

function wrap(node: Node): void {
  const out: Node[] = [];
  let paragraph: Node | undefined;
  for (const child of node.children) {
    if (child.category === 'block') {
      paragraph = undefined;
      out.push(child);
      continue;
    }
    if (!paragraph) {
      paragraph = blockNode('p', child.line);
      paragraph.transparent = true;
      out.push(paragraph);
    }
    addChild(paragraph, child);
  }
  node.children = out;
}
