// Recounts what statistics are made of: each match's facts from its recording, then each player's statistics from the facts.
// How that goes beside matches that end meanwhile: db/repositories/rebuilding.ts. Verdicts and ratings stay, as players have seen them.

import { isDeepStrictEqual } from "node:util";
import type { Rebuilding, RecordedRow } from "../../db/repositories/rebuilding.ts";
import { RecordingFault } from "../../pong/recording.ts";
import { FactsReply } from "../../schema/http/stats.ts";
import { seatStats } from "./counters.ts";
import { runAgain } from "./run-again.ts";

export interface Rebuilt {
  readonly matches: {
    readonly read: number;
    readonly changed: number;
    /** This code can't run them, or they do not come out as their results say: they keep the facts that they have. */
    readonly left: number;
  };
  readonly players: { readonly read: number; readonly changed: readonly { id: string; name: string }[] };
}

/** Recordings are kilobytes, and take milliseconds each. */
const BATCH = 50;

/** Run again, it changes nothing more. */
export async function rebuildStats(rebuilding: Rebuilding): Promise<Rebuilt> {
  return { matches: await rebuildFacts(rebuilding), players: await recountPlayers(rebuilding) };
}

async function rebuildFacts(rebuilding: Rebuilding): Promise<Rebuilt["matches"]> {
  const counts = { read: 0, changed: 0, left: 0 };
  for await (const row of all((after) => rebuilding.recorded(after, BATCH))) {
    counts.read++;
    const facts = factsOf(row);
    if (facts === null) counts.left++;
    else if (!isDeepStrictEqual(facts, row.facts)) {
      await rebuilding.writeFacts(row.id, facts);
      counts.changed++;
    }
  }
  return counts;
}

async function recountPlayers(rebuilding: Rebuilding): Promise<Rebuilt["players"]> {
  const changed: { id: string; name: string }[] = [];
  let read = 0;
  for await (const player of all((after) => rebuilding.players(after, BATCH))) {
    read++;
    const hasChanged = await rebuilding.recount(player.id, ({ seat, facts, ...match }) => {
      // Another version may have written them.
      const sound = FactsReply.safeParse(facts);
      return sound.success ? seatStats(seat, match, sound.data) : null;
    });
    if (hasChanged) changed.push(player);
  }
  return { read, changed };
}

/** Null where they can't be told. */
function factsOf(row: RecordedRow): unknown {
  try {
    // As the database keeps them.
    return JSON.parse(JSON.stringify(runAgain(row).facts)) as unknown;
  } catch (error) {
    if (error instanceof RecordingFault) return null;
    throw error;
  }
}

/** Batch after batch, each from where the last one ended. */
async function* all<Row extends { readonly id: string }>(
  batch: (after: string | null) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await batch(after);
    yield* rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return;
  }
}
