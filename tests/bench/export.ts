/**
 * Times exports of a blog with many posts: one that looks at every post, one with nothing to do, one
 * with a single changed post. Beside them, on the same machine: reading every post's row and every
 * file, which is the least that a look at everything takes.
 *
 *   npm run bench:export -- [posts, 10000 unless told otherwise]
 */
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ExportRequest } from '../../src/plugins/jekyll/contracts/service';
import { hashOf } from '../../src/plugins/jekyll/blog/hash';
import globalSetup from '../helpers/global-setup';
import { bootStrapi } from '../helpers/strapi';

const BATCH = 200;
const POSTS = 'posts';

/** A post of some five thousand characters, as its file says it. */
const textOf = (slug: string): string =>
  `---\ntitle: "글 ${slug}"\ndate: 2025-03-02 09:00:00 +0900\ncategories: [AI, News]\n---\n\n${bodyOf(slug)}\n`;
const bodyOf = (slug: string): string =>
  Array.from(
    { length: 60 },
    (_, n) => `${slug}의 ${n}번째 단락입니다. A sentence in English follows.`,
  ).join('\n\n');

async function fill(strapi: Core.Strapi, blog: string, count: number): Promise<void> {
  await mkdir(path.join(blog, '_posts'), { recursive: true });
  await writeFile(path.join(blog, '_config.yml'), 'title: Bench\n');
  const now = Date.now();
  for (let from = 0; from < count; from += BATCH) {
    const rows: object[] = [];
    const files: object[] = [];
    for (let n = from; n < Math.min(count, from + BATCH); n += 1) {
      const slug = `bench-${n}`;
      const text = textOf(slug);
      const file = `_posts/2025-03-02-${slug}.md`;
      await writeFile(path.join(blog, file), text);
      const row = {
        document_id: `bench${String(n).padStart(19, '0')}`,
        title: `글 ${slug}`,
        slug,
        date: Date.parse('2025-03-02T00:00:00Z'),
        categories: '["AI","News"]',
        body: bodyOf(slug),
        created_at: now,
        updated_at: now,
        locale: 'ko',
      };
      rows.push({ ...row, published_at: null }, { ...row, published_at: now });
      files.push({
        document_id: `file${String(n).padStart(20, '0')}`,
        post: row.document_id,
        entry_locale: 'ko',
        path: file,
        text,
        hash: hashOf(text),
        zone: 'Asia/Seoul',
        origin: 'imported',
        live: true,
        withdrawn: false,
        created_at: now,
        updated_at: now,
      });
    }
    await strapi.db.connection(POSTS).insert(rows);
    await strapi.db.connection('jekyll_files').insert(files);
  }
}

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 10_000);
  await globalSetup();
  const { strapi, close } = await bootStrapi();
  const blogDir = await mkdtemp(path.join(os.tmpdir(), 'bench-blog-'));
  try {
    await fill(strapi, blogDir, count);
    const service = strapi.plugin('jekyll').service('blog');
    const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      const cpu = process.cpuUsage();
      const start = performance.now();
      const told = await work();
      const { user, system } = process.cpuUsage(cpu);
      const ms = (value: number): string => `${value.toFixed(0).padStart(7)} ms`;
      console.log(
        `${name.padEnd(44)}${ms(performance.now() - start)} ${ms((user + system) / 1000)} CPU  ${String(told)}`,
      );
    };
    const run = async (options: Partial<ExportRequest> = {}): Promise<string> => {
      const { totals } = await service.export({ blogDir, ...options });
      return Object.entries(totals)
        .filter(([, n]) => n !== 0)
        .map(([action, n]) => `${n} ${action}`)
        .join(', ');
    };
    await timed('rows and files read, nothing else', async () => {
      await strapi.db.connection(POSTS).whereNotNull('published_at').select();
      for (let n = 0; n < count; n += 1) {
        readFileSync(path.join(blogDir, `_posts/2025-03-02-bench-${n}.md`));
      }
      return '';
    });
    await timed('export, each post looked at', () => run());
    for (let round = 0; round < 3; round += 1) {
      await timed('export, nothing changed', () => run());
    }
    const change = async (title: string) =>
      strapi.documents('api::post.post').update({
        documentId: `bench${String(7).padStart(19, '0')}`,
        locale: 'ko',
        status: 'published',
        data: { title } as never,
      });
    for (const title of ['하나', '둘', '셋']) {
      await change(title);
      await timed('export, one post changed', () => run());
    }
    for (const title of ['넷', '다섯', '여섯']) {
      await change(title);
      await timed('export of one changed post, by its slug', () => run({ posts: ['bench-7'] }));
    }
  } finally {
    await close();
    await rm(blogDir, { recursive: true, force: true });
  }
}

void main();
