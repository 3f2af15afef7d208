import { pickOptions } from './fuzz-options';
import { mangleCharacters, mangleLines, noise } from './fuzz-mutations';
import type { Question } from './oracle';
import { Random } from './random';
import { caseTexts, corpusPosts, ownPosts } from './sources';

/** What documents are made of. */
export interface Material {
  /** Lines of whole posts. */
  readonly posts: ReadonlyArray<readonly string[]>;
  /** Small documents of every syntax. */
  readonly snippets: readonly string[];
}

export function readMaterial(): Material {
  const posts = [...corpusPosts(), ...ownPosts()].map(({ body }) => body.split('\n'));
  return { posts: posts.filter((lines) => lines.length > 1), snippets: caseTexts() };
}

/** The made-up document of a seed and a number: the same one whenever the material is the same. */
export function makeDocument(material: Material, seed: number, index: number): Question {
  const random = new Random(seed, index);
  const { mode, options } = pickOptions(random);
  let lines = pieces(random, material);
  for (let rounds = random.between(0, 5); rounds > 0; rounds--)
    lines = mangleLines(random, lines, material.snippets);
  let text = lines.join('\n');
  if (random.chance(0.6)) text = mangleCharacters(random, text);
  if (random.chance(0.1)) text = addNoise(random, text);
  if (random.chance(0.02)) text = text.replace(/\n/g, '\r\n');
  if (random.chance(0.9)) text += '\n';
  return { text, mode, options };
}

/** Cuts from posts and snippets, one below the other. */
function pieces(random: Random, { posts, snippets }: Material): string[] {
  const lines: string[] = [];
  for (let count = random.between(1, 5); count > 0; count--) {
    if (random.chance(0.5)) {
      const post = random.pick(posts);
      const start = random.below(post.length);
      lines.push(...post.slice(start, start + random.between(1, 12)).map(short));
    } else lines.push(...random.pick(snippets).split('\n'));
    if (random.chance(0.6)) lines.push('');
  }
  return lines;
}

/** Very long lines say nothing that shorter ones do not, and cost the real one its time. */
const short = (line: string): string => line.slice(0, 400);

/** Noise is at most a third of the document. */
function addNoise(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const length = random.between(1, Math.max(1, Math.floor(text.length / 2)));
  return text.slice(0, at) + noise(random, Math.min(length, 60)) + text.slice(at);
}
