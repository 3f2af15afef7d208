import { ancestors, type Element, elementsIn, isElement, type Node, textOf } from './tree';

/** A post as it is known from its file. */
export interface KnownPost {
  readonly title: string;
  /** Its content as kramdown gives it. */
  readonly content: Element;
}

export interface FoundPost {
  /** What the layout puts the content into. */
  readonly content: Element;
  /** The title of the post; null where the page doesn't show it. */
  readonly heading: Element | null;
  /** The smallest element that holds both. */
  readonly article: Element;
}

const HEADING = /^h[1-6]$/;

/**
 * Finds a post in a page of its site by what it says, whatever the theme calls its elements: the
 * content stands where most of its blocks stand.
 */
export function findPost(body: Element, { title, content: known }: KnownPost): FoundPost | null {
  const blocks = new Set(known.children.filter(isElement).map(textOf).filter(Boolean));
  const counts = new Map<Element, number>();
  const all = elementsIn(body);
  for (const element of all) {
    const { parent } = element;
    if (parent && blocks.has(textOf(element))) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  // Of two that hold as many the inner one: a quotation of one paragraph says what the paragraph says.
  const content = [...counts].filter(([, count]) => count === most).pop()?.[0];
  if (!content) return null;
  const wanted = title.replace(/\s+/g, ' ').trim();
  const heading =
    all.find(
      (one) =>
        HEADING.test(one.tag.name) &&
        textOf(one) === wanted &&
        (one.parent === content || !ancestors(one).includes(content)),
    ) ?? null;
  const around = ancestors(heading ?? content.parent);
  const both = ancestors(content).find((one) => around.includes(one));
  const article = both && both !== body.parent ? both : body;
  return { content, heading, article };
}

/** Whether a node is one of these elements or stands around one. */
export const leadsTo = (node: Node, ...elements: readonly (Element | null)[]): boolean =>
  isElement(node) && elements.some((one) => one !== null && ancestors(one).includes(node));
