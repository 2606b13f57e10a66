// Dashboards of players.

import type { Stores } from "../../db/stores.ts";
import type { Feature } from "../http/feature.ts";
import type { Between } from "../people/feature.ts";
import { serveStats } from "./serve-stats.ts";

export function createStats({ accounts, stats }: Stores, { between }: { readonly between: Between }): Feature {
  return { routes: (api) => serveStats(api, { accounts, stats, between }) };
}
