// Runs steps side by side, as many as there is room for, in the order given: one that has no room lets smaller ones pass.

export interface PoolStep<T> {
  /** How much of the room it takes while it runs. */
  readonly load: number;
  readonly run: () => Promise<T>;
}

/** @param room one that takes more than this runs by itself @returns the result of each, in the same order */
export async function runPool<T>(steps: readonly PoolStep<T>[], room: number): Promise<T[]> {
  const outcomes: T[] = [];
  const waiting = [...steps.entries()];
  const running = new Map<number, Promise<void>>();
  let load = 0;

  function begin([at, step]: readonly [number, PoolStep<T>]): void {
    load += step.load;
    const end = async (): Promise<void> => {
      outcomes[at] = await step.run();
      load -= step.load;
      running.delete(at);
    };
    running.set(at, end());
  }

  while (waiting.length > 0) {
    const next = waiting.findIndex(([, step]) => running.size === 0 || load + step.load <= room + ROUNDING);
    if (next < 0) await Promise.race(running.values());
    else begin(waiting.splice(next, 1)[0]!);
  }
  await Promise.all(running.values());
  return outcomes;
}

/** Of loads that are added up and taken away again. */
const ROUNDING = 1e-6;
