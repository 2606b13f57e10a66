// Runs steps, as many at once as there is room for, in the order given.

/** @param atOnce at least 1 @returns the result of each, in the same order */
export async function runPool<T>(steps: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const outcomes: T[] = [];
  const waiting = steps.entries();
  const work = async (): Promise<void> => {
    for (const [at, step] of waiting) outcomes[at] = await step();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, work));
  return outcomes;
}
