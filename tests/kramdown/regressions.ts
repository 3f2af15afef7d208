import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES_DIR, featuresIn, readCases, writeCases, type Case } from './cases';
import { compareAll } from './compare';
import { FINDINGS_DIR } from './findings';
import type { Oracle, Question } from './oracle';

/** Everything that was once found and made small, one to a line, until it is mended. */
const FOUND = path.join(FINDINGS_DIR, 'found.jsonl');
/** What was found and is mended: from then on a case like the others. */
const FEATURE = 'regressions';

const keyOf = ({ text, mode, options = {} }: Question): string =>
  JSON.stringify({ text, mode, options });

export const remember = (question: Question): void => appendFileSync(FOUND, `${keyOf(question)}\n`);

/** Makes cases of the findings that are equal by now. */
export async function keepMended(oracle: Oracle): Promise<void> {
  if (!existsSync(FOUND)) return;
  const found = [...new Set(readFileSync(FOUND, 'utf8').split('\n').filter(Boolean))];
  const cases = featuresIn(CASES_DIR).includes(FEATURE) ? readCases(CASES_DIR, FEATURE) : [];
  const known = new Set(cases.map(keyOf));
  const open: string[] = [];
  const questions = found.map((line): Question => JSON.parse(line));
  for await (const { question, real, result } of compareAll(oracle, questions)) {
    const key = keyOf(question);
    if (result === 'different') open.push(key);
    if (result !== 'equal' || known.has(key)) continue;
    const { text, mode, options } = question;
    const kept: Case = { name: nameOf(text), text, mode, options, expected: real };
    // What cannot be written in a file of cases is no loss: others are like it.
    if (!/^(?:===|--- html|--- warnings)/m.test(text)) cases.push(kept);
  }
  writeCases(CASES_DIR, FEATURE, cases);
  writeFileSync(FOUND, open.map((line) => `${line}\n`).join(''));
  console.log(`${cases.length} regressions are kept, ${open.length} findings are open`);
}

const nameOf = (text: string): string =>
  JSON.stringify(text).slice(1, 61).replaceAll('|', '/').trim() || 'nothing';
