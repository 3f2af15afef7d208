import type { RowFilter } from '../../entries/rows';
import type { Run } from '../run';
import { contextKey } from './context-key';
import { type Head, headPages } from './heads';
import { isSameMedia, mediaOfMarks } from './media-state';
import { readSources } from './sources';

/** A published version of a post as an export meets it. */
export interface Version {
  readonly head: Head;
  /** Stands for what the entry says; see {@link readSources}. */
  readonly source: string;
  /** Path of its file where nothing has changed on either side since both were last compared. */
  readonly unchanged: string | null;
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
    const marks = run.options.full ? [] : heads.filter(isSame).flatMap(({ mark }) => mark ?? []);
    const stamps = await folder.stamps(marks.map(({ path }) => path));
    const standing = new Set(
      marks.filter(({ stamp }, index) => stamp === stamps[index]?.text).map(({ path }) => path),
    );
    yield heads.map((head) => {
      const path = isSame(head) ? (head.mark?.path ?? null) : null;
      const unchanged = path !== null && standing.has(path) ? path : null;
      return { head, source: sources.get(head.id) ?? '', unchanged };
    });
  }
}
