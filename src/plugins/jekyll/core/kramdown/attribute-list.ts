import { lstrip, pattern, strip } from './pattern';
import type { AttributeList, Attributes } from './tree';

/**
 * Attribute lists: `#id .class key="value" reference`.
 * @see https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export const ID_NAME = '\\w[\\w-]*';
const HTML_ID = '[A-Za-z][\\w:-]*';
/** What may stand between `{:` and `}`. */
export const LIST_CHARS = '(?:\\\\\\}|[^\\}])';

const PART = pattern(
  `(?:^|\\s)(?:(${ID_NAME})=(?:"((?:\\\\\\}|\\\\"|[^\\}])*?)"|'((?:\\\\\\}|\\\\'|[^\\}])*?)')` +
    `|(${ID_NAME})|((?:#${HTML_ID}|\\.[^\\s\\.#]+)+))(?=\\s|$)`,
  'g',
);
const ID_OR_CLASS = pattern(`#(${HTML_ID})|\\.([^\\s\\.#]+)`, 'g');

export const newAttributeList = (): AttributeList => ({ attributes: new Map(), references: [] });

export function addClass(attributes: Attributes, name: string): void {
  const had = attributes.get('class');
  attributes.set('class', lstrip(had ? `${had} ${name}` : name));
}

/** Reads a list into `into`; says whether there was anything to read. */
export function parseAttributeList(text: string, into: AttributeList): boolean {
  const trimmed = strip(text);
  if (trimmed === '' || trimmed === ':') return true;
  let found = false;
  PART.lastIndex = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    const [, key, double, single, reference, idsAndClasses] = part;
    found = true;
    if (reference !== undefined) into.references.push(reference);
    else if (idsAndClasses !== undefined) {
      ID_OR_CLASS.lastIndex = 0;
      for (let one = ID_OR_CLASS.exec(idsAndClasses); one; one = ID_OR_CLASS.exec(idsAndClasses)) {
        if (one[2] !== undefined) addClass(into.attributes, one[2]);
        else into.attributes.set('id', one[1]!);
      }
    } else {
      const value =
        double !== undefined
          ? double.replace(/\\([}"])/g, '$1')
          : (single ?? '').replace(/\\([}'])/g, '$1');
      into.attributes.set(key!, value);
    }
  }
  return found;
}

/** Merges a list, with what it refers to, into attributes. */
export function applyAttributeList(
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
  into: Attributes,
  depth = 0,
): void {
  for (const name of list.references) {
    const definition = definitions.get(name);
    // Definitions may refer to each other in a circle.
    if (definition && depth < 20) applyAttributeList(definition, definitions, into, depth + 1);
  }
  for (const [name, value] of list.attributes) {
    if (name === 'class') addClass(into, value);
    else into.set(name, value);
  }
}
