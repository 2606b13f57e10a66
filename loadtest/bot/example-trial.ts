// How strong a bot of one's own is, without a server, in seconds: node loadtest/bot/example-trial.ts [MATCHES]. What it is made of:
// docs/bots.md.

import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { playMatch } from "../ai/trial.ts";
import { cast } from "./attention.ts";
import { keeper } from "./example-bot.ts";
import { mindOf } from "./mind.ts";

const matches = Number(process.argv[2] ?? 10);
for (const level of AI_LEVELS) {
  const [own, other] = [cast(keeper), cast(mindOf(level))];
  let [won, points, played] = [0, 0, 0];
  for (let seed = 1; seed <= matches; seed++) {
    // They change seats.
    const seat = seed % 2;
    const both = seat === 0 ? [own(0, seed), other(1, seed)] : [other(0, seed), own(1, seed)];
    const { winner, world } = playMatch(both, seed);
    won += winner === seat ? 1 : 0;
    points += world.score[seat]!;
    played += world.score[0]! + world.score[1]!;
  }
  console.log(`${level}: ${won} of ${matches} matches, ${Math.round((points / played) * 100)} % of the points`);
}
