export { createFrontMatter, editFrontMatter } from './edit';
export { CHIRPY_ORDER } from './order';
export { parsePostFile, printPostFile } from './parse';
export { PostFileError } from './problem';
export { readFrontMatter } from './read';
export { readSnippet } from './snippet';
export { isTimestamp, isYamlMap } from './evaluate';
export { equalValues } from './values';
export type { Message, PostFileErrorCode, Problem, ProblemCode } from './problem';
export type {
  EditOptions,
  FrontMatter,
  FrontMatterBlock,
  FrontMatterEdit,
  FrontMatterEntry,
  FrontMatterPair,
  PostFile,
  YamlTimestamp,
  YamlValue,
} from './types';
export { dayOf, printDate, readDate, sameDay } from './dates';
export {
  assertSafeSlug,
  jekyllSlug,
  printFileName,
  readFileName,
  suggestSlug,
  titleFromSlug,
} from './file-name';
export type { FileName } from './file-name';
