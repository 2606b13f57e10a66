// Who plays whom when two want to play now. Pure; the queue room (queue-room.ts) keeps who waits.

export interface Waiter {
  readonly playerId: string;
  /** Whom they have blocked, or who has blocked them. */
  readonly avoids: ReadonlySet<string>;
}

/** The first two in line who may play each other, or null while there are none. @param waiting in the order they came */
export function nextPair<T extends Waiter>(waiting: readonly T[]): readonly [T, T] | null {
  for (const [at, first] of waiting.entries()) {
    const second = waiting.slice(at + 1).find((other) => mayPlay(first, other));
    if (second !== undefined) return [first, second];
  }
  return null;
}

function mayPlay(one: Waiter, other: Waiter): boolean {
  return one.playerId !== other.playerId && !one.avoids.has(other.playerId) && !other.avoids.has(one.playerId);
}
