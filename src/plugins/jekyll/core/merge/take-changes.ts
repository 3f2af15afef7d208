import type { PostContent } from '../post';
import { readOther, sameValue } from '../post/other';
import { sameList, type Rule } from '../post/rule';
import { RULED_FIELDS, RULES } from '../post/rules';
import type { SurveyItem, SurveySection } from '../trend-post';
import { mergeTexts } from './merge-texts';

/**
 * An entry with the changes that were made in its file. What the file says alike before and after
 * stays as the entry has it, in long texts line by line: an entry may hold more than a file can say
 * (a medium of the library instead of a path).
 *
 * @param entry what the entry says
 * @param before what its file said, written from that entry
 * @param after what the file says now
 */
export function takeChanges(
  entry: PostContent,
  before: PostContent,
  after: PostContent,
): PostContent {
  const taken: Record<string, unknown> = { ...after };
  for (const field of RULED_FIELDS) {
    const rule = RULES[field] as Rule<unknown>;
    if (rule.same(before[field], after[field])) taken[field] = entry[field];
  }
  taken['otherFrontMatter'] = takeOther(
    entry.otherFrontMatter,
    before.otherFrontMatter,
    after.otherFrontMatter,
  );
  taken['body'] = takeText(entry.body, before.body, after.body);
  taken['closing'] = takeText(entry.closing, before.closing, after.closing);
  if (sameList(before.keywords, after.keywords)) taken['keywords'] = entry.keywords;
  taken['sections'] = takeSections(entry.sections, before.sections, after.sections);
  return taken as unknown as PostContent;
}

/** Keys that the file says of itself (`lang`, `permalink`) don't become the entry's by a change of others. */
function takeOther(entry: string, before: string, after: string): string {
  if (before === after) return entry;
  const [own, old, next] = [entry, before, after].map((yaml) => readOther(yaml).entries);
  const kept = [...(next?.values() ?? [])].filter(
    ({ key, value }) => own?.has(key) || !old?.has(key) || !sameValue(old.get(key)?.value, value),
  );
  if (kept.length === next?.size) return after;
  return kept.map(({ source }) => (source.endsWith('\n') ? source : `${source}\n`)).join('');
}

/** The lines that the file left alone as the entry has them, the others as the file does. */
function takeText<T extends string | null>(entry: T, before: T, after: T): T {
  if (before === after) return entry;
  if (entry === null || before === null || after === null) return after;
  return (mergeTexts(before, entry, after).text ?? after) as T;
}

/** Sections and items are written in the entry's order: the same place in both is the same one. */
function takeSections(
  entry: readonly SurveySection[],
  before: readonly SurveySection[],
  after: readonly SurveySection[],
): SurveySection[] {
  const pairs = before.flatMap((section, at) =>
    section.items.flatMap((item, index): ItemPair[] => {
      const own = entry[at]?.items[index];
      return own ? [{ own, before: item }] : [];
    }),
  );
  const known = new Map(pairs.map((pair) => [itemKey(pair.before), pair.own]));
  const byTitle = new Map(pairs.map((pair) => [pair.before.title, pair]));
  return after.map((section) => {
    const at = before.findIndex(
      ({ heading, prefix }) => heading === section.heading && prefix === section.prefix,
    );
    const [own, old] = [entry[at], before[at]];
    const items = section.items.map(
      (item) => known.get(itemKey(item)) ?? takeItem(item, byTitle.get(item.title)),
    );
    if (!own || !old) return { ...section, items };
    const { heading, prefix } = own;
    return { heading, prefix, lead: takeText(own.lead, old.lead, section.lead), items };
  });
}

/** An item as the entry has it, and as its file said it. */
interface ItemPair {
  readonly own: SurveyItem;
  readonly before: SurveyItem;
}

function takeItem(item: SurveyItem, pair: ItemPair | undefined): SurveyItem {
  return pair ? { ...item, body: takeText(pair.own.body, pair.before.body, item.body) } : item;
}

const itemKey = ({ title, body, citations }: SurveyItem): string =>
  JSON.stringify([title, body, citations.map(({ label, text }) => [label, text])]);
