/** Whether an error says that somebody else writes to the blog right now (export/lease). */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && error.name === 'BlogBusyError';
