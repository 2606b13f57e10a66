// `npm run bot -- --level 5`: the computer, as it plays on the server (pong/ai/), plays from outside through the sdk. What it can be
// told: bot/orders.ts. How to write your own: docs/bots.md.

import { AI_LEVELS, type AiLevel } from "../pong/ai/levels.ts";
import { mindOf } from "./bot/mind.ts";
import { HELP, readOrders } from "./bot/orders.ts";
import { runBot } from "./bot/run.ts";

/** Nobody has more of one level at one server. */
const MOST_OF_A_LEVEL = 20;

/** "Nova", "Nova 2", "Nova 3", ... */
function namesOf(level: AiLevel): [string, ...string[]] {
  const name = level[0]!.toUpperCase() + level.slice(1);
  return [name, ...Array.from({ length: MOST_OF_A_LEVEL - 1 }, (_, at) => `${name} ${at + 2}`)];
}

await runBot(() => {
  const orders = readOrders(process.argv.slice(2));
  if (orders === null) {
    console.log(HELP);
    return null;
  }
  const { level, name } = orders;
  console.log(`The computer at level ${AI_LEVELS.indexOf(level) + 1}, ${level}.`);
  return { ...orders, names: name === null ? namesOf(level) : [name], createMind: mindOf(level) };
});
