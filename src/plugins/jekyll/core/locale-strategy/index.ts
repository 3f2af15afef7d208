export {
  ALTERNATES_KEY,
  localeFrontMatter,
  PAGE_ID_KEY,
  type Twin,
  type VersionPlace,
} from './front-matter';
export { type EndedSlug, splitEnding } from './endings';
export { keptFrontMatter } from './kept';
export { languageOf, localeNamed } from './language';
export { type PairFile, type Pairing, pairVersions } from './pair';
export {
  knowsTwins,
  LOCALE_STRATEGIES,
  localePlace,
  type LocalePlace,
  type LocaleRules,
  type LocaleStrategy,
} from './strategies';
