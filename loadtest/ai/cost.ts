// What the computer costs: a look in this process, and matches against it on a server, beside matches of the same kind without it.

import { setTimeout as wait } from "node:timers/promises";
import { AI_LEVELS } from "../../pong/ai/levels.ts";
import { glimpse } from "../../pong/ai/glimpse.ts";
import { type AiPlayer, createAiPlayer, look, mannerOf } from "../../pong/ai/player.ts";
import { MAX_POINTS_TO_WIN } from "../../pong/rules.ts";
import type { TableRequest } from "../../schema/http/tables.ts";
import { type BenchServer, cpuMsOf, startBenchServer } from "../node-process.ts";
import type { LoadTarget } from "../take-seat.ts";
import { Computer, GAME, Person } from "./contenders.ts";
import { IdleGuest } from "./idle-guest.ts";
import { playMatch } from "./trial.ts";

const JOINING_AT_ONCE = 8;
/** From the last who sat down until all matches are on, and until all have gone. */
const SETTLE_MS = 6_000;
const QUICK_SETTLE_MS = 3_500;
const WARM_UP_MATCHES = 3;
/** Names are kept for a while after whoever had them has left. */
let names = 0;

/** Mean of a look of each level, in ms: the looks of these matches, taken again. */
export function lookMs(matches: number): number {
  let [looks, ms] = [0, 0];
  for (let at = 0; at < matches + WARM_UP_MATCHES; at++) {
    const level = AI_LEVELS[at % AI_LEVELS.length]!;
    const player = new Computer(mannerOf(level), 0, at);
    playMatch([player, new Person(1, at + 7919)], at * 31);
    const again: AiPlayer = createAiPlayer(GAME, 0, mannerOf(level), at);
    const seen = player.decisions.map(({ thought, tick }) => glimpse(thought.seen, [], tick));
    const startMs = performance.now();
    for (const one of seen) look(again, one);
    if (at < WARM_UP_MATCHES) continue;
    ms += performance.now() - startMs;
    looks += seen.length;
  }
  return ms / looks;
}

export interface TablesCost {
  /** Of a core, in percent. */
  readonly idle: number;
  readonly computer: number;
}

/**
 * Tables with one idle person each: two seats at one keyboard, or the computer on the other, in turns.
 * @param turns of each kind
 */
export async function tablesCost(tables: number, turns: number, turnMs: number): Promise<TablesCost> {
  const rules = { pointsToWin: MAX_POINTS_TO_WIN, twoClear: false };
  const kinds: Readonly<Record<"idle" | "computer", TableRequest>> = {
    idle: { kind: "keyboard", companion: "Companion", rules },
    computer: { kind: "practice", level: "nova", rules },
  };
  const server = await startBenchServer(["game-server/app/main.ts"]);
  try {
    const found = { idle: 0, computer: 0 };
    for (let turn = 0; turn < turns * 2; turn++) {
      const kind = turn % 2 === 0 ? "idle" : "computer";
      found[kind] += (await measure(server, tables, kinds[kind], turnMs)) / turns;
    }
    return found;
  } finally {
    server.end();
  }
}

async function measure(server: BenchServer, tables: number, table: TableRequest, turnMs: number): Promise<number> {
  const target: LoadTarget = { port: server.port, headers: { origin: `http://127.0.0.1:${server.port}` } };
  const guests: IdleGuest[] = [];
  const join = async (): Promise<void> => {
    while (guests.length < tables) {
      const guest = new IdleGuest();
      guests.push(guest);
      await guest.sit(target, `Idle ${++names}`, table);
    }
  };
  await Promise.all(Array.from({ length: JOINING_AT_ONCE }, join));
  const settleMs = turnMs < SETTLE_MS ? QUICK_SETTLE_MS : SETTLE_MS;
  await wait(settleMs);
  const [cpu, startMs] = [cpuMsOf(server), performance.now()];
  await wait(turnMs);
  const percent = ((cpuMsOf(server) - cpu) / (performance.now() - startMs)) * 100;
  for (const guest of guests) guest.leave();
  await wait(settleMs);
  return percent;
}
