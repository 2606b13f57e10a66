// The lobby as its delta-synced state: the public part, and two lists of which each page gets only what it may see (a StateView on
// the server, rooms/lobby/lobby-room.ts). Flat, primitive fields only. The sdk reads it back: sdk/read-lobby.ts.

import { type SchemaType, schema, t } from "@colyseus/schema";
import { MODES, type Mode, perMode } from "../contract/modes.ts";

type ProvisionalField = `${Mode}Provisional`;

/** The field that says whether a rating is not sure yet. */
export function provisionalField(mode: Mode): ProvisionalField {
  return `${mode}Provisional`;
}

const provisional = () => t.boolean().default(true);
const provisionals = Object.fromEntries(MODES.map((mode) => [provisionalField(mode), provisional()])) as Record<
  ProvisionalField,
  ReturnType<typeof provisional>
>;

/** Somebody who is here; by id. */
export const PersonState = schema(
  {
    name: t.string().default(""),
    /** "": a guest. */
    login: t.string().default(""),
    /** "": none was uploaded. */
    avatarId: t.string().default(""),
    status: t.string().default("online"),
    /** 0: none yet. */
    ...perMode(() => t.uint16().default(0)),
    ...provisionals,
    /** Who may challenge them: an Audience (profile.ts). */
    challenges: t.string().default("everyone"),
  },
  "PersonState",
);
export type PersonState = SchemaType<typeof PersonState>;

/** A challenge of the reader's, to or from them; by id. */
export const ChallengeState = schema(
  {
    fromId: t.string().default(""),
    fromName: t.string().default(""),
    fromLogin: t.string().default(""),
    toId: t.string().default(""),
    toName: t.string().default(""),
    toLogin: t.string().default(""),
    pointsToWin: t.uint8().default(11),
    twoClear: t.boolean().default(false),
    ranked: t.boolean().default(false),
    isPublic: t.boolean().default(false),
    delaySeconds: t.uint8().default(0),
    /** A ChallengeSide. */
    turn: t.string().default("to"),
    counters: t.uint8().default(0),
    /** By the server's wall clock, in ms; NEARBY (lobby.ts) says what time it is there. */
    untilMs: t.float64().default(0),
    /** A ChallengeOutcome; "": it is open. */
    outcome: t.string().default(""),
    roomId: t.string().default(""),
  },
  "ChallengeState",
);
export type ChallengeState = SchemaType<typeof ChallengeState>;

/** A match that is on and open to all; by its room. */
export const LiveMatchState = schema(
  {
    /** "": by rules that no mode has. */
    mode: t.string().default(""),
    ranked: t.boolean().default(false),
    one: t.string().default(""),
    oneId: t.string().default(""),
    /** 0: none. */
    oneRating: t.uint16().default(0),
    two: t.string().default(""),
    twoId: t.string().default(""),
    twoRating: t.uint16().default(0),
    onePoints: t.uint8().default(0),
    twoPoints: t.uint8().default(0),
    watchers: t.uint16().default(0),
    /** From the first on in the order of the list. */
    place: t.uint8().default(0),
  },
  "LiveMatchState",
);
export type LiveMatchState = SchemaType<typeof LiveMatchState>;

export const LobbyState = schema(
  {
    /** Everybody who is here, as far as all may know. */
    here: t.uint32().default(0),
    /** All matches that are on. */
    live: t.uint32().default(0),
    matches: t.map(LiveMatchState),
    people: t.map(PersonState).view(),
    challenges: t.map(ChallengeState).view(),
  },
  "LobbyState",
);
export type LobbyState = SchemaType<typeof LobbyState>;
