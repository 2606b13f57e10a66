// Results of matches: what they count, what is written with them, and the matches themselves, to look at again.

import type { MatchKeeper } from "../../db/match-keeper.ts";
import type { Orm } from "../../db/open.ts";
import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { NotificationEvents } from "../notifications/feature.ts";
import type { Between } from "../people/feature.ts";
import type { Platform } from "../platform/platform.ts";
import { serveMatches } from "./serve-matches.ts";
import { startResults } from "./start.ts";

export { RATING_RULES } from "./rating-rules.ts";
export { type Rebuilt, rebuildStats } from "./rebuild.ts";

export interface ResultsNeeds {
  readonly orm: Orm;
  readonly notificationEvents: Pick<NotificationEvents, "tell">;
  readonly between: Between;
}

export interface ResultsFeature extends Feature {
  readonly keeper: MatchKeeper;
}

/** Resolves once what the last process left behind has been handled. */
export async function createResults(
  { settings, log, wallClock }: Platform,
  { accounts, stats }: Stores,
  { orm, notificationEvents, between }: ResultsNeeds,
): Promise<ResultsFeature> {
  const { matches, ...results } = await startResults({
    orm,
    dataDir: settings.dataDir,
    alone: settings.databaseUrl === null,
    tell: (playerIds) => notificationEvents.tell(playerIds),
    log,
  });
  return {
    keeper: results.keeper,
    routes: (api) => serveMatches(api, { matches, stats, accounts, between, wallClock }),
    close: () => results.close(),
  };
}
