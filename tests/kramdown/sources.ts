import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CASES_DIR, featuresIn, readCases } from './cases';

export interface Post {
  readonly name: string;
  /** What follows the front matter, as Jekyll hands it to the converter. */
  readonly body: string;
}

/** Jekyll's own idea of where front matter ends. */
const FRONT_MATTER = /^---\s*\n[\s\S]*?\n?^(?:---|\.\.\.)\s*$\n?/m;

export function bodyOf(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  const match = FRONT_MATTER.exec(plain);
  return match?.index === 0 ? plain.slice(match[0].length) : plain;
}

function postsIn(dir: string): Post[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/.test(name))
    .sort()
    .map((name) => ({ name, body: bodyOf(readFileSync(path.join(dir, name), 'utf8')) }));
}

/** The real posts beside the repository, where they are. */
export const corpusPosts = (): Post[] =>
  ['ko', 'en'].flatMap((blog) =>
    postsIn(path.resolve(__dirname, '../../../shared/corpus', blog, '_posts')),
  );

/** Posts that every clone has. */
export const ownPosts = (): Post[] =>
  ['../../examples/blog/_posts', '../fixtures/odd-blog/_posts'].flatMap((dir) =>
    postsIn(path.resolve(__dirname, dir)),
  );

/** The Markdown of every case: small pieces of all syntax. */
export const caseTexts = (): string[] =>
  featuresIn(CASES_DIR).flatMap((feature) => readCases(CASES_DIR, feature).map(({ text }) => text));
