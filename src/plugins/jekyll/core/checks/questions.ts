import { mediaCandidates } from '../post/media-path';
import type { BlogFacts } from './facts';
import { linkedFile } from './linked-file';
import { postLink } from './post-links';
import { shownImages } from './shown-images';
import type { CheckedPost } from './types';

/** What a post names of the blog: to be looked up before the rules run. */
export interface Questions {
  /** Files of the blog that its images may be. */
  readonly files: readonly string[];
  /** Addresses of posts that it links. */
  readonly posts: readonly string[];
  /** Names in `{% post_url %}`. */
  readonly postNames: readonly string[];
  /** Addresses elsewhere on the web, without what stands behind `#`. */
  readonly urls: readonly string[];
}

export function questionsOf(
  post: CheckedPost,
  facts: Pick<BlogFacts, 'site' | 'address'>,
): Questions {
  const { site } = facts;
  const { links } = post.body.links;
  const files = site
    ? shownImages(post, site).flatMap(({ address }) =>
        mediaCandidates(address, post.fields.mediaBase, site),
      )
    : [];
  const posts = links.flatMap(({ href }) => postLink(href, facts)?.address ?? []);
  const postNames = post.body.liquid.flatMap(({ name, markup }) =>
    name === 'post_url' && markup !== '' ? [markup] : [],
  );
  const urls = links.flatMap(({ href }) =>
    /^https?:\/\//i.test(href) && !/[{}]/.test(href) ? [href.replace(/#.*$/s, '')] : [],
  );
  const linked = post.body.liquid.flatMap((token) => linkedFile(token) ?? []);
  for (const file of linked) {
    const post = /(?:^|\/)_posts\/(.+)\.\w+$/.exec(file)?.[1];
    if (post !== undefined) postNames.push(post);
  }
  return {
    files: unique([...files, ...linked]),
    posts: unique(posts),
    postNames: unique(postNames),
    urls: unique(urls),
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
