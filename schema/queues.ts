// The queues, and the messages of the queue room. Joined with a QueueName and `watchDelaySeconds` beside
// JoinOptions.
//
// Down: WAITING whenever it changes, PROPOSAL when an opponent is found, ANSWERED when one of the two has accepted, PAIRED at
// last; or UNPAIRED when the other did not accept, and the wait goes on. PAUSED, then a close, for the one who did not.
// Up: "enter" first of all, as messages sent before a join is complete may get lost; then "accept", "decline", and "pong" to each PING.

import { MODES, type Mode } from "../contract/modes.ts";

export interface QueueName {
  readonly mode: Mode;
  readonly ranked: boolean;
}

export const QUEUES: readonly QueueName[] = MODES.flatMap((mode) => [
  { mode, ranked: true },
  { mode, ranked: false },
]);

/** Both have so long to accept, in seconds. */
export const ACCEPT_SECONDS = 10;

export const WAITING = "waiting";
export interface Waiting {
  /** In this queue, the reader included. */
  readonly people: number;
  /** How long others have waited lately; null while nobody has. */
  readonly expectedSeconds: number | null;
}

export const PROPOSAL = "proposal";
export interface ProposalMessage {
  readonly secondsLeft: number;
  readonly opponent: { readonly name: string; readonly rating: number | null; readonly provisional: boolean };
}

export const ANSWERED = "answered";
export interface Answered {
  readonly accepted: number;
}

/** The match room to join by id; a place is kept there. */
export const PAIRED = "paired";
export interface Paired {
  readonly roomId: string;
}

/** The other did not accept: the reader waits again, as long as before. */
export const UNPAIRED = "unpaired";

export const PAUSED = "paused";
export interface Cooldown {
  readonly seconds: number;
  /** `early`: an earlier cooldown is not over. */
  readonly because: "declined" | "missed" | "early";
}

export const PING = "ping";
/** What a client says in the queue room, without a payload. */
export const QUEUE_REQUESTS = ["enter", "accept", "decline", "pong"] as const;
export type QueueRequest = (typeof QUEUE_REQUESTS)[number];
