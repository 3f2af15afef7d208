export { type CheckOptions, checkPost, takeApart } from './check-post';
export type {
  BlogFacts,
  DeadLink,
  FactName,
  LinkedPost,
  LintIssue,
  Sibling,
  Translations,
  UnpublishedItem,
} from './facts';
export { newErrorsOnly, newFindings } from './known';
export { type Questions, questionsOf } from './questions';
export { RULES } from './rules';
export { activeRules, checksSchema, type CheckSettings } from './settings';
export type { CheckedPost, Level, PostText, Rule, Severity } from './types';
