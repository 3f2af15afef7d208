import type { Core } from '@strapi/strapi';
import type { ImportedPost } from '../contracts/report';
import type { Problem } from '../core/problem';
import { type BulkModel, type PlannedPost, planPost, writePosts } from '../entries/bulk';
import { createReferenceIndex, findReferences, wantedReferences } from '../entries/references';
import { POST_UID } from '../server/src/content-model';
import { type Transaction, writeTransaction } from '../server/src/database';
import { rememberImported } from '../server/src/translations';
import { openBatchTwins } from './batch-twins';
import { notTaken, type PostSource } from './import-file';
import type { ImportedMedia } from './media';
import type { ImportRun } from './run';
import { isDraft, recordOf, storePost } from './store-post';
import type { BlogVersions } from './versions';

/** Files put into the library before posts are stored: people see that the import goes on. */
const UPLOADS = 16;

/** What storing new posts needs to know. */
interface Storing {
  readonly run: ImportRun;
  readonly versions: BlogVersions;
  /** Media of files that wait, once they are in the library. */
  readonly media: Map<PostSource, ImportedMedia>;
  readonly tell: (report: ImportedPost) => void;
}

/** A file with the rows that it becomes. */
interface PlannedFile {
  readonly source: PostSource;
  readonly post: PlannedPost;
  readonly problems: readonly Problem[];
}

/**
 * Makes entries of new files, many in one transaction. Those that the Document Service has to look at
 * go through it alone, in their turn, and so do all files of a transaction that failed: the one that
 * is to blame is reported, the others are stored.
 *
 * @param tell told of each file, in order, once it is stored
 */
export async function storeNewPosts(
  run: ImportRun,
  versions: BlogVersions,
  sources: readonly PostSource[],
  tell: (report: ImportedPost) => void,
): Promise<void> {
  const storing: Storing = { run, versions, media: new Map(), tell };
  const together = run.options.dryRun ? null : run.bulk;
  let left = sources;
  while (left.length > 0) {
    run.options.signal?.throwIfAborted();
    const { done, refused } = together
      ? await storeTogether(storing, together, left)
      : { done: 0, refused: true };
    left = left.slice(done);
    const [next] = left;
    if (!refused || !next) continue;
    await storeAlone(storing, next);
    left = left.slice(1);
  }
}

async function storeAlone(
  { run, versions, media, tell }: Storing,
  source: PostSource,
): Promise<void> {
  const report = await storePost(run, versions, source, media.get(source)).catch((error: unknown) =>
    notTaken(run, source.file, error),
  );
  tell(report);
}

interface Stored {
  /** Files that are stored, or reported. */
  readonly done: number;
  /** The next one has to go alone. */
  readonly refused: boolean;
}

/** Stores the first of the sources in one transaction, as many as can go together. */
async function storeTogether(
  storing: Storing,
  model: BulkModel,
  sources: readonly PostSource[],
): Promise<Stored> {
  const { run, media, tell } = storing;
  const batch = await withMedia(storing, sources);
  if (batch.length === 0) return { done: 0, refused: true };
  try {
    const files = await writeTransaction(run.strapi, async ({ trx }) => {
      const planned = await planFiles(storing, model, batch);
      if (planned.length > 0) await writeFiles(run, trx, model, planned);
      return planned;
    });
    for (const { source, post, problems } of files) {
      run.made.set(source.file, { documentId: post.documentId, locale: source.locale });
      tell(source.report('created', [...problems, ...(media.get(source)?.problems ?? [])]));
    }
    return { done: files.length, refused: files.length < batch.length };
  } catch (error) {
    if (run.options.signal?.aborted) throw error;
    for (const source of batch) await storeAlone(storing, source);
    return { done: batch.length, refused: false };
  }
}

/** Takes the media of the first sources into the library: within a transaction nothing waits for a disk. */
async function withMedia(
  { run, media }: Storing,
  sources: readonly PostSource[],
): Promise<PostSource[]> {
  const ready: PostSource[] = [];
  const before = run.media.count();
  for (const source of sources) {
    run.options.signal?.throwIfAborted();
    if (run.media.count() - before >= UPLOADS) break;
    const taken =
      media.get(source) ?? (await run.media.take(source.post.content).catch(() => null));
    // What is wrong is told when the file is stored alone.
    if (!taken) break;
    media.set(source, taken);
    ready.push(source);
  }
  return ready;
}

/** Plans files one after the other, up to the first that has to go alone. */
async function planFiles(
  { run, versions, media }: Storing,
  model: BulkModel,
  batch: readonly PostSource[],
): Promise<PlannedFile[]> {
  const { strapi } = run;
  const citations = batch.flatMap(({ post }) =>
    post.content.sections.flatMap(({ items }) => items.flatMap((item) => item.citations)),
  );
  const cited = [...wantedReferences(citations).values()];
  const references = createReferenceIndex(await findReferences(strapi, cited));
  const twins = await openBatchTwins(run, versions, batch);
  const newDocumentId = documentIds(strapi);
  const files: PlannedFile[] = [];
  for (const source of batch) {
    const found = twins.find(source);
    if (!found) break;
    const target = {
      locale: source.locale,
      draft: isDraft(run, source),
      coverId: media.get(source)?.coverId ?? null,
      twin: found.twin,
    };
    const context = { model, references, newDocumentId, hasItem: twins.hasItem };
    const post = planPost(source.post.content, target, context);
    if (!post) break;
    twins.note(source, post);
    files.push({ source, post, problems: found.problems });
  }
  return files;
}

/** Makes ids of documents as Strapi does. */
function documentIds(strapi: Core.Strapi): () => string {
  const { documentId } = strapi.db.metadata.get(POST_UID).attributes as Record<
    string,
    { default?: unknown }
  >;
  const make = documentId?.default;
  if (typeof make !== 'function') throw new Error('Strapi makes no ids of documents.');
  return () => String(make());
}

async function writeFiles(
  run: ImportRun,
  trx: Transaction['trx'],
  model: BulkModel,
  files: readonly PlannedFile[],
): Promise<void> {
  const posts = files.map(({ post }) => post);
  await writePosts(run.strapi, trx, model, posts);
  await rememberImported(
    run.strapi,
    posts.flatMap(({ joined }) => joined),
  );
  await run.records.saveNew(
    files.map(({ source, post }) => ({
      record: recordOf(run, source, post.documentId),
      summary: source.summary,
    })),
  );
}
