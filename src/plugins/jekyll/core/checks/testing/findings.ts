import { checkPost, type CheckOptions } from '../check-post';
import { RULES } from '../rules';
import type { CheckSettings } from '../settings';
import type { Problem } from '../../problem';

export const NOW = Date.parse('2025-06-01T00:00:00Z');

/** Findings of one rule alone. */
export function findings(
  id: string,
  text: string,
  { settings = {}, ...options }: Partial<CheckOptions> & { readonly path?: string } = {},
): Problem[] {
  const only = Object.fromEntries(RULES.map((rule) => [rule.id, 'off' as const]));
  const { severity } = RULES.find((rule) => rule.id === id) ?? {};
  if (severity === undefined) throw new Error(`There is no rule "${id}".`);
  const own = settings[id] ?? severity;
  const path = options.path ?? '_posts/2025-01-12-post.md';
  return checkPost(
    { text, path, zone: 'Asia/Seoul' },
    { now: NOW, ...options, settings: { ...only, [id]: own } as CheckSettings },
  );
}

/** A post with a front matter that nothing is wrong with. */
export const post = (body: string, frontMatter = ''): string =>
  `---\ntitle: "글"\ndate: 2025-01-12 09:00:00 +0900\n${frontMatter}---\n\n${body}\n`;
