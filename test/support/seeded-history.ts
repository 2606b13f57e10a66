// A player's matches, written into a database as the server writes them: with real recordings, judged, rated and counted.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import type { Database } from "../../db/open.ts";
import { type Matches, createMatches } from "../../db/repositories/matches.ts";
import type { ResultWriter } from "../../db/result-writer.ts";
import { createJudge } from "../../game-server/results/judge.ts";
import { RATING_RULES } from "../../game-server/results/rating-rules.ts";
import { RESULT_WRITERS } from "../../game-server/results/start.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import type { SeededAccount } from "./accounts.ts";
import type { PlayedBy } from "./independent-figures.ts";
import { playedResult } from "./played-result.ts";

const HOUR_MS = 3_600_000;

/** As the server has it. @param more what else is written with a result, after all the rest */
export function createCountingMatches({ orm }: Database, ...more: readonly ResultWriter[]): Matches {
  return createMatches(orm, {
    processId: null,
    judge: createJudge(pino({ level: "silent" })),
    ratingRules: RATING_RULES,
    writers: [...RESULT_WRITERS, ...more],
  });
}

/**
 * Quick matches of Ada's against the others in turn, five hours apart from 1 November 2026 on, on one seat after the other; every
 * third is not ranked.
 * @param first how many there were before
 * @returns in the order in which they ended
 */
export async function seedHistory(
  database: Database,
  ada: SeededAccount,
  others: readonly SeededAccount[],
  count: number,
  first = 0,
  matches = createCountingMatches(database),
): Promise<PlayedBy[]> {
  const mine: PlayedBy[] = [];
  for (let number = first; number < first + count; number++) {
    const seat = number % 2;
    const other = others[number % others.length]!;
    const ids = seat === 0 ? ([ada.id, other.id] as const) : ([other.id, ada.id] as const);
    const ranked = number % 3 !== 0;
    const plain = playedResult({ playerIds: ids, seed: 100 + number, ranked });
    const finishedAt = new Date(Date.UTC(2026, 10, 1) + number * 5 * HOUR_MS);
    const seats = plain.seats.map((one, at) => ({ ...one, name: at === seat ? "Ada" : other.name }));
    const result = { ...plain, id: randomUUID(), finishedAt, seats };
    const counted = await matches.finish(result);
    assert.equal(counted?.verdict, ranked ? "rated" : "unrated");
    mine.push({ matchId: result.id, recording: decodeRecording(result.recording!), seat, mode: "quick", finishedAt });
  }
  return mine;
}
