// Matches and their results: what a result counts (judge.ts), what is written with it (db/writers/), what outlives a crash
// (db/match-keeper.ts, life.ts).

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import { type MatchKeeper, createMatchKeeper } from "../../db/match-keeper.ts";
import type { Orm } from "../../db/open.ts";
import { type Matches, createMatches } from "../../db/repositories/matches.ts";
import { createProcesses } from "../../db/repositories/processes.ts";
import type { CountedResult, ResultWriter } from "../../db/result-writer.ts";
import { createUnsaved } from "../../db/unsaved.ts";
import { createAchievementsWriter } from "../../db/writers/achievements.ts";
import { createStatsWriter } from "../../db/writers/stats.ts";
import { writeHeadToHead } from "../../db/writers/head-to-head.ts";
import { writeResultNotifications } from "../../db/writers/result-notifications.ts";
import { createStandingsWriter } from "../../db/writers/standings.ts";
import { realTimers } from "../platform/timers.ts";
import { earnedOf } from "./achievement-facts.ts";
import { statsOf } from "./counters.ts";
import { createJudge } from "./judge.ts";
import { startLife } from "./life.ts";
import { RATING_RULES, STANDING_RULES } from "./rating-rules.ts";

/** In this order. */
export const RESULT_WRITERS: readonly ResultWriter[] = [
  createStandingsWriter(STANDING_RULES),
  writeHeadToHead,
  createStatsWriter(statsOf),
  writeResultNotifications,
  createAchievementsWriter(earnedOf),
];

export interface ResultsOptions {
  readonly orm: Orm;
  readonly dataDir: string;
  /** Whether no other process can have this database. */
  readonly alone: boolean;
  /** These have something new to read (notifications). */
  readonly tell: (playerIds: readonly string[]) => void;
  readonly log: Logger;
}

export interface Results {
  readonly matches: Matches;
  readonly keeper: MatchKeeper;
  close(): Promise<void>;
}

/** Resolves once what the last process left behind has been handled. */
export async function startResults({ orm, dataDir, alone, tell, log }: ResultsOptions): Promise<Results> {
  const processId = randomUUID();
  const matches = createMatches(orm, {
    processId,
    judge: createJudge(log),
    ratingRules: RATING_RULES,
    writers: RESULT_WRITERS,
  });
  const keeper = createMatchKeeper({
    matches,
    unsaved: createUnsaved(join(dataDir, "unsaved")),
    log,
    later: (callback, ms) => realTimers.after(ms, callback),
    counted: (counted) => tell(playersOf(counted)),
  });
  await keeper.takenUp;
  const life = await startLife({ processes: createProcesses(orm, processId), alone, tell, timers: realTimers, log });
  return {
    matches,
    keeper,
    async close() {
      await keeper.close();
      await life.end();
    },
  };
}

function playersOf({ result }: CountedResult): string[] {
  return result.kind === "duel" ? result.seats.flatMap(({ playerId }) => playerId ?? []) : [];
}
