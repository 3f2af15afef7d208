import type { CheckedPost, Finding } from '../types';
import type { BlogFacts } from '../facts';
import { rule } from '../types';

/**
 * Names of tags and categories become addresses (jekyll-archives, `Utils.slugify`): letters, digits
 * and nothing else, in lower case. `C#` and `C++` are both `/tags/c/`.
 */
export const nameAddress = rule({
  id: 'name-address',
  severity: 'warning',
  *check({ post, facts }) {
    yield* among(post, 'tags', facts);
    yield* among(post, 'categories', facts);
  },
});

const addressOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '');

function* among(
  post: CheckedPost,
  key: 'tags' | 'categories',
  { names }: BlogFacts,
): Generator<Finding> {
  const own = post.fields[key];
  if (own.length === 0) return;
  const wanted = new Map(own.map((name) => [addressOf(name), name]));
  const told = new Set<string>();
  for (const other of [...own, ...(names?.[key] ?? [])]) {
    const address = addressOf(other);
    const name = wanted.get(address);
    if (name === undefined || name === other || told.has(`${name}\n${other}`)) continue;
    told.add(`${name}\n${other}`).add(`${other}\n${name}`);
    const at = `/${key}/${address}/`;
    yield {
      place: { key },
      message: {
        en: `"${name}" and "${other}" share the page ${at}, so one of them is lost. Use one name for both, or another one.`,
        ko: `"${name}"와(과) "${other}"의 페이지 주소가 ${at}(으)로 같아 한쪽이 사라집니다. 하나로 합치거나 다른 이름을 쓰세요.`,
      },
    };
  }
}
