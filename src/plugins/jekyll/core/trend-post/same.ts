import { canonicalSurvey } from './canonical';
import { relabel, resolveTargets } from './targets';
import type { SurveyContent } from './types';

/** The survey with labels replaced by what they point to: equal exactly when it says the same. */
export function unlabelled(content: SurveyContent): SurveyContent {
  const canonical = canonicalSurvey(content);
  const targets = resolveTargets(canonical);
  return relabel(canonical, targets, (target) => `\u0000${target.text}`);
}

/**
 * Whether two surveys say the same up to the spelling of labels: a label in running text is
 * compared by the definition it points to.
 */
export function sameSurvey(a: SurveyContent, b: SurveyContent): boolean {
  return JSON.stringify(unlabelled(a)) === JSON.stringify(unlabelled(b));
}
