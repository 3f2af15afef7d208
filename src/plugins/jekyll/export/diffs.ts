import type { ExportRequest } from '../contracts/service';

/** The diffs of a run's report, as long as there is room for them. */
export interface Diffs {
  /** The report's part of a file; nothing where none was asked for, or there is no room left. */
  of(diff: () => string): { readonly diff?: string };
}

export function collectDiffs({
  diff: wanted,
  diffLimit = Infinity,
}: Pick<ExportRequest, 'diff' | 'diffLimit'>): Diffs {
  let left = diffLimit;
  return {
    of(make) {
      if (!wanted || left <= 0) return {};
      const diff = make();
      left -= diff.length;
      return left < 0 ? {} : { diff };
    },
  };
}
