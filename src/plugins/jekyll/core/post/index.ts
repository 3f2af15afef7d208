export * from './form';
export { kindOf, type PostKind } from './body';
export { comingLabels } from './labels';
export * from './content';
export { readPost, type ReadFrontMatter, type ReadPost } from './read-post';
export { saysSame } from './says-same';
export { type Baseline, writePost, type WriteContext, type WrittenPost } from './write-post';
export {
  mediaAddress,
  mediaAddresses,
  mediaCandidates,
  mediaFolder,
  type MediaSite,
} from './media-path';
