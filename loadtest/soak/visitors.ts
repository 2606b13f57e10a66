// A process of people who come in pairs, play for a while and go again, so that a number of matches is always on. Controlled over the
// process channel.

import { setTimeout as wait } from "node:timers/promises";
import { answerQuestions } from "../node-process.ts";
import { RallyBot } from "../rally-bot.ts";
import { Ring } from "../ring.ts";
import type { LoadTarget } from "../take-seat.ts";

export type VisitorsQuestion =
  /** From now on this many matches are kept on; 0: everybody leaves. Resolves when that many are. */
  { readonly matches: number } | "visits";

export interface Visits {
  /** Pairs that have come, and gone, so far. */
  readonly come: number;
  readonly gone: number;
}

/** How long a pair stays, in ms: not so long that one never sees it go, nor so short that nothing is played. */
const STAY_MS = { least: 10_000, most: 90_000 };
/** How many come at the same time. */
const DOORS = 4;

const port = Number(process.argv[2]);
const target: LoadTarget = { port, headers: { origin: `http://127.0.0.1:${port}` } };
const ring = new Ring();
const state = { wanted: 0, come: 0, gone: 0, present: 0 };

async function visit(): Promise<void> {
  const number = state.come++;
  const pair = await RallyBot.pair(target, number);
  for (const bot of pair) ring.add(bot);
  state.present++;
  const fromMs = performance.now() + STAY_MS.least;
  const untilMs = performance.now() + STAY_MS.least + Math.random() * (STAY_MS.most - STAY_MS.least);
  void (async () => {
    // Nobody goes before the match is on: a table that waits for its people is kept for ten minutes.
    while (performance.now() < (state.wanted > 0 ? untilMs : fromMs)) await wait(250);
    // Half of them say that they go; of the others the server must find out.
    const how = number % 2 === 0 ? "forfeit" : "vanish";
    for (const bot of pair) {
      ring.remove(bot);
      bot.leave(how);
    }
    state.gone++;
    state.present--;
  })();
}

/** One door: lets pairs in while there are too few. */
async function openDoor(): Promise<void> {
  for (;;) {
    if (state.come - state.gone < state.wanted) await visit();
    else await wait(20);
  }
}

for (let door = 0; door < DOORS; door++) void openDoor();

answerQuestions(async (question: VisitorsQuestion): Promise<Visits> => {
  if (question !== "visits") {
    state.wanted = question.matches;
    while (question.matches === 0 ? state.present > 0 : state.present < question.matches) await wait(50);
  }
  return { come: state.come, gone: state.gone };
});
