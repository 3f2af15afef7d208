export { findUnchanged, type Version } from './find-unchanged';
export { forgetMark, type InStep, keepMarks } from './keep-marks';
