export { type BulkModel, readBulkModel } from './model';
export {
  type JoinedVersion,
  type PlanContext,
  type PlannedPost,
  planPost,
  rowOfPlanned,
} from './plan';
export { writePosts } from './write';
