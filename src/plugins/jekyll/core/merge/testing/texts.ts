// eslint-disable-next-line no-restricted-imports -- tests read real posts; nothing else does I/O here
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownFiles, realPosts } from '../../post-file/testing/texts';

const root = join(__dirname, '../../../../../..');

/** Posts of this repository, and the real ones where they are: texts to merge changes of. */
export function baseTexts(): string[] {
  const own = ['tests/fixtures/odd-blog/_posts', 'examples/blog/_posts']
    .flatMap((folder) => markdownFiles(join(root, folder)))
    .map((path) => readFileSync(path, 'utf8'));
  return [...own, ...realPosts().map((post) => post.text)].filter((text) => /\n[^]/.test(text));
}
