export { ApplyError, StageError } from './errors';
export { recover, type Recovered } from './recover';
export { openStage, type Stage } from './stage';
export type {
  AppliedChange,
  AppliedRun,
  FileChange,
  Outcome,
  RunHandlers,
  StagedUnit,
  StageOptions,
} from './types';
