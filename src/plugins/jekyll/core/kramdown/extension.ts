import { newAttributeList, parseAttributeList } from './attribute-list';
import type { Document } from './document';
import { setInlineOption } from './inline-option';
import type { Scanner } from './scanner';
import { addChild, blockNode, spanNode, type Node } from './tree';

const MISSING = Symbol('missing stop tags');

/**
 * Runs the extension whose start tag `found` is: `{::name options}…{:/name}` or
 * `{::name options /}`. Gives the place behind it, or -1 if there is none.
 * @see https://kramdown.gettalong.org/syntax.html#extensions
 */
export function runExtension(
  document: Document,
  scanner: Scanner,
  found: RegExpExecArray,
  line: number,
  parent: Node,
  category: 'block' | 'span',
): number {
  const [tag, name, options, selfClosed, stopName] = found;
  const invalid = (message: string): -1 => {
    document.warnings.add('extension-invalid', line, `${message} - ignoring it`);
    return -1;
  };
  if (name === undefined) {
    const what = stopName ? `for '${stopName}' ` : '';
    return invalid(`Invalid extension stop tag ${what}found on line ${line + 1}`);
  }
  const list = newAttributeList();
  if (!parseAttributeList(options ?? '', list)) {
    document.warnings.add(
      'attribute-list-empty',
      line,
      `No or invalid attributes found in IAL/ALD content: ${options}`,
    );
  }
  let end = scanner.pos + tag.length;
  let body: string | null = null;
  if (!selfClosed) {
    const stop = findStop(scanner, end, name, category);
    if (!stop) {
      return invalid(`No stop tag for extension '${name}' found on line ${line + 1}`);
    }
    body = scanner.text.slice(end, stop.from);
    if (category === 'block') body = body.replace(/\n$/, '');
    end = stop.to;
  }
  const node = category === 'block' ? blockNode : spanNode;
  switch (name) {
    case 'comment':
      if (body !== null) addChild(parent, node('comment', line, body));
      return end;
    case 'nomarkdown': {
      const types = (list.attributes.get('type') ?? '').split(/\s+/).filter(Boolean);
      if (body === null) return end;
      const forHtml = types.length === 0 || types.includes('html');
      const raw = node('raw', line, forHtml ? body : '');
      if (!forHtml) raw.transparent = true;
      addChild(parent, raw);
      return end;
    }
    case 'options':
      for (const [key, value] of list.attributes) setInlineOption(document, key, value, line);
      if (category === 'block') {
        const mark = blockNode('eob', line);
        mark.definition = 'other';
        addChild(parent, mark);
      }
      return end;
  }
  return invalid(`Invalid extension with name '${name}' specified on line ${line + 1}`);
}

/** Where `{:/}` or `{:/name}` is; for blocks, alone on its line. */
function findStop(
  scanner: Scanner,
  from: number,
  name: string,
  category: 'block' | 'span',
): { from: number; to: number } | undefined {
  const key = `${category} ${name}`;
  const missing = scanner.note(MISSING, () => new Map<string, number>());
  if (from >= (missing.get(key) ?? Infinity)) return undefined;
  const block = category === 'block';
  const re = new RegExp(
    block ? `(?<=^|\\n) {0,3}\\{:/(?:${name})?\\} *\\n` : `\\{:/(?:${name})?\\}`,
    'g',
  );
  re.lastIndex = from;
  const found = re.exec(scanner.text);
  if (found) return { from: found.index, to: re.lastIndex };
  missing.set(key, from);
  return undefined;
}
