export { findUnchanged, type Version } from './find-unchanged';
export type { Head } from './heads';
export { type InStep, keepMarks } from './keep-marks';
