export { isBusy } from './busy';
export { errorText, type RunReport } from './outcome';
export { recordRun, type RunMeta } from './record-run';
export { createRuns, type Runs } from './store';
