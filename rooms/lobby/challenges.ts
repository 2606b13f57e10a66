// How challenges change (schema/challenges.ts). Pure: a challenge and what somebody does about it make the
// next one, or a UserError. What keeps and announces them: challenge-service.ts.

import type { Mode } from "../../contract/modes.ts";
import { modeOf } from "../../schema/modes.ts";
import {
  CHALLENGE_SECONDS,
  type ChallengeOutcome,
  type ChallengeSide,
  MAX_ASKED_CHALLENGES,
  MAX_ASKING_CHALLENGES,
  MAX_COUNTERS,
  type Terms,
} from "../../schema/challenges.ts";
import { UserError } from "../user-error.ts";

/** One of the two. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** Null for a guest. */
  readonly login: string | null;
  /** Rounded; only of the modes that they have one in. */
  readonly ratings: Readonly<Partial<Record<Mode, number>>>;
}

export interface Challenge {
  readonly id: string;
  readonly from: Party;
  readonly to: Party;
  readonly terms: Terms;
  /** Who decides next. */
  readonly turn: ChallengeSide;
  readonly counters: number;
  /** Wall-clock time, in ms. */
  readonly untilMs: number;
  /** Null while it is open. */
  readonly outcome: ChallengeOutcome | null;
  /** The table, once it is accepted and there is one. */
  readonly roomId: string | null;
}

/** What somebody can do about one. */
export type ChallengeAction =
  | { readonly kind: "accept" | "decline" | "withdraw" }
  | { readonly kind: "counter"; readonly terms: Terms };

/**
 * A new one.
 * @param open all that are, of either party @param nowMs wall-clock time
 * @throws UserError when it is not allowed
 */
export function challenge(
  { id, from, to, terms }: Pick<Challenge, "id" | "from" | "to" | "terms">,
  open: readonly Challenge[],
  nowMs: number,
): Challenge {
  requirePlayable(terms, from, to);
  const standing = open.filter((one) => isOpen(one, nowMs));
  if (standing.some((one) => isBetween(one, from.id, to.id))) throw new UserError("challenge.already", {}, 409);
  if (standing.filter((one) => one.from.id === from.id).length >= MAX_ASKED_CHALLENGES)
    throw new UserError("challenge.tooMany", {}, 409);
  if (standing.filter((one) => one.to.id === to.id).length >= MAX_ASKING_CHALLENGES)
    throw new UserError("challenge.inDemand", {}, 409);
  const untilMs = nowMs + CHALLENGE_SECONDS * 1000;
  return { id, from, to, terms, turn: "to", counters: 0, untilMs, outcome: null, roomId: null };
}

/** @param playerId who does it @throws UserError when they may not, or not any more */
export function answer(one: Challenge, playerId: string, deed: ChallengeAction, nowMs: number): Challenge {
  const side = sideOf(one, playerId);
  if (side === null) throw new UserError("notFound", {}, 404);
  if (!isOpen(one, nowMs)) throw new UserError("challenge.over", {}, 409);
  if (deed.kind === "withdraw") {
    // The challenger may always withdraw it; the other player declines when it is their turn.
    if (side === one.turn && side !== "from") throw new UserError("challenge.notYourTurn", {}, 409);
    return end(one, "withdrawn");
  }
  if (side !== one.turn) throw new UserError("challenge.notYourTurn", {}, 409);
  switch (deed.kind) {
    case "accept":
      return end(one, "accepted");
    case "decline":
      return end(one, "declined");
    case "counter":
      return counter(one, deed.terms, nowMs);
  }
}

/** Over, whoever's turn it is. */
export function end(one: Challenge, outcome: ChallengeOutcome): Challenge {
  return { ...one, outcome };
}

/** What the other player sees when somebody has blocked them, without saying why. */
export function turnAway(one: Challenge, playerId: string): Challenge {
  return end(one, sideOf(one, playerId) === one.turn ? "declined" : "withdrawn");
}

export function isOpen({ outcome, untilMs }: Challenge, nowMs: number): boolean {
  return outcome === null && nowMs < untilMs;
}

function sideOf({ from, to }: Pick<Challenge, "from" | "to">, playerId: string): ChallengeSide | null {
  if (from.id === playerId) return "from";
  return to.id === playerId ? "to" : null;
}

/** The same text in either order. */
export function pairKey(one: string, other: string): string {
  return [one, other].toSorted().join(" ");
}

function isBetween({ from, to }: Challenge, one: string, other: string): boolean {
  return pairKey(from.id, to.id) === pairKey(one, other);
}

function counter(one: Challenge, terms: Terms, nowMs: number): Challenge {
  if (one.counters >= MAX_COUNTERS) throw new UserError("challenge.enough", {}, 409);
  requirePlayable(terms, one.from, one.to);
  const turn = one.turn === "to" ? "from" : "to";
  return { ...one, terms, turn, counters: one.counters + 1, untilMs: nowMs + CHALLENGE_SECONDS * 1000 };
}

function requirePlayable({ rules, ranked }: Terms, from: Party, to: Party): void {
  if (!ranked) return;
  if (modeOf(rules) === null) throw new UserError("challenge.rankedRules");
  if (from.login === null || to.login === null) throw new UserError("challenge.rankedAccounts");
}
