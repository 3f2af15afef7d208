import { replaceAbbreviations } from './abbreviations';
import { applyAttributeList } from './attribute-list';
import type { Document } from './document';
import { gfmHeaderId } from './header-ids';
import { rstrip } from './pattern';
import { parseText } from './span/parse';
import { addChild, lastChild, NO_CHILDREN, spanNode, type Node } from './tree';

/**
 * What is done when all blocks have been read and every definition is known: spans, attribute
 * lists, abbreviations, ids.
 */
export function finishDocument(document: Document): void {
  readSpans(document, document.root);
  replaceAbbreviations(document, document.root);
  for (const { content } of document.footnotes.values()) {
    readSpans(document, content);
    replaceAbbreviations(document, content);
  }
  warnOfUnreferenced(document);
  const { autoIds, gfm, hardWrap } = document.options;
  if (!gfm) return;
  if (hardWrap) breakAllLines(document.root, '\n');
  else if (document.hasBreaks) breakAllLines(document.root, '\\\n');
  if (autoIds) setHeaderIds(document, document.root);
}

function warnOfUnreferenced({ footnotes, warnings }: Document): void {
  for (const { name, content, referred } of footnotes.values()) {
    if (referred) continue;
    warnings.add(
      'footnote-unreferenced',
      content.line,
      `Footnote definition for '${name}' on line ${content.line + 1} is unreferenced - ignoring`,
    );
  }
}

function readSpans(document: Document, parent: Node): void {
  const before = parent.children;
  if (before.length === 0) return;
  parent.children = NO_CHILDREN;
  for (const child of before) {
    if (child.type === 'rawtext') {
      const text = endsStripped(parent) ? rstrip(child.value) : child.value;
      parent.rawText ??= text;
      parseText(document, text, child.line, parent);
      continue;
    }
    if (child.type === 'eob') continue;
    // What stood between shows nothing. (That `html_to_native` keeps both shows in `<pre>` alone.)
    if (child.type === 'blank' && lastChild(parent)?.type === 'blank' && !parent.native) continue;
    if (child.type !== 'blank') {
      readSpans(document, child);
      if (child.list) applyAttributeList(child.list, document.attributeLists, child.attributes);
    }
    addChild(parent, child);
  }
}

/** A paragraph's last line ends with its text, unless HTML says where it ends. */
const endsStripped = (node: Node): boolean =>
  node.type === 'p' && !node.transparent && node.contentModel === undefined;

/** Ids of headers, in the order of the document; only blocks hold any. */
function setHeaderIds(document: Document, parent: Node): void {
  if (parent.type === 'html') return;
  for (const child of parent.children) {
    if (child.category === 'span') continue;
    if (child.type === 'header') {
      if (!child.attributes.has('id')) child.attributes.set('id', gfmHeaderId(document, child));
    } else if (child.type !== 'p' && child.children.length > 0) setHeaderIds(document, child);
  }
}

function breakAllLines(parent: Node, end: string): void {
  if (parent.type === 'html' || parent.type === 'header') return;
  breakLines(parent, end);
  for (const child of parent.children) if (child.children.length > 0) breakAllLines(child, end);
}

/**
 * GFM: a backslash at a line's end within text breaks the line, with `hard_wrap` the line's end alone.
 * That is done to the text that was read, so code, HTML and footnotes have none of it.
 */
function breakLines(parent: Node, end: string): void {
  if (!parent.children.some((child) => child.type === 'text' && child.value.includes(end))) return;
  const children: Node[] = [];
  const isBlock = parent.category === 'block';
  parent.children.forEach((child, index) => {
    if (child.type !== 'text' || !child.value.includes(end)) {
      children.push(child);
      return;
    }
    const before = parent.children[index - 1];
    const lines = child.value.split(end);
    const isLast = isBlock && index === parent.children.length - 1 && lines.at(-1) === '';
    if (isLast) lines[lines.length - 2] += '\n';
    if (isLast) lines.pop();
    lines.forEach((text, nr) => {
      const broken = before?.type === 'br' && before.contentModel === undefined;
      if (nr > 0 && !(nr === 1 && lines[0] === '' && broken)) {
        children.push(spanNode('br', child.line));
      }
      const rest = nr > 0 ? `\n${text}` : text;
      if (rest !== '') children.push(spanNode('text', child.line, rest));
    });
  });
  parent.children = children;
}
