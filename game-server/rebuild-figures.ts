// `npm run rebuild-figures`: recounts, from the stored recordings, what players' statistics and matches' pages show, and says what it has
// changed. For after a change of what is counted (schema/stat-buckets.ts, pong/match-facts.ts), or when somebody doubts the
// numbers. Run again, it changes nothing more; stopped half-way, what it has done stays right. On PostgreSQL it may run beside
// servers: matches are read in batches, each player's figures are replaced in a short transaction, and a match that ends meanwhile
// is counted once (db/repositories/rebuilding.ts). What it does: results/rebuild.ts.

import { createRebuilding } from "../db/repositories/rebuilding.ts";
import { operate, withDatabase } from "./app/operate.ts";
import { type Rebuilt, rebuildStats } from "./results/feature.ts";

function told({ matches, players }: Rebuilt): string {
  return [
    `Matches: ${matches.read} replayed, ${matches.changed} updated, ${matches.left} left as they were, because this version can't replay their recording or it ends differently.`,
    `Players: ${players.read} recounted, ${players.changed.length} updated.`,
    ...players.changed.map(({ id, name }) => `  ${name} (${id})`),
  ].join("\n");
}

await operate((settings) => withDatabase(settings, async ({ orm }) => told(await rebuildStats(createRebuilding(orm)))));
