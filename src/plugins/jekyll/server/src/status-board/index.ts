export { createStatusBoard, type StatusBoard } from './board';
export { forgetChanges } from './forget-changes';
