// MatchStatus (match-status.ts) as the delta-synced Colyseus state of a match room. Flat, primitive fields only: the room
// writes them (rooms/match/table-status.ts), the sdk reads them back into a MatchStatus (sdk/read-status.ts).

import { type SchemaType, schema, t } from "@colyseus/schema";

export const SeatState = schema(
  {
    sitter: t.string().default("nobody"),
    playerId: t.string().default(""),
    name: t.string().default(""),
    rating: t.uint16().default(0),
    connected: t.boolean().default(false),
    ready: t.boolean().default(false),
    wantsRematch: t.boolean().default(false),
    inactivity: t.string().default("none"),
    roundTripMs: t.uint16().default(0),
    uplinkDelayMs: t.int16().default(0),
    quality: t.string().default("unknown"),
    graceUntilMs: t.uint32().default(0),
  },
  "SeatState",
);
export type SeatState = SchemaType<typeof SeatState>;

export const MatchState = schema(
  {
    kind: t.string().default("duel"),
    isPaired: t.boolean().default(false),
    /** "": none. */
    mode: t.string().default(""),
    ranked: t.boolean().default(false),
    matchId: t.string().default(""),
    phase: t.string().default("waiting"),
    rulesVersion: t.uint16().default(1),
    courtId: t.string().default("classic"),
    pointsToWin: t.uint8().default(11),
    twoClear: t.boolean().default(false),
    seats: t.array(SeatState),
    score: t.array("uint8"),
    epoch: t.uint16().default(0),
    epochTick: t.uint32().default(0),
    pauseTick: t.uint32().default(0),
    pausedBy: t.int8().default(-1),
    winner: t.int8().default(-1),
    endReason: t.string().default(""),
    watchers: t.uint16().default(0),
  },
  "MatchState",
);
export type MatchState = SchemaType<typeof MatchState>;
