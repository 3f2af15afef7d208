export { isLocked } from './locked';
export { writeTransaction } from './write-transaction';
