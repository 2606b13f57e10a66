// A process full of bots for the load benchmark: makes matches as it is told and plays them at a fixed rate of key changes.
// Started by match-load.ts, talks with it over the process channel.

import { BaselineBot } from "./baseline/baseline-bot.ts";
import { answerQuestions } from "./node-process.ts";
import { RallyBot } from "./rally-bot.ts";
import { Ring } from "./ring.ts";
import type { LoadTarget } from "./take-seat.ts";

/** How many matches are being joined at the same time. */
const JOINING_AT_ONCE = 8;

export interface Traffic {
  readonly matches: number;
  readonly downBytes: number;
  readonly upBytes: number;
  readonly keyChanges: number;
}

export type BotCommand = { readonly add: number } | "traffic";

const [kind, port] = process.argv.slice(2);
const target: LoadTarget = { port: Number(port), headers: { origin: `http://127.0.0.1:${port}` } };
const ring = new Ring();
let made = 0;

async function addMatch(): Promise<void> {
  made++;
  const pair = kind === "rally" ? await RallyBot.pair(target, made) : await BaselineBot.pair(target);
  for (const bot of pair) ring.add(bot);
}

async function add(count: number): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await addMatch();
  };
  await Promise.all(Array.from({ length: JOINING_AT_ONCE }, worker));
}

function traffic(): Traffic {
  let downBytes = 0;
  let upBytes = 0;
  let keyChanges = 0;
  for (const bot of ring.bots) {
    downBytes += bot.down;
    upBytes += bot.up;
    keyChanges += bot.keyChanges;
  }
  return { matches: ring.bots.size / 2, downBytes, upBytes, keyChanges };
}

answerQuestions(async (command: BotCommand) => {
  if (command !== "traffic") await add(command.add);
  return traffic();
});
