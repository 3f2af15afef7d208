export { isLocked } from './locked';
export { type Transaction, writeTransaction } from './write-transaction';
