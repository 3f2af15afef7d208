import { AsyncLocalStorage } from 'node:async_hooks';

const suspended = new AsyncLocalStorage<true>();

/**
 * Runs `work` so that what it publishes, withdraws or deletes is not queued for export: it comes
 * from the blog. An import and an export's own take-backs stand in it:
 * `withoutAutoExport(() => importBlog(strapi, request))`.
 */
export const withoutAutoExport = <T>(work: () => Promise<T>): Promise<T> =>
  suspended.run(true, work);

/** Whether this runs within {@link withoutAutoExport}. */
export const isSuspended = (): boolean => suspended.getStore() === true;
