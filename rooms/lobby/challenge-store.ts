// Where open challenges stand, by pair, so that no two have more than one: in memory for the only process (below), in Redis for
// several (game-server/lobby/redis-challenges.ts).

import { type Challenge, pairKey } from "./challenges.ts";

export interface StoredChallenge {
  readonly challenge: Challenge;
  /** Another one after each change. */
  readonly stamp: string;
}

export interface ChallengeStore {
  /** Also what is past its time, until somebody ends it. */
  all(): Promise<StoredChallenge[]>;
  /** Of two players, in either order. */
  of(one: string, other: string): Promise<StoredChallenge | null>;
  /**
   * Puts the next one where the pair has this one, in one step. False where something else stands meanwhile.
   * @param before stamp of what it follows; null: the pair has none @param next null takes it away
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
