import type { PostContent } from '../core/post';
import type { SurveyItem } from '../core/trend-post';
import { composePost } from './compose';
import { citedReference } from './decompose';
import type { PostRow } from './rows';

interface Candidate {
  readonly documentId: string;
  readonly section: number;
  readonly index: number;
  readonly title: string;
  readonly citations: string;
  /** Addresses that it cites. */
  readonly urls: ReadonlySet<string>;
}

/**
 * Which document each item of a post belongs to, in the order of the post; null for a new one.
 * Against an earlier version of the same locale an item is known by its title, its citations, its
 * place; against a translation as {@link matchTranslation} says.
 *
 * @param kept items whose documents are known already
 */
export function matchItems(
  content: PostContent,
  existing: PostRow | null,
  twin: PostRow | null,
  kept: ReadonlyMap<SurveyItem, string>,
): (string | null)[] {
  const wanted = places(content);
  if (!existing && !twin) return wanted.map(() => null);
  const row = existing ?? twin;
  const old = row ? candidates(row) : [];
  if (!existing) return matchTranslation(wanted, old);
  const result: (string | null)[] = content.sections.flatMap(({ items }) =>
    items.map((item) => kept.get(item) ?? null),
  );
  const used = new Set(kept.values());
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

/**
 * Which items of a translation are versions of which: those that alone cite the same addresses in
 * both; then, where both have the same structure and what is known already keeps its place, those in
 * the same place that cite nothing that speaks against it. Others are items of their own.
 */
function matchTranslation(
  wanted: readonly Omit<Candidate, 'documentId'>[],
  old: readonly Candidate[],
): (string | null)[] {
  const keyOf = ({ urls }: Pick<Candidate, 'urls'>): string => [...urls].sort().join('\n');
  const alone = (items: readonly Pick<Candidate, 'urls'>[], key: string): boolean =>
    key !== '' && items.filter((item) => keyOf(item) === key).length === 1;
  const partners = wanted.map((item): Candidate | null => {
    const key = keyOf(item);
    if (!alone(wanted, key) || !alone(old, key)) return null;
    return old.find((other) => keyOf(other) === key) ?? null;
  });
  const inPlace = (item: Omit<Candidate, 'documentId'>, other: Candidate | undefined): boolean =>
    item.section === other?.section && item.index === other.index;
  const parallel =
    old.length === wanted.length &&
    wanted.every((item, at) => inPlace(item, old[at])) &&
    partners.every((partner, at) => partner === null || partner === old[at]);
  return wanted.map((item, at) => {
    const partner = partners[at] ?? (parallel ? old[at] : undefined);
    return partner && mayBeOne(item, partner) ? partner.documentId : null;
  });
}

/** Of two items that both cite addresses, one cites what the other does. */
const mayBeOne = (a: Pick<Candidate, 'urls'>, b: Pick<Candidate, 'urls'>): boolean =>
  a.urls.size === 0 || b.urls.size === 0 || [...a.urls].some((url) => b.urls.has(url));

function places(content: PostContent): Omit<Candidate, 'documentId'>[] {
  return content.sections.flatMap(({ items }, section) =>
    items.map(({ title, citations }, index) => ({
      section,
      index,
      title,
      citations: citations.map(({ text }) => text).join('\n'),
      urls: new Set(citations.flatMap((citation) => citedReference(citation).url ?? [])),
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
