import { judge, type Outcome } from './compare';
import type { Oracle, Question } from './oracle';
import { ours } from './ours';

/** Questions that one document may cost: the last characters are not worth minutes. */
const ATTEMPTS = 1500;

/**
 * Makes a document on which the two differ as small as it gets: without options it does not need,
 * then by lines, then by characters (delta debugging).
 */
export async function shrink<Q extends Question>(
  oracle: Oracle,
  found: Outcome<Q>,
): Promise<Outcome<Q>> {
  let best = found;
  let attempts = 0;
  async function differs(question: Q): Promise<boolean> {
    if (attempts++ >= ATTEMPTS) return false;
    const outcome = judge(question, await oracle.ask(question), ours(question));
    if (outcome.result === 'different') best = outcome;
    return outcome.result === 'different';
  }
  for (const name of Object.keys(best.question.options ?? {})) {
    const options = { ...best.question.options };
    delete options[name];
    await differs({ ...best.question, options });
  }
  const byParts = (pattern: RegExp) =>
    reduce(best.question.text.match(pattern) ?? [], (parts) =>
      differs({ ...best.question, text: parts.join('') }),
    );
  await byParts(/[^\n]*\n|[^\n]+$/g);
  await byParts(/\w+|[^\n\w]|\n/g);
  if (best.question.text.length < 400) await byParts(/./gsu);
  return best;
}

/** Leaves out parts, many at a time, then few, for as long as what is left passes the test. */
async function reduce(
  parts: readonly string[],
  passes: (parts: readonly string[]) => Promise<boolean>,
): Promise<void> {
  let left = parts;
  let size = Math.ceil(left.length / 2);
  while (size >= 1 && left.length > 1) {
    let shorter = false;
    for (let start = 0; start < left.length; ) {
      const rest = [...left.slice(0, start), ...left.slice(start + size)];
      if (rest.length > 0 && (await passes(rest))) {
        left = rest;
        shorter = true;
      } else start += size;
    }
    if (!shorter) size = size === 1 ? 0 : Math.floor(size / 2);
    else size = Math.min(size, Math.ceil(left.length / 2));
  }
}
