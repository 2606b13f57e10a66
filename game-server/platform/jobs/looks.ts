// Polls for work: when asked to, and otherwise after a while; never twice at the same time. One timer.

export interface Looks {
  /** At once; after the one that runs, if one does. */
  readonly look: () => void;
  /** Looks no more. Resolves when the one that runs is over. */
  stop(): Promise<void>;
}

/** Looks once at first. @param lookOnce never rejects */
export function startLooks(lookOnce: () => Promise<void>, everyMs: number): Looks {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let again = false;

  function look(): void {
    if (stopped) return;
    clearTimeout(timer);
    again = looking !== null;
    looking ??= lookOnce().finally(() => {
      looking = null;
      if (!stopped) timer = setTimeout(look, again ? 0 : everyMs);
    });
  }

  look();
  return {
    look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
