// What a player can be notified of, and what a notification of each kind says, as data: the database writes it, the API sends it,
// the page reads it, all by the types derived from here. A kind that no page has words for does not compile there.

import { ACHIEVEMENTS } from "./achievements.ts";
import { END_REASONS } from "./matches.ts";
import { MODES } from "./modes.ts";

/** A list is a choice between its names. */
export type Field =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | readonly string[]
  | { readonly nullable: Field }
  | { readonly of: Fields };
export interface Fields {
  readonly [name: string]: Field;
}

const person = { of: { name: "text", login: "text" } } as const;

export const NOTIFICATIONS = {
  result: {
    matchId: "text",
    /** The name of that day. */
    opponent: "text",
    points: "integer",
    opponentPoints: "integer",
    won: "boolean",
    /** Null: written before it was told. */
    endReason: { nullable: END_REASONS },
    verdict: ["rated", "unrated", "practice"],
    ratingBefore: { nullable: "number" },
    ratingAfter: { nullable: "number" },
  },
  noResult: {
    matchId: "text",
    opponent: "text",
    /** `interrupted`: the server went down; `flagged`: the recording does not lead to the result; otherwise how it ended early. */
    reason: [...END_REASONS, "interrupted", "flagged"],
  },
  friendRequest: { from: person },
  friendAccepted: { from: person },
  challenge: {
    /** A guest has no login. */
    from: { of: { name: "text", login: { nullable: "text" } } },
    /** Null: by rules that no mode has. */
    mode: { nullable: MODES },
    ranked: "boolean",
    /** To win. */
    points: "integer",
  },
  achievement: { achievement: ACHIEVEMENTS, matchId: "text" },
} as const satisfies Readonly<Record<string, Fields>>;

export type NotificationKind = keyof typeof NOTIFICATIONS;

type ValueOf<One> = One extends "text"
  ? string
  : One extends "integer" | "number"
    ? number
    : One extends "boolean"
      ? boolean
      : One extends readonly (infer Name)[]
        ? Name
        : One extends { readonly nullable: infer Inner }
          ? ValueOf<Inner> | null
          : One extends { readonly of: infer Inner }
            ? ValuesOf<Inner>
            : never;
type ValuesOf<All> = { readonly [Name in keyof All]: ValueOf<All[Name]> };

/** What a notification is about, by its kind. */
export type About<Kind extends NotificationKind = NotificationKind> = {
  [Each in Kind]: { readonly kind: Each } & ValuesOf<(typeof NOTIFICATIONS)[Each]>;
}[Kind];
