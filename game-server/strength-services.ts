// What the queue and the routes are handed to know how strong somebody is, and whom they have met. A part of services.ts.

import type { Orm } from "../db/open.ts";
import { createOpponents } from "../db/repositories/opponents.ts";
import { createRatings } from "../db/repositories/ratings.ts";
import type { Mode } from "../schema/modes.ts";

/** Nobody meets for the third time in a row. */
const REMEMBERED_OPPONENTS = 2;

export function strengthServices(orm: Orm, today: () => Date) {
  const ratings = createRatings(orm);
  const opponents = createOpponents(orm);
  return {
    http: { ratings, today },
    rooms: {
      async ratingOf(playerId: string, mode: Mode) {
        const rows = (await ratings.of([playerId])).get(playerId) ?? [];
        return rows.find((row) => row.mode === mode) ?? null;
      },
      lastOpponents: (playerId: string) => opponents.last(playerId, REMEMBERED_OPPONENTS),
    },
  };
}
