import { attributeOf, decodeHtml, type OpenTag } from '../render/html-pieces';
import type { FoundPost } from './find-post';
import { ancestors, type Element, elementsIn, textOf } from './tree';

/** What stands above the content; null where the site's posts do not tell. */
export interface HeaderLook {
  readonly heading: OpenTag | null;
  readonly description: OpenTag | 'hidden' | null;
  /** The image, and before it what stands around it. */
  readonly cover: readonly OpenTag[] | 'hidden' | null;
}

/** What a post says in its front matter; empty where it says nothing. */
export interface SaidAbove {
  readonly description: string;
  readonly cover: string;
}

const KEPT = new Set(['class', 'width', 'height']);

/** An element without what belongs to one post. */
const bare = ({ tag }: Element): OpenTag => ({
  ...tag,
  attributes: tag.attributes.filter(({ name }) => KEPT.has(name) || name.startsWith('data-toc')),
});

/** Finds the elements of a page that say what the front matter says. */
export function headerOf(found: FoundPost, said: SaidAbove): HeaderLook {
  const above = elementsIn(found.article).filter((one) => !ancestors(one).includes(found.content));
  const description = said.description.replace(/\s+/g, ' ').trim();
  const describing = above.filter((one) => textOf(one) === description).pop();
  const name = said.cover.replace(/^.*\//, '');
  const image = above.find(
    ({ tag }) => tag.name === 'img' && decodeHtml(attributeOf(tag, 'src') ?? '').endsWith(name),
  );
  const beside = ancestors(found.heading);
  const around = ancestors(image ?? null).filter(
    (one) =>
      one !== found.article && !beside.includes(one) && ancestors(one).includes(found.article),
  );
  return {
    heading: found.heading && bare(found.heading),
    description: description === '' ? null : describing ? bare(describing) : 'hidden',
    cover: name === '' ? null : image ? around.reverse().map(bare) : 'hidden',
  };
}
