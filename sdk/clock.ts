// Time for everything in sdk/, handed in: the browser's, Node's, or a test's virtual one.

export interface Clock {
  /** Monotonic ms from an arbitrary beginning. */
  now(): number;
  /** Calls back about every so many ms; answers how to stop. */
  every(ms: number, callback: () => void): () => void;
  /** Calls back once after so many ms; answers how to stop. */
  after(ms: number, callback: () => void): () => void;
}
