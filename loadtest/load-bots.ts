// A process full of bots for the load benchmark: makes matches as it is told and plays them at a fixed rate of key changes.
// Started by match-load.ts, talks with it over the process channel.

import { BaselineBot } from "./baseline/baseline-bot.ts";
import type { LoadBot } from "./load-bot.ts";
import { answerQuestions } from "./node-process.ts";
import { RallyBot } from "./rally-bot.ts";
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
const bots: LoadBot[] = [];
let made = 0;

async function addMatch(): Promise<void> {
  made++;
  const pair = kind === "rally" ? await RallyBot.pair(target, made) : await BaselineBot.pair(target);
  for (const bot of pair) {
    bots.push(bot);
    play(bot);
  }
}

/** When bots act, in beats of a ring: a timer for each of them would cost more than they do. */
const BEAT_MS = 2;
const ring = Array.from({ length: 512 }, (): LoadBot[] => []);
let beat = Math.floor(performance.now() / BEAT_MS);

/** Evenly spread around its rate, so that nobody keeps step with anybody. */
function play(bot: LoadBot): void {
  const beats = Math.max(1, Math.round((bot.everyMs * (0.5 + Math.random())) / BEAT_MS));
  ring[(beat + beats) % ring.length]!.push(bot);
}

setInterval(() => {
  for (const now = Math.floor(performance.now() / BEAT_MS); beat < now; beat++) {
    const due = ring[beat % ring.length]!.splice(0);
    for (const bot of due) {
      bot.act();
      play(bot);
    }
  }
}, BEAT_MS);

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
  for (const bot of bots) {
    downBytes += bot.down;
    upBytes += bot.up;
    keyChanges += bot.keyChanges;
  }
  return { matches: bots.length / 2, downBytes, upBytes, keyChanges };
}

answerQuestions(async (command: BotCommand) => {
  if (command !== "traffic") await add(command.add);
  return traffic();
});
