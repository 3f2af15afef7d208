import { printOpen, withAttribute } from '../render/html-pieces';
import { type FoundPost, leadsTo } from './find-post';
import { closeOf, type Element, isElement, type Node, openOf, printNode } from './tree';

/** Where a part of the preview stands in a template. */
export const place = (part: string): string => `<!--part:${part}-->`;

const own = (name: string, part: string, className = ''): string =>
  `<${name} data-part="${part}"${className && ` class="${className}"`}>${place(part)}</${name}>`;
const marked = ({ tag }: Element, part: string): string =>
  `${printOpen(withAttribute(tag, 'data-part', part))}${place(part)}</${tag.name}>`;

/**
 * What of a page stands on another page of the site, too: its bars and menus, not what belongs to
 * this post.
 */
function shared(node: Node, other: string): string {
  const printed = printNode(node);
  if (printed.trim() === '') return printed;
  if (!isElement(node)) return '';
  if (other.includes(printed)) return printed;
  const inner = node.children.map((child) => shared(child, other)).join('');
  return inner.trim() === '' ? '' : openOf(node) + inner + closeOf(node);
}

/**
 * The body of a post's page with places for the parts of another post: around them the elements of
 * the layout, by which the site's style knows them, and what all its pages show.
 *
 * @param other the same part of another page of the site
 */
export function templateOf(body: Element, found: FoundPost, other: string): string {
  const { content, heading, article } = found;
  // Some layouts put the content right beside the title.
  const bare = content === article;
  const toContent = (node: Node): boolean => leadsTo(node, content);
  const parts = own('nav', 'toc', 'preview-toc');
  const tail = own('div', 'tail', 'post-tail-wrapper text-muted');
  const header = own('header', 'header');

  const inArticle = (node: Node): string => {
    if (node === heading) return header;
    if (node === content) return marked(content, 'content');
    if (!isElement(node) || !leadsTo(node, content, heading)) {
      return article === body ? shared(node, other) : '';
    }
    if (heading?.parent === node && !toContent(node)) return marked(node, 'header');
    return openOf(node) + node.children.map(inArticle).join('') + closeOf(node);
  };
  const articleOf = (): string => {
    const inner = article.children.map((child) =>
      !bare && toContent(child)
        ? (heading ? '' : header) + parts + inArticle(child) + tail
        : inArticle(child),
    );
    if (bare) inner.push((heading ? '' : header) + parts + own('div', 'content') + tail);
    const problems = own('aside', 'problems', 'preview-problems');
    return openOf(article) + problems + inner.join('') + closeOf(article);
  };
  const outside = (node: Node): string => {
    if (node === article) return articleOf();
    if (!isElement(node) || !leadsTo(node, article)) return shared(node, other);
    return openOf(node) + node.children.map(outside).join('') + closeOf(node);
  };
  return outside(body);
}
