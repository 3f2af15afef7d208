import { recordKey } from '../../blog/record';
import type { RowFilter } from '../../entries/rows';
import type { Run } from '../run';
import { contextKey } from './context-key';
import { type Head, headPages, type Mark } from './heads';
import { isSameMedia, mediaOfMarks } from './media-state';
import { readSources } from './sources';

/** A published version of a post as an export meets it. */
export interface Version {
  /** Of its row. */
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  /** Stands for what the entry says; see {@link readSources}. */
  readonly source: string;
  /** Where nothing has changed on either side since both were last compared: slug and path of then. */
  readonly unchanged: Pick<Mark, 'slug' | 'path'> | null;
}

/**
 * The published versions that a filter names, in pages. A version whose rows, record, file and
 * surroundings are as they were when an export found them in step needs no second look: neither its
 * texts nor its file is read.
 */
export async function* findUnchanged(
  run: Run,
  filter: RowFilter,
): AsyncGenerator<readonly Version[]> {
  const { strapi, folder } = run;
  const context = contextKey(run);
  for await (const heads of headPages(strapi, filter)) {
    const sources = await readSources(strapi, heads);
    const media = await mediaOfMarks(
      strapi,
      heads.map(({ mark }) => mark),
    );
    const isSame = ({ id, record, mark }: Head): boolean =>
      mark !== null &&
      mark.context === context &&
      mark.record === record &&
      mark.source === sources.get(id) &&
      isSameMedia(mark, media);
    const asked = heads.filter(isAsked(filter));
    const same = run.options.full ? [] : asked.filter(isSame);
    const stamps = await folder.stamps(same.map(({ mark }) => mark?.path ?? ''));
    const unchanged = new Set(same.filter(({ mark }, at) => mark?.stamp === stamps[at]?.text));
    // A slug that may have changed is told by the row, once that is read.
    const isNamed = (head: Head): boolean =>
      !unchanged.has(head) || (filter.slugs?.includes(head.mark?.slug ?? '') ?? true);
    yield asked.filter(isNamed).map((head) => ({
      id: head.id,
      documentId: head.documentId,
      locale: head.locale,
      source: sources.get(head.id) ?? '',
      unchanged: unchanged.has(head) ? head.mark : null,
    }));
  }
}

/** Other versions of a document are looked at beside those that a filter names. */
function isAsked({ locales, versions }: RowFilter): (head: Head) => boolean {
  const keys = versions && new Set(versions.map((one) => recordKey(one.documentId, one.locale)));
  return ({ documentId, locale }) =>
    (locales?.includes(locale) ?? true) && (keys?.has(recordKey(documentId, locale)) ?? true);
}
