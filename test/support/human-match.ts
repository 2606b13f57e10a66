// The recording of two human-like players under given link conditions, in virtual time, cut to a length.

import { AVERAGE, type Habits, Human } from "../../loadtest/human.ts";
import { createGame } from "../../pong/games.ts";
import { hashWorld } from "../../pong/hash.ts";
import { type Recording, replay } from "../../pong/recording.ts";
import { SimulatedTable } from "./simulated-table.ts";
import type { LineQuality } from "./way.ts";
import { VirtualTime } from "./virtual-time.ts";

const RULES = { pointsToWin: 21, twoClear: false };
const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };
/** No two displays keep the same time, and none keeps the ticks'. */
const FRAME_MS = [1000 / 59.94, 1000 / 74.97] as const;

/** @param ticks at most so long, when nobody has won before */
export function playHumanMatch(line: LineQuality, ticks: number, habits: Habits = AVERAGE, seed = 99): Recording {
  const time = new VirtualTime();
  const table = new SimulatedTable(time, createGame(RULES), seed, TIMES);
  for (const seat of [0, 1] as const) {
    const { session } = table.join(`player ${seat}`, line, seat * 777.7);
    const human = new Human(seat, seed + seat, habits);
    time.at(seat * 5.3, () =>
      time.every(FRAME_MS[seat], () => {
        const picture = session.sample();
        if (picture !== null) session.hold(human.decide(picture, time.nowMs));
      }),
    );
  }
  if (!time.runUntil(() => table.ended.length > 0, 3_600_000)) throw new Error("the match stands still");
  return cut(table.ended[0]!.recording, ticks);
}

function cut(whole: Recording, ticks: number): Recording {
  const endTick = Math.min(whole.endTick, ticks);
  const isBefore = ({ tick }: { readonly tick: number }): boolean => tick < endTick;
  const recording = {
    ...whole,
    endTick,
    presses: whole.presses.filter(isBefore),
    seenLate: whole.seenLate.filter(isBefore),
    pauses: whole.pauses.filter(({ until }) => until <= endTick),
  };
  return { ...recording, hash: hashWorld(replay(recording)) };
}
