// One match: `running` from its first countdown, `finished` with its result and recording, `interrupted` when the server
// went down in between.

import { defineEntity, p } from "@mikro-orm/core";
import { MATCH_KINDS, MATCH_STATUSES, VERDICTS } from "../../contract/matches.ts";
import type { Mode } from "../../contract/modes.ts";

const MatchSchema = defineEntity({
  name: "Match",
  tableName: "matches",
  properties: {
    id: p.uuid().primary(),
    roomId: p.string().length(32),
    status: p.enum(MATCH_STATUSES).index(),
    kind: p.enum(MATCH_KINDS).default("duel"),
    /** Of the process that plays it. Null: of before there were several. */
    processId: p.uuid().nullable(),
    /** Null: by rules that no mode has (schema/modes.ts). */
    mode: p.text().$type<Mode>().nullable(),
    /** Played for both ratings of its mode; whether it moved them, `verdict` says. */
    ranked: p.boolean().default(false),
    /** Null until it has ended. `flagged`: its recording did not come out as its result says. */
    verdict: p.enum(VERDICTS).nullable(),
    /** StoredRules; read through zod, because older versions wrote other shapes. */
    rules: p.json<unknown>(),
    /** With the next one: GameId of pong/games.ts. */
    rulesVersion: p.integer(),
    courtId: p.string().length(32).default("classic"),
    /** Unsigned 32 bits, hence not an integer column. */
    seed: p.bigint("number"),
    startedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    /** From when on others than its players may know how it ended. Null: at once. */
    shownAt: p.datetime().nullable(),
    /** Seat, or -1: nobody, or not yet. */
    winner: p.smallint().default(-1),
    endReason: p.string().length(16).nullable(),
    /** StoredSummary. */
    summary: p.json<unknown>().nullable(),
    /** MatchFacts of pong/match-facts.ts. Lazy: kilobytes that only its own page wants. */
    facts: p.json<unknown>().nullable().lazy(),
    /** Lazy: kilobytes that only a replay wants. */
    recording: p.uint8array().nullable().lazy(),
    recordingHash: p.string().length(64).default(""),
  },
});

export class Match extends MatchSchema.class {}
MatchSchema.setClass(Match);
