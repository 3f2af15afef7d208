import { HTMLElement, NodeType, parse, type Node } from 'node-html-parser';

/** HTML so that what shows alike compares alike: attributes in order, no white space around blocks. */
const INLINE = new Set(
  'a abbr b br code del em i img input small span strong sub sup u'.split(' '),
);
const VERBATIM = /^(?:pre|code|script|style)$/;

export function normalHtml(html: string): string {
  const root = parse(html, { comment: true, blockTextElements: { script: true, style: true } });
  return children(root, false)
    .replace(/ *\n+ */g, '\n')
    .trim();
}

function children(node: Node, verbatim: boolean): string {
  let out = '';
  for (const child of node.childNodes) {
    if (child instanceof HTMLElement) out += element(child, verbatim);
    else if (child.nodeType === NodeType.COMMENT_NODE) out += `<!--${child.rawText}-->`;
    else
      out += verbatim ? child.text.replace(/\n/g, '\\n') : child.text.replace(/[ \t\r\n]+/g, ' ');
  }
  return out;
}

function element(node: HTMLElement, verbatim: boolean): string {
  const name = node.tagName.toLowerCase();
  const inner = children(node, verbatim || VERBATIM.test(name));
  // The highlighter's colours are its own matter.
  if (verbatim && name === 'span') return inner;
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
  const tag = `<${name}${attributes.sort().join('')}>`;
  if (INLINE.has(name)) return `${tag}${inner}</${name}>`;
  return `\n${tag}${verbatim || VERBATIM.test(name) ? inner : inner.trim()}</${name}>\n`;
}
