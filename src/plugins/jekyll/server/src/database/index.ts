export { insertLinks, insertRows, type NewRow } from './insert';
export { aliased, type Link, linkOf, tableOf } from './links';
export { isLocked } from './locked';
export { type Transaction, writeTransaction } from './write-transaction';
