export { type Link, linkOf, tableOf } from './links';
export { isLocked } from './locked';
export { writeTransaction } from './write-transaction';
