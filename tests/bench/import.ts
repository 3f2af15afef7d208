/**
 * How fast an import is beside a loop of `documents().create`, published, of the same content, in
 * turns and in one process. The import also does what the loop does not: it reads files, looks for
 * media and translations, and keeps a record of each file.
 * The checks of what is published are off.
 *
 *   npm run bench:import [-- --posts <number a round> --rounds <number> --blog <folder of a blog>]
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/strapi';
import { RULES } from '../../src/plugins/jekyll/core/checks';
import type { BlogService } from '../../src/plugins/jekyll/contracts/service';
import globalSetup from '../helpers/global-setup';
import { bootStrapi } from '../helpers/strapi';
import { CreateLoop } from './import/create-loop';
import { SampleBlog } from './import/sample-blog';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '5' },
    blog: { type: 'string' },
  },
});
const POSTS = Number(values.posts);
const ROUNDS = Number(values.rounds);

/** Milliseconds of a work: by the clock, and of the processor, as others may be using the machine. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

async function timeOf(work: () => Promise<unknown>): Promise<Time> {
  const start = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? NaN;

function show(name: string, times: readonly Time[], loop?: readonly Time[]): void {
  const clock = median(times.map((time) => time.clock));
  const processor = median(times.map((time) => time.processor));
  const ratio = (kind: keyof Time, mine: number): string =>
    loop ? ` (${(median(loop.map((time) => time[kind])) / mine).toFixed(1)} times faster)` : '';
  console.log(
    `${name.padEnd(24)}${(clock / POSTS).toFixed(2).padStart(8)} ms a post by the clock${ratio('clock', clock)}, ` +
      `${(processor / POSTS).toFixed(2)} ms of the processor${ratio('processor', processor)}`,
  );
}

async function measure(strapi: Core.Strapi, dir: string): Promise<void> {
  await writeFile(path.join(dir, '_config.yml'), 'lang: ko-KR\ntimezone: Asia/Seoul\n');
  await mkdir(path.join(dir, '_posts'));
  // They would hold the loop up, and refuse some posts; an import is not checked.
  strapi.config.set(
    'plugin::jekyll.checks',
    Object.fromEntries(RULES.map(({ id }) => [id, 'off'])),
  );
  const blog = new SampleBlog(dir, values.blog ? path.resolve(values.blog) : null);
  const service = strapi.plugin('jekyll').service('blog') as BlogService;
  const loop = new CreateLoop(strapi);
  const times: Record<'loop' | 'created' | 'same', Time[]> = { loop: [], created: [], same: [] };

  for (let number = 0; number <= ROUNDS; number++) {
    const folder = `_posts/round-${number}`;
    const files = await blog.write(folder, POSTS);
    const request = { blogDir: dir, posts: `${folder}/**` };
    const created = await timeOf(async () => {
      const { totals } = await service.import(request);
      if (totals.created !== POSTS) throw new Error(`imported ${JSON.stringify(totals)}`);
    });
    const same = await timeOf(async () => {
      const { totals } = await service.import(request);
      if (totals.same !== POSTS) throw new Error(`imported again ${JSON.stringify(totals)}`);
    });
    const looped = await timeOf(() => loop.run(files));
    // The first round warms up.
    if (number === 0) continue;
    times.created.push(created);
    times.same.push(same);
    times.loop.push(looped);
  }
  console.log(`${POSTS} posts a round, medians of ${ROUNDS} rounds`);
  show('documents().create', times.loop);
  show('import', times.created, times.loop);
  show('import, nothing changed', times.same, times.loop);
}

async function main(): Promise<void> {
  await globalSetup();
  const app = await bootStrapi();
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-bench-'));
  try {
    await measure(app.strapi, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
    await app.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
