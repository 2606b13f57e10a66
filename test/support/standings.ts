// Places in the lists of the strongest, written as rated matches would have.

import type { Database } from "../../db/open.ts";
import { Rating } from "../../db/entities/rating.ts";
import { Standing } from "../../db/entities/standing.ts";
import type { Mode } from "../../contract/modes.ts";

export interface SeededStanding {
  readonly season: string;
  readonly mode: Mode;
  readonly rating: number;
  readonly country?: string | null;
}

const MONTH_MS = 30 * 86_400_000;

/** Listed, and sure for a month from now. */
export async function seedStanding({ orm }: Database, player: string, given: SeededStanding): Promise<void> {
  const now = new Date();
  const sureUntil = new Date(now.getTime() + MONTH_MS);
  const figures = { played: 20, won: 9, ratedAt: now };
  await orm.em.fork().insert(Standing, { country: null, ...given, ...figures, player, sureUntil, isListed: true });
}

/** A rating, with the places that it gives in these lists. */
export async function seedRating(
  database: Database,
  player: string,
  seasons: readonly string[],
  given: Omit<SeededStanding, "season">,
): Promise<void> {
  const { mode, rating } = given;
  const sure = { deviation: 60, volatility: 0.06, played: 20, won: 9, best: rating, ratedAt: new Date() };
  await database.orm.em.fork().insert(Rating, { player, mode, rating, ...sure });
  for (const season of seasons) await seedStanding(database, player, { ...given, season });
}
