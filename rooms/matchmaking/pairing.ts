// Who plays whom when two want to play now. Pure; the queue room (queue-room.ts) keeps who waits.

export interface Waiter {
  readonly playerId: string;
}

/** The two who have waited longest, or null while there are not two. @param waiting in the order they came */
export function nextPair<T extends Waiter>(waiting: readonly T[]): readonly [T, T] | null {
  const [first] = waiting;
  if (first === undefined) return null;
  const second = waiting.find((one) => one.playerId !== first.playerId);
  return second === undefined ? null : [first, second];
}
