// What the challenge services of all processes send each other (challenge-service.ts), and what a challenge looks like on its way.

import { z } from "zod";
import { perMode } from "../../contract/modes.ts";
import { CHALLENGE_OUTCOMES, CHALLENGE_SIDES } from "../../schema/challenges.ts";
import type { Challenge } from "./challenges.ts";

const id = z.string();

const Party = z.object({
  id,
  name: z.string(),
  login: z.string().nullable(),
  ratings: z.object(perMode(() => z.number().exactOptional())),
});

export const ChallengeShape = z.object({
  id,
  from: Party,
  to: Party,
  terms: z.object({
    rules: z.object({ pointsToWin: z.number(), twoClear: z.boolean() }),
    ranked: z.boolean(),
    watching: z.object({ isPublic: z.boolean(), delaySeconds: z.number() }),
  }),
  turn: z.enum(CHALLENGE_SIDES),
  counters: z.number(),
  untilMs: z.number(),
  outcome: z.enum(CHALLENGE_OUTCOMES).nullable(),
  roomId: z.string().nullable(),
}) satisfies z.ZodType<Challenge>;

export const ChallengeEvent = z.discriminatedUnion("kind", [
  /** It is new, or has changed. */
  z.object({ kind: z.literal("challenge"), challenge: ChallengeShape }),
  /** No page of this player shows the lobby in that process any more: is there one elsewhere? */
  z.object({ kind: z.literal("left"), playerId: id }),
  /** There is one. */
  z.object({ kind: z.literal("here"), playerId: id }),
]);
export type ChallengeEvent = z.infer<typeof ChallengeEvent>;

/** Reaches every process, this one included. */
export interface ChallengeWire {
  tell(event: ChallengeEvent): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: (event: ChallengeEvent) => void): () => void;
}
