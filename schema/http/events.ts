// A live match for tools, as server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html. With examples:
// docs/live-events.md.

import { z } from "zod";
import { MODES } from "../../contract/modes.ts";
import { END_REASONS } from "../../contract/matches.ts";
import { endpoint } from "./endpoint.ts";
import { RulesRequest } from "./matches.ts";

/** Since the match began, pauses included. */
const seconds = z.number();
/** By seat. */
const score = z.array(z.number().int());

/** What the data of each event is. */
export const MATCH_EVENTS = {
  /** First of all. */
  status: z.object({
    matchId: z.string(),
    mode: z.enum(MODES).nullable(),
    ranked: z.boolean(),
    rules: RulesRequest,
    /** By seat. */
    players: z.array(z.object({ name: z.string() })),
    /** How far all of it is behind the players. */
    delaySeconds: z.number(),
  }),
  /** A rally begins. */
  serve: z.object({ seconds, server: z.number().int() }),
  /** It has ended with a point. */
  point: z.object({
    seconds,
    /** Seat. */
    winner: z.number().int(),
    score,
    hits: z.number().int(),
    /** Of the ball, in court units a second. */
    topSpeed: z.number(),
  }),
  /** The last one. The winner is a seat, or -1. */
  end: z.object({ seconds, winner: z.number().int(), endReason: z.enum(END_REASONS), score }),
} as const;

type Kinds = typeof MATCH_EVENTS;
export type MatchEvent = {
  [Kind in keyof Kinds]: { readonly kind: Kind; readonly data: z.infer<Kinds[Kind]> };
}[keyof Kinds];

export const followMatch = endpoint({
  method: "GET",
  path: "/api/matches/{id}/events",
  access: "anyone",
  tag: "Watching",
  summary:
    "The events of a live match open to spectators, as spectators see them; by the id of the match or of its room.",
  params: z.object({ id: z.string().max(200) }),
  events: MATCH_EVENTS,
  refusals: ["notFound", "tooMany"],
});
