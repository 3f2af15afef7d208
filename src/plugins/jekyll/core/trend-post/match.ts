import type { SurveyContent, SurveyItem } from './types';

/** Where an item stands in a survey. */
export interface ItemPlace {
  readonly section: number;
  readonly item: number;
}

/** For each section and item of the new survey the one of the old survey it was, or null. */
export interface Matches {
  readonly sections: readonly (number | null)[];
  readonly items: readonly (readonly (ItemPlace | null)[])[];
}

interface Entry extends ItemPlace {
  readonly value: SurveyItem;
  readonly heading: string;
}

/** What makes two items one, best first; '' never matches. */
const ITEM_KEYS: readonly ((item: SurveyItem) => string)[] = [
  (item) => JSON.stringify(item),
  (item) => item.title,
  (item) => item.citations.map((citation) => citation.text).join('\n'),
  (item) => item.body,
];

/**
 * Finds again what moved or was edited. Both surveys must spell labels alike (`unlabelled`).
 * Items first by equal content, then title, citations, body; sections by heading, by the items
 * they share, by place; at last the items that stand at the same place of the same section.
 */
export function matchSurveys(old: SurveyContent, next: SurveyContent): Matches {
  const from = entries(old);
  const to = entries(next);
  const found = new Map<Entry, Entry>();
  const claimed = new Set<Entry>();
  const claim = (entry: Entry, candidate: Entry) => {
    found.set(entry, candidate);
    claimed.add(candidate);
  };
  for (const key of ITEM_KEYS) {
    for (const sameSection of [true, false]) {
      const free = new Map<string, Entry[]>();
      const place = (entry: Entry) =>
        key(entry.value) === '' ? '' : `${sameSection ? entry.heading : ''}\n${key(entry.value)}`;
      for (const entry of from) {
        if (claimed.has(entry)) continue;
        free.set(place(entry), [...(free.get(place(entry)) ?? []), entry]);
      }
      for (const entry of to) {
        if (found.has(entry) || place(entry) === '') continue;
        const candidate = free.get(place(entry))?.shift();
        if (candidate) claim(entry, candidate);
      }
    }
  }
  const sections = matchSections(old, next, [...found]);
  for (const entry of to) {
    if (found.has(entry)) continue;
    const section = sections[entry.section];
    const candidate = from.find(
      (other) => !claimed.has(other) && other.section === section && other.item === entry.item,
    );
    if (candidate) claim(entry, candidate);
  }
  const items = next.sections.map((section) => section.items.map((): ItemPlace | null => null));
  for (const [entry, { section, item }] of found) {
    const row = items[entry.section];
    if (row) row[entry.item] = { section, item };
  }
  return { sections, items };
}

function matchSections(
  old: SurveyContent,
  next: SurveyContent,
  pairs: readonly (readonly [Entry, Entry])[],
): (number | null)[] {
  const result = next.sections.map((): number | null => null);
  const free = new Set(old.sections.keys());
  const shared = (to: number, from: number) =>
    pairs.filter(([entry, was]) => entry.section === to && was.section === from).length;
  const claimBest = (to: number, score: (from: number) => number) => {
    if (result[to] !== null) return;
    const best = [...free].sort((a, b) => score(b) - score(a))[0];
    if (best === undefined || score(best) <= 0) return;
    result[to] = best;
    free.delete(best);
  };
  const each = [...next.sections.keys()];
  const sameHeading = (to: number, from: number) =>
    next.sections[to]?.heading === old.sections[from]?.heading;
  for (const to of each) {
    claimBest(to, (from) => (sameHeading(to, from) ? 1 + shared(to, from) : 0));
  }
  for (const to of each) claimBest(to, (from) => shared(to, from));
  for (const to of each) claimBest(to, (from) => (from === to ? 1 : 0));
  return result;
}

function entries(content: SurveyContent): Entry[] {
  return content.sections.flatMap(({ heading, items }, section) =>
    items.map((value, item) => ({ section, item, value, heading })),
  );
}
