import { ABBREVIATION_STEPS } from './budget';
import { applyAttributeList } from './attribute-list';
import type { Document } from './document';
import { codePointBefore, isAsciiWord } from './pattern';
import { spanNode, type Node } from './tree';

/**
 * Marks the abbreviations in texts. They are looked up by their first character, longest first,
 * so that many of them cost no more than few.
 * @see https://kramdown.gettalong.org/syntax.html#abbreviations
 */
export function replaceAbbreviations(document: Document, root: Node): void {
  if (document.abbreviations.size === 0) return;
  const byFirst = new Map<string, string[]>();
  for (const name of document.abbreviations.keys()) {
    const first = name[0]!;
    const names = byFirst.get(first);
    if (names) names.push(name);
    else byFirst.set(first, [name]);
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length);
  replaceIn(document, root, byFirst);
}

function replaceIn(document: Document, parent: Node, byFirst: Map<string, string[]>): void {
  if (parent.children.length === 0) return;
  const children: Node[] = [];
  const isRaw = parent.type === 'html' && parent.contentModel === 'raw';
  for (const child of parent.children) {
    if (child.type === 'text' && !isRaw) children.push(...splitText(document, child, byFirst));
    else {
      replaceIn(document, child, byFirst);
      children.push(child);
    }
  }
  parent.children = children;
}

function splitText(document: Document, node: Node, byFirst: Map<string, string[]>): Node[] {
  const { value, line } = node;
  const out: Node[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const names = byFirst.get(value[at]!);
    if (!names || isWordBefore(value, at)) continue;
    if (!document.budget.spend(line, names.length)) break;
    const fitting = names.filter((each) => value.startsWith(each, at));
    const ends = (name: string): boolean => !isAsciiWord(value.charCodeAt(at + name.length));
    // One has to end with its word; the longest that begins like it is taken.
    const name = fitting.some(ends) ? fitting[0] : undefined;
    if (name === undefined) continue;
    document.budget.spend(line, ABBREVIATION_STEPS);
    if (at > from) out.push(spanNode('text', line, value.slice(from, at)));
    const abbreviation = document.abbreviations.get(name)!;
    const found = spanNode('abbreviation', line, name);
    const { list } = abbreviation.node;
    if (list) applyAttributeList(list, document.attributeLists, found.attributes);
    if (abbreviation.title !== '') found.attributes.set('title', abbreviation.title);
    out.push(found);
    at += name.length - 1;
    from = at + 1;
  }
  if (from === 0) return [node];
  if (from < value.length) out.push(spanNode('text', line, value.slice(from)));
  return out;
}

const isWordBefore = (text: string, at: number): boolean =>
  at > 0 && isAsciiWord(codePointBefore(text, at)!);
