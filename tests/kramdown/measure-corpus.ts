import { compareAll } from './compare';
import { writeFindings } from './findings';
import type { Oracle, Question } from './oracle';
import { shrink } from './shrink';
import { corpusPosts, ownPosts, type Post } from './sources';

/** As many differences are made small as one will read. */
const SHRUNK = 15;

const questionOf = ({ name, body }: Post): Question & { name: string } => ({
  name,
  text: body,
  mode: 'jekyll',
});

/** Compares real posts, and those of the repository. @returns how many differ */
export async function measureCorpus(oracle: Oracle): Promise<number> {
  const corpus = await measure(oracle, 'corpus', corpusPosts());
  return corpus + (await measure(oracle, 'own posts', ownPosts()));
}

async function measure(oracle: Oracle, name: string, posts: readonly Post[]): Promise<number> {
  const different = [];
  let warnings = 0;
  for await (const outcome of compareAll(oracle, posts.map(questionOf))) {
    if (outcome.result === 'different') different.push(outcome);
    if (outcome.warningsEqual) warnings++;
  }
  const equal = posts.length - different.length;
  console.log(`${name}: ${equal} of ${posts.length} equal, ${warnings} with the same warnings`);
  for (const { question } of different.slice(0, 100)) console.log(`  differs: ${question.name}`);
  const small = [];
  for (const outcome of different.slice(0, SHRUNK))
    small.push([outcome.question.name, await shrink(oracle, outcome)] as const);
  writeFindings(`posts-${name.replace(' ', '-')}.txt`, small);
  return different.length;
}
