// What else is written when a match ends, in the same transaction as its result and the ratings: who leads against whom, statistics,
// achievements, notifications. The verdict and the list of writers come from game-server/results/.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Verdict } from "../contract/matches.ts";
import type { MatchResult } from "./match-record.ts";

/** A player's rating in one mode at one moment: ranking/glicko2.ts. */
export interface RatingValues {
  readonly rating: number;
  readonly deviation: number;
  readonly volatility: number;
}

/** Of one seat, in a rated match. */
export interface RatingChange {
  readonly before: RatingValues;
  readonly after: RatingValues;
}

/** What is found out about a result before it is written. */
export interface Judgement {
  readonly verdict: Verdict;
  /** MatchFacts of pong/match-facts.ts; null where there is no recording that this code can run. */
  readonly facts: unknown;
}

export interface CountedResult extends Judgement {
  readonly result: MatchResult;
  /** By seat; null unless it is rated. */
  readonly ratings: readonly RatingChange[] | null;
}

/** Writes what follows from a result. Called once for each match, within its transaction; what it throws takes all back. */
export type ResultWriter = (em: SqlEntityManager, counted: CountedResult) => Promise<void>;
