import type { LabelChange } from '../contracts/on-blog';
import type { SurveySection } from '../core/trend-post';

interface Cited {
  readonly item: string;
  readonly label: string;
}

/** Citations by what they print, in the order of the post. */
function citedBy(sections: readonly SurveySection[]): Map<string, Cited[]> {
  const cited = new Map<string, Cited[]>();
  for (const { items } of sections) {
    for (const { title, citations } of items) {
      for (const { label, text } of citations) {
        cited.set(text, [...(cited.get(text) ?? []), { item: title, label }]);
      }
    }
  }
  return cited;
}

/**
 * Footnotes that both texts have under different labels, in the order of the later text. What is
 * cited twice is told apart by its item, and within an item by its order.
 */
export function labelChanges(
  before: readonly SurveySection[],
  after: readonly SurveySection[],
): LabelChange[] {
  const old = citedBy(before);
  const changes: LabelChange[] = [];
  for (const [text, citations] of citedBy(after)) {
    const left = [...(old.get(text) ?? [])];
    for (const { item, label } of citations) {
      const own = left.findIndex((one) => one.item === item);
      const [known] = left.splice(own < 0 ? 0 : own, 1);
      if (known && known.label !== label) changes.push({ item, from: known.label, to: label });
    }
  }
  return changes;
}
