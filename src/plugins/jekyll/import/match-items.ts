import type { PostContent } from '../core/post';
import { composePost } from '../export/compose';
import type { PostRow } from '../export/rows';

interface Candidate {
  readonly documentId: string;
  readonly section: number;
  readonly index: number;
  readonly title: string;
  readonly citations: string;
}

/**
 * Which document each item of a post belongs to, in the order of the post; null for a new one.
 * Against an earlier version of the same locale an item is known by its title, its citations, its
 * place; against a translation by its place alone, and only where both have the same structure.
 */
export function matchItems(
  content: PostContent,
  existing: PostRow | null,
  twin: PostRow | null,
): (string | null)[] {
  const wanted = places(content);
  if (!existing && !twin) return wanted.map(() => null);
  const row = existing ?? twin;
  const old = row ? candidates(row) : [];
  if (!existing) {
    const parallel =
      old.length === wanted.length &&
      wanted.every(
        (item, at) => item.section === old[at]?.section && item.index === old[at]?.index,
      );
    return wanted.map((_, at) => (parallel ? (old[at]?.documentId ?? null) : null));
  }
  const result: (string | null)[] = wanted.map(() => null);
  const used = new Set<string>();
  const tests: ((a: Omit<Candidate, 'documentId'>, b: Candidate) => boolean)[] = [
    (a, b) => a.title === b.title && a.citations === b.citations,
    (a, b) => a.title === b.title,
    (a, b) => a.citations !== '' && a.citations === b.citations,
    (a, b) => a.section === b.section && a.index === b.index,
  ];
  for (const test of tests) {
    for (const [at, item] of wanted.entries()) {
      if (result[at] !== null) continue;
      const found = old.find((other) => !used.has(other.documentId) && test(item, other));
      if (!found) continue;
      used.add(found.documentId);
      result[at] = found.documentId;
    }
  }
  return result;
}

function places(content: PostContent): Omit<Candidate, 'documentId'>[] {
  return content.sections.flatMap(({ items }, section) =>
    items.map(({ title, citations }, index) => ({
      section,
      index,
      title,
      citations: citations.map(({ text }) => text).join('\n'),
    })),
  );
}

function candidates(row: PostRow): Candidate[] {
  const documents = row.sections.flatMap(({ items }) => items.map(({ documentId }) => documentId));
  return places(composePost(row)).map((place, at) => ({
    ...place,
    documentId: documents[at] ?? '',
  }));
}
