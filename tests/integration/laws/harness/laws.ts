import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  POST_UID,
  REFERENCE_UID,
  TREND_ITEM_UID,
} from '../../../../src/plugins/jekyll/server/src/content-model';
import { FILE_UID } from '../../../../src/plugins/jekyll/server/src/plugin-id';
import type { Edit, PlannedEdit } from './edit';
import { checkWithPsych } from './independent-reader';
import { differencesAfterErasing } from './erased';
import { DRAFT_MARK, leaveDraft } from './drafts';
import { postEdits } from './post-edits';
import { surveyEdits } from './survey-edits';
import { runEdit, type Sighting } from './run-edit';
import { isFull, sampleOf } from './seeded';
import { type BlogSource, type LawPost, LawSession } from './session';
import { Tally } from './tally';

/** A corpus under the laws. */
export interface Corpus {
  readonly name: string;
  readonly sources: () => readonly BlogSource[];
  /** How many edits a seeded sample makes. */
  readonly sample: number;
  /** How many posts a seeded sample has; all without it. */
  readonly posts?: number;
  /** How many values the whole run gives to each field of each post. */
  readonly rounds: number;
  /** Files that can't be said in full without their baseline, each named in the report. */
  readonly namedWhenErased?: readonly string[];
  /** `itWithShared` where the corpus is no part of the repository. */
  readonly test: jest.It;
  /** Whether the corpus is there. */
  readonly present: boolean;
}

const HOUR = 3_600_000;

/** The four laws over one corpus, with one Strapi. */
export function describeLaws(corpus: Corpus): void {
  const law = corpus.test;
  describe(`laws on ${corpus.name}`, () => {
    let session: LawSession;

    beforeAll(async () => {
      if (!corpus.present) return;
      session = await LawSession.open(corpus.sources(), isFull() ? Infinity : corpus.posts);
    }, HOUR);
    afterAll(async () => {
      if (corpus.present) await session.close();
    });

    law(
      'every file comes back byte for byte, and a second walk changes nothing',
      async () => {
        const imported = await session.service.import({ blogDir: session.blog });
        const failed = imported.posts.filter(({ action }) => action !== 'created');
        expect(failed.map(({ file, problems }) => ({ file, problems }))).toEqual([]);
        await session.loadPosts();

        const empty = await session.emptyFolder();
        const moved = await session.export({ blogDir: empty });
        expect(unlike(moved.files, 'add')).toEqual([]);
        const written = await filesUnder(empty);
        const different: string[] = [];
        for (const post of session.posts) {
          const bytes = written.get(post.file) ?? null;
          const original = await readFile(path.join(session.blog, post.file));
          if (!bytes?.equals(original)) different.push(post.file);
        }
        expect(different).toEqual([]);

        const before = await stamps(session.blog);
        expect(unlike((await session.export({ full: true })).files, 'same')).toEqual([]);
        const rows = await rowsOf(session);
        const again = await session.service.import({ blogDir: session.blog });
        expect(again.posts.filter(({ action }) => action !== 'same')).toEqual([]);
        expect(await rowsOf(session)).toBe(rows);
        expect(unlike((await session.export({ full: true })).files, 'same')).toEqual([]);
        expect(await stamps(session.blog)).toEqual(before);
      },
      HOUR,
    );

    law(
      'an edit of a field changes its lines, says exactly that, and can be taken back',
      async () => {
        const tally = new Tally();
        const sightings: Sighting[] = [];
        for (const { post, planned } of drawn(session, corpus)) {
          const edit: Edit | null = await planned.draw();
          if (edit) await runEdit(session, post, edit, tally, sightings);
        }
        const psych = checkWithPsych(sightings, tally) ? 'read by Psych too' : 'no Ruby here';
        process.stdout.write(`${tally.summary(corpus.name)}; ${psych}\n`);
        expect(tally.report()).toBe('');
        expect(tally.tried).toBeGreaterThan(0);
      },
      HOUR,
    );

    law(
      'without any baseline every file says the same',
      async () => {
        await session.eraseBaselines();
        const empty = await session.emptyFolder();
        const report = await session.export({ blogDir: empty });
        const named = corpus.namedWhenErased ?? [];
        expect(unlike(report.files, 'add').filter(({ path: at }) => !named.includes(at))).toEqual(
          [],
        );
        const unlikePosts: string[] = [];
        for (const post of session.posts.filter((post) => !named.includes(post.file))) {
          // The name may follow the slug then: nothing knows any more that a key said it.
          const file = report.files.find(
            ({ slug, locale }) => slug === post.content.slug && locale === post.locale,
          );
          const text = file && (await readFile(path.join(empty, file.path), 'utf8'));
          unlikePosts.push(
            ...(file && text
              ? differencesAfterErasing(post, file.path, text)
              : [`${post.file}: no file`]),
          );
        }
        expect(unlikePosts).toEqual([]);
        const before = await stamps(empty);
        const again = await session.export({ blogDir: empty, full: true });
        expect(again.files.filter(({ action }) => action !== 'same')).toEqual([]);
        expect(await stamps(empty)).toEqual(before);
      },
      HOUR,
    );

    law(
      'what stands in drafts only reaches no file',
      async () => {
        await session.restoreRecords();
        const drafted = sampleOf(session.posts, isFull() ? Infinity : 20, corpus.name);
        for (const post of drafted) await leaveDraft(session, post);
        const empty = await session.emptyFolder();
        const report = await session.export({ blogDir: empty });
        expect(unlike(report.files, 'add')).toEqual([]);
        const written = await filesUnder(empty);
        const marked = [...written].filter(([, bytes]) => bytes.includes(DRAFT_MARK));
        expect(marked.map(([file]) => file)).toEqual([]);
        const changed = session.posts.filter(
          ({ file, text }) => written.get(file)?.toString('utf8') !== text,
        );
        expect(changed.map(({ file }) => file)).toEqual([]);
      },
      HOUR,
    );
  });
}

/** The edits of this run: all, or a sample that has every kind of edit. */
function drawn(session: LawSession, corpus: Corpus): { post: LawPost; planned: PlannedEdit }[] {
  const rounds = isFull() ? corpus.rounds : 1;
  const all = Array.from({ length: rounds }).flatMap((_, round) =>
    session.posts.flatMap((post) => {
      const seed = `${corpus.name} ${post.file} ${round}`;
      return [...postEdits(session, post, seed), ...surveyEdits(session, post, seed)].map(
        (planned) => ({ post, planned }),
      );
    }),
  );
  if (isFull()) return all;
  const names = [...new Set(all.map(({ planned }) => planned.name))];
  const each = Math.ceil(corpus.sample / names.length);
  return names.flatMap((name) =>
    sampleOf(
      all.filter(({ planned }) => planned.name === name),
      each,
      `${corpus.name} ${name}`,
    ),
  );
}

const unlike = (
  files: readonly { path: string; action: string; problems: readonly unknown[] }[],
  wanted: string,
) => files.filter(({ action, problems }) => action !== wanted || problems.length > 0);

async function filesUnder(root: string): Promise<Map<string, Buffer>> {
  await mkdir(root, { recursive: true });
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const at = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, at), await readFile(at));
  }
  return files;
}

async function stamps(root: string): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const file of (await filesUnder(root)).keys()) {
    times[file] = (await stat(path.join(root, file), { bigint: false })).mtimeMs;
  }
  return times;
}

/** Every row that holds content, as text. */
async function rowsOf(session: LawSession): Promise<string> {
  const tables = await Promise.all(
    [POST_UID, TREND_ITEM_UID, REFERENCE_UID, FILE_UID].map((uid) =>
      session.strapi.db.query(uid).findMany({ orderBy: 'id', populate: true }),
    ),
  );
  return JSON.stringify(tables);
}
