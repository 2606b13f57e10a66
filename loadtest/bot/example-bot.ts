// A bot of one's own, as docs/bots.md explains it: a keeper who runs to where the ball will come, and back to the middle. Plays at a
// table that it opens, or at one that is named: node loadtest/bot/example-bot.ts [URL [ROOM]]

import { arrivalsAt } from "../../pong/ai/foresight.ts";
import { MIN_REACTION_TICKS } from "../../pong/ai/levels.ts";
import { Key } from "../../pong/keys.ts";
import type { CreateMind } from "./mind.ts";
import { runBot } from "./run.ts";

/** How many ticks of the simulation it runs on to see where the ball comes to. */
const FORESIGHT_TICKS = 600;

export const keeper: CreateMind = (game, seat) => ({
  look({ table, now }) {
    const [coming] = arrivalsAt(game, table, seat, { steps: FORESIGHT_TICKS });
    const way = (coming?.y ?? 0) - table.paddles[seat]!.y;
    const ticks = Math.round(Math.abs(way) / game.court.paddleSpeed);
    if (ticks === 0) return { presses: [], nextLook: now };
    const begin = now + MIN_REACTION_TICKS;
    const presses = [
      { tick: begin, seat, keys: way > 0 ? Key.up : Key.down },
      { tick: begin + ticks, seat, keys: Key.none },
    ];
    // Not before it stands again: it does not reckon with keys that are still held.
    return { presses, nextLook: begin + ticks };
  },
  // It remembers nothing that a pause could change.
  drop() {},
});

if (import.meta.main) {
  const [url = "http://localhost:2567", roomId] = process.argv.slice(2);
  await runBot(() => ({
    url,
    where: roomId === undefined ? { kind: "own", pointsToWin: 11 } : { kind: "table", roomId },
    names: ["Keeper", "Keeper 2", "Keeper 3"],
    createMind: keeper,
    matches: 1,
    seed: 1,
  }));
}
