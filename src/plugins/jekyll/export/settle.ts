import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../server/src/database';
import { hashOf } from '../blog/hash';
import { withRedirect } from '../core/address';
import type { Problem } from '../core/problem';
import { words } from '../entries/compose';
import { loadVersion, type PostRow } from '../entries/rows';
import {
  planTakeBack,
  storeTakeBack,
  takeMedia,
  type TakenMedia,
  type TakePlan,
} from '../import/take-back';
import { POST_UID } from '../server/src/content-model';
import { ASSET_UID } from '../server/src/plugin-id';
import type { Outcome } from './apply';
import { type PlacedText, writeVersion } from '../entries/write-version';
import type { Run } from './run';
import { type MediaNote, type Note, type PostNote, postsOf, type RemovalNote } from './note';
import { notTakenBack } from './problems';
import { forgetMark } from './unchanged';

/**
 * Brings the database in line with the files that stand now. Harmless where it was done before: a
 * unit whose record is another than it was planned with is left for the next run to look at.
 *
 * @returns problems by path of the file
 */
export async function settle(
  run: Run,
  outcomes: readonly Outcome<Note>[],
): Promise<Map<string, Problem[]>> {
  const problems = new Map<string, Problem[]>();
  for (const { note, status } of outcomes) {
    if (status !== 'applied') continue;
    if (note.kind === 'media') await settleMedia(run.strapi, note);
    else if (note.kind === 'removal') await settleRemoval(run, note);
    else
      for (const post of postsOf(note)) problems.set(post.final.path, await settlePost(run, post));
  }
  return problems;
}

async function settleMedia(strapi: Core.Strapi, { assets }: MediaNote): Promise<void> {
  const query = strapi.db.query(ASSET_UID);
  for (const { path, hash, fileId } of assets) {
    if (await query.findOne({ where: { path } })) continue;
    await query.create({ data: { path, hash, fileId, origin: 'exported' } });
  }
}

async function settleRemoval({ strapi, records }: Run, { known }: RemovalNote): Promise<void> {
  await writeTransaction(strapi, async () => {
    const record = await records.load(known.id);
    // Published again since: the next run writes it.
    if (!record?.withdrawn || record.hash !== known.hash) return;
    await records.release(record);
    await forgetMark(strapi, record);
  });
}

async function settlePost(run: Run, note: PostNote): Promise<Problem[]> {
  const { strapi, records, folder } = run;
  const bytes = await folder.read(note.final.path);
  // Changed again in the blog: what the record says still is what both sides agreed on.
  if (!bytes || hashOf(bytes) !== note.final.hash) return [];
  const final = { path: note.final.path, text: bytes.toString('utf8') };
  const taking = note.pull && (await prepareTakeBack(run, note, final, note.pull));
  const problems = [...(taking ? taking.media.problems : [])];
  await writeTransaction(strapi, async () => {
    const record = await records.find(note.post, note.locale);
    if (record ? record.hash !== note.known?.hash : note.known !== null) return;
    const published = await publishedRow(strapi, note);
    // Published anew meanwhile: the next run brings the two together.
    const takes = taking && (published?.id ?? null) === note.published ? taking : null;
    if (note.pull && !takes) problems.push(notTakenBack(final.path));
    const agreed = note.pull && !takes ? note.pull : (note.agreed ?? final);
    // A post that was withdrawn during the run loses its file with the next one.
    const state = takes
      ? {
          ...(await storeTakeBack(strapi, takes.plan, takes.media, note.chosen === true)),
          withdrawn: false,
        }
      : { live: true, withdrawn: published === null };
    if (note.redirect) await addRedirect(strapi, note, note.redirect);
    await records.save(
      {
        post: note.post,
        locale: note.locale,
        path: agreed.path,
        text: agreed.text,
        zone: note.zone,
        origin: note.origin,
        strategy: note.strategy ?? null,
        ...state,
      },
      record,
    );
  });
  return problems;
}

/** Plans the take-back anew from what stands now; null where it can't be done any more. */
async function prepareTakeBack(
  run: Run,
  note: PostNote,
  final: PlacedText,
  ours: PlacedText,
): Promise<{ plan: TakePlan; media: TakenMedia } | null> {
  const { strapi, records } = run;
  const record = await records.find(note.post, note.locale);
  const draft = await loadVersion(strapi, note.post, note.locale, 'draft');
  const published = await loadVersion(strapi, note.post, note.locale, 'published');
  if (!draft || (record?.hash ?? null) !== (note.known?.hash ?? null)) return null;
  if ((published?.id ?? null) !== note.published) return null;
  const write = (row: PostRow) => writeVersion(run.media, run.contextOf, row, record);
  const plan = await planTakeBack({ draft, published }, ours, final, {
    zone: note.zone,
    write,
    keepDraft: note.chosen === true,
  });
  return plan && { plan, media: await takeMedia(plan, run.library) };
}

async function publishedRow(
  strapi: Core.Strapi,
  { post, locale }: PostNote,
): Promise<{ id: number } | null> {
  return (await strapi.db.query(POST_UID).findOne({
    where: { documentId: post, locale, publishedAt: { $notNull: true } },
    select: ['id'],
  })) as { id: number } | null;
}

/** Both versions name the old address, so that publishing the draft doesn't take it away again. */
async function addRedirect(
  strapi: Core.Strapi,
  { post, locale }: PostNote,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const query = strapi.db.query(POST_UID);
  const rows = (await query.findMany({
    where: { documentId: post, locale },
    select: ['id', 'redirects', 'updatedAt'],
  })) as { id: number; redirects: unknown; updatedAt: string }[];
  for (const { id, redirects, updatedAt } of rows) {
    const data = { redirects: withRedirect(words(redirects), from, to), updatedAt };
    await query.update({ where: { id }, data });
  }
}
