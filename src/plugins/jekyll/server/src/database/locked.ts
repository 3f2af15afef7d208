const LOCKED =
  /^(?:SQLITE_BUSY|SQLITE_LOCKED|40001$|40P01$|55P03$|ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT)/;

/** Another connection was in the way for a moment: the statement did nothing and can be tried again. */
export const isLocked = (error: unknown): boolean =>
  LOCKED.test(String((error as { code?: unknown } | null)?.code ?? ''));
