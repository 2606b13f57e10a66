// What players have earned.

import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { Between } from "../people/feature.ts";
import { serveAchievements } from "./serve-achievements.ts";

export function createAchievements(
  { accounts, achievements }: Stores,
  { between }: { readonly between: Between },
): Feature {
  return { routes: (api) => serveAchievements(api, { accounts, achievements, between }) };
}
