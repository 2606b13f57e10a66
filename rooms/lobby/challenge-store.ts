// Where open challenges are kept, by pair, so that no two have more than one: in memory for the only process (below), in Redis for
// several (game-server/lobby/redis-challenges.ts).

import { type Challenge, pairKey } from "./challenges.ts";

export interface StoredChallenge {
  readonly challenge: Challenge;
  /** Another one after each change. */
  readonly stamp: string;
}

export interface ChallengeStore {
  /** Also expired ones, until somebody ends them. */
  all(): Promise<StoredChallenge[]>;
  /** Of two players, in either order. */
  of(one: string, other: string): Promise<StoredChallenge | null>;
  /**
   * Replaces the pair's challenge with the next one, in one step. False where it has changed meanwhile.
   * @param before stamp of the one it replaces; null: the pair has none @param next null removes it
   */
  swap(pair: string, before: string | null, next: StoredChallenge | null): Promise<boolean>;
}

export function createMemoryChallenges(): ChallengeStore {
  const byPair = new Map<string, StoredChallenge>();
  return {
    all: async () => [...byPair.values()],
    of: async (one, other) => byPair.get(pairKey(one, other)) ?? null,
    async swap(pair, before, next) {
      if ((byPair.get(pair)?.stamp ?? null) !== before) return false;
      if (next === null) byPair.delete(pair);
      else byPair.set(pair, next);
      return true;
    },
  };
}
