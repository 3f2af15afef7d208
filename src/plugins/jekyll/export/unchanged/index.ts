export { findUnchanged, type Version } from './find-unchanged';
export { type InStep, keepMarks } from './keep-marks';
