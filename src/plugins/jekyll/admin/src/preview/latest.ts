/**
 * Sends the newest value: after a short pause, one at a time, and what came meanwhile afterwards.
 * Answers arrive in the order of their questions.
 */
export function createLatest<Value>(send: (value: Value) => Promise<void>, pause: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly value: Value } | null = null;
  let busy = false;
  let stopped = false;

  const run = async (): Promise<void> => {
    if (busy || stopped || !waiting) return;
    const { value } = waiting;
    waiting = null;
    busy = true;
    try {
      await send(value);
    } finally {
      busy = false;
      void run();
    }
  };
  return {
    push(value: Value): void {
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(() => void run(), pause);
    },
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
