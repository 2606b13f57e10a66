// Does something again and again, the next time only once the last has ended.

export interface After {
  /** Calls back once; answers how to keep it from that. */
  after(ms: number, callback: () => void): () => void;
}

/** Answers how to stop. */
export function every(
  ms: number,
  timers: After,
  act: () => Promise<void>,
  complain: (error: unknown) => void,
): () => void {
  let isStopped = false;
  let cancel = (): void => {};
  const plan = (): void => {
    if (!isStopped) cancel = timers.after(ms, () => void act().catch(complain).finally(plan));
  };
  plan();
  return () => {
    isStopped = true;
    cancel();
  };
}
