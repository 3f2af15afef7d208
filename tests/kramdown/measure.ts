/**
 * How near ours is to the real kramdown: cases by feature, real posts, and made-up documents.
 *
 *   npm run test:kramdown -- [--cases] [--corpus] [--fuzz]   (all three without any)
 *     --documents 30000   made-up documents
 *     --seed 1            which documents are made up
 *     --keep-going 20     how many differences are looked for, and made small, before it ends
 *     --update            asks for the expected HTML of the cases and writes it down
 *     --keep-mended       makes cases of what was found before and is equal by now
 *     --feature lists     only this file of cases
 *
 * Differences are written to tests/kramdown/findings, which is not part of the repository.
 */
import { parseArgs } from 'node:util';
import { measureCases, updateCases } from './measure-cases';
import { measureCorpus } from './measure-corpus';
import { measureFuzz } from './measure-fuzz';
import { Oracle } from './oracle';
import { keepMended } from './regressions';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'boolean', default: false },
      corpus: { type: 'boolean', default: false },
      fuzz: { type: 'boolean', default: false },
      documents: { type: 'string', default: '30000' },
      seed: { type: 'string', default: '1' },
      'keep-going': { type: 'string', default: '20' },
      update: { type: 'boolean', default: false },
      'keep-mended': { type: 'boolean', default: false },
      feature: { type: 'string' },
    },
  });
  const some = values.cases || values.corpus || values.fuzz || values.update;
  const all = !some && !values['keep-mended'];
  const oracle = new Oracle();
  try {
    let differences = 0;
    if (values.update) await updateCases(oracle, values.feature);
    if (values['keep-mended']) await keepMended(oracle);
    if (all || values.cases) differences += await measureCases(oracle, values.feature);
    if (all || values.corpus) differences += await measureCorpus(oracle);
    if (all || values.fuzz)
      differences += await measureFuzz(oracle, {
        documents: Number(values.documents),
        seed: Number(values.seed),
        keepGoing: Number(values['keep-going']),
      });
    process.exitCode = differences === 0 ? 0 : 1;
  } finally {
    oracle.close();
  }
}

void main();
