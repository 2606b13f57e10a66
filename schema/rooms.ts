// The rooms by name, what they are joined with and what they say beside their state. The match room's hot messages are
// bytes: messages/match.ts.

/** Where players wait for an opponent: queues.ts. */
export const QUEUE_ROOM = "queue";
export const MATCH_ROOM = "match";
/** Who is here, for accounts: messages/people.ts. */
export const PEOPLE_ROOM = "people";

/** Goes up with every change of what crosses the wire. */
export const PROTOCOL_VERSION = 10;

/** What every room needs at joining: a stale page is told to reload, it never desyncs. */
export interface JoinOptions {
  readonly protocol: number;
  readonly rules: number;
}

/** What a player asks of the match room by name, without a payload. `heal`: their world differs from the room's, which must not be. */
export const MATCH_REQUESTS = ["ready", "leave", "claim", "rematch", "heal"] as const;
export type MatchRequest = (typeof MATCH_REQUESTS)[number];

/** Reasons for a refused join or a disconnection, as the message of the ServerError or of the close frame. */
export const REFUSALS = [
  "stale",
  "signedOut",
  "full",
  "gone",
  "elsewhere",
  "flood",
  "noShow",
  "needsAccount",
  "paused",
  "playing",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why a connection stays closed. `unreachable`: the server did not answer. */
export type ClosedReason = Refusal | "unreachable";

/** Our close codes. `elsewhere`: the same player took the seat from another tab. */
export const CloseCode = {
  elsewhere: 4401,
  flood: 4402,
  gone: 4403,
  signedOut: 4404,
  noShow: 4405,
  full: 4406,
  /** After PAUSED (queues.ts) has said why, and for how long. */
  paused: 4407,
  /** They are playing, or on the way to a match. */
  playing: 4408,
} as const;

/** The refusal that a close code stands for, or null when the connection was just lost. */
export function refusalOf(closeCode: number): Refusal | null {
  const found = Object.entries(CloseCode).find(([, code]) => code === closeCode);
  return found === undefined ? null : (found[0] as keyof typeof CloseCode);
}
