import { canonicalSurvey } from './canonical';
import { relabel, resolveTargets } from './targets';
import type { SurveyContent } from './types';

/** The survey with labels replaced by what they point to: equal exactly when it says the same. */
export function unlabelled(
  content: SurveyContent,
  without: ReadonlySet<string> = new Set(),
): SurveyContent {
  const canonical = canonicalSurvey(content, undefined, without);
  const targets = resolveTargets(canonical);
  return relabel(canonical, targets, (target) => `\u0000${target.text}`);
}

/** Labels that running text uses and nothing in the survey defines. */
export function danglingLabels(content: SurveyContent): Set<string> {
  const { used, defined } = resolveTargets(content).literal;
  return new Set([...used].filter((label) => !defined.has(label)));
}

/**
 * Whether two surveys say the same up to the spelling of labels: a label in running text is
 * compared by the definition it points to. A definition that only one of them has and that the
 * running text of the other still uses is no difference: `editSurvey` keeps it.
 */
export function sameSurvey(a: SurveyContent, b: SurveyContent): boolean {
  const [forA, forB] = [danglingLabels(b), danglingLabels(a)];
  return JSON.stringify(unlabelled(a, forA)) === JSON.stringify(unlabelled(b, forB));
}
