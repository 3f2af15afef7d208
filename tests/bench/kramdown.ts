/**
 * How fast our kramdown is: beside stock markdown-it on real posts, and on hostile input.
 *
 *   npm run bench:kramdown [-- --only <part of a name>]
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import kramdown, { convert } from '../../src/plugins/jekyll/core/kramdown';
import { hostileInputs, HOSTILE_SIZE } from '../kramdown/hostile';
import { corpusPosts, ownPosts } from '../kramdown/sources';

type Stock = Parameters<typeof kramdown>[0];
/** The plugin's own markdown-it: Strapi brings an older one, which is what is found from here. */
const plugin = path.resolve(__dirname, '../../src/plugins/jekyll/package.json');
const MarkdownIt = createRequire(plugin)('markdown-it') as new (options: object) => Stock;

const ROUNDS = 15;
/** What no input of a size may take longer than, in milliseconds for 100 KB. */
const LIMIT = 200;

const { values } = parseArgs({ options: { only: { type: 'string' } } });

/** Time of the processor, not of the clock: others may be using the machine. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? NaN;

function benchPosts(): void {
  const corpus = corpusPosts();
  const texts = (corpus.length > 0 ? corpus : ownPosts()).map(({ body }) => body);
  const stock = new MarkdownIt({ html: true });
  const stockRound = (): void => texts.forEach((text) => stock.render(text));
  const own = new MarkdownIt({ html: true }).use(kramdown);
  const ourRound = (): void => texts.forEach((text) => own.render(text));
  stockRound();
  ourRound();
  // In turns: what else the machine does strikes both alike.
  const [stockTimes, ourTimes]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    stockTimes.push(milliseconds(stockRound));
    ourTimes.push(milliseconds(ourRound));
  }
  const [theirs, our] = [median(stockTimes), median(ourTimes)];
  console.log(
    `${texts.length} posts, ${(texts.join('').length / 1000).toFixed(0)} thousand characters: ` +
      `markdown-it ${theirs.toFixed(0)} ms, ours ${our.toFixed(0)} ms, ` +
      `ratio ${(our / theirs).toFixed(2)} (medians of ${ROUNDS})`,
  );
}

const per100KB = (time: number, text: string): number => (time / text.length) * HOSTILE_SIZE;

/** What is above the limit is tried again: the first time the engine compiles as it goes. */
function best(work: () => unknown, text: string): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && per100KB(least, text) > LIMIT; attempt++) {
    least = Math.min(least, milliseconds(work));
  }
  return least;
}

interface Row {
  readonly name: string;
  readonly time: number;
  readonly stock: number;
  readonly note: string;
}

function benchHostile(): void {
  const stock = new MarkdownIt({ html: true });
  const rows = hostileInputs()
    .filter(({ name }) => values.only === undefined || name.includes(values.only))
    .map(({ name, text }): Row => {
      let note = '';
      const time = best(() => {
        note = outcome(text);
      }, text);
      const stockTime = best(() => stock.render(text), text);
      return { name, time: per100KB(time, text), stock: per100KB(stockTime, text), note };
    })
    .sort((left, right) => right.time - left.time);
  console.log('\n      ours  markdown-it  (ms per 100 KB)');
  for (const { name, time, stock: theirs, note } of rows)
    console.log(
      `${time > LIMIT ? '!' : ' '}${time.toFixed(0).padStart(9)} ${theirs.toFixed(0).padStart(12)}  ` +
        `${name}${note && ` (${note})`}`,
    );
  const slow = rows.filter(({ time }) => time > LIMIT).length;
  console.log(`${rows.length} inputs, ${slow} above ${LIMIT} ms`);
}

/** Converts, and says what was warned of. */
function outcome(text: string): string {
  try {
    const codes = new Set(convert(text).warnings.map(({ code }) => code));
    return [...codes].slice(0, 3).join(', ');
  } catch (error) {
    return `threw ${String(error).slice(0, 80)}`;
  }
}

benchPosts();
benchHostile();
