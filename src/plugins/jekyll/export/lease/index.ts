export { BlogBusyError, type LeaseHolder, LeaseLostError, waitingFor } from './errors';
export { type Lease, type LeaseOptions, withLease } from './with-lease';
