export { insertLinks, insertRows, type NewRow } from './insert';
export { isLocked } from './locked';
export { type Transaction, writeTransaction } from './write-transaction';
