// People at a table who play by themselves, in virtual time. Everything they are shown is kept.

import { createGame } from "../../pong/games.ts";
import assert from "node:assert/strict";
import { type Frame, judgeFrame } from "../../loadtest/frames.ts";
import { frameOf, runsBack } from "./frames.ts";
import { Human } from "../../loadtest/human.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { CLASSIC } from "../../pong/court.ts";
import type { TablePlan } from "../../rooms/match/table-options.ts";
import { tickAt } from "../../schema/timing.ts";
import { type SimulatedPlayer, SimulatedTable } from "./simulated-table.ts";
import type { LineQuality } from "./way.ts";
import { VirtualTime } from "./virtual-time.ts";

const LINE: LineQuality = { roundTripMs: 80, jitterMs: 20 };
const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };

export interface EveningOptions {
  readonly pointsToWin?: number;
  readonly plan?: TablePlan;
  /** Who comes; two when left out. */
  readonly people?: readonly string[];
  readonly line?: LineQuality;
}

export class Evening {
  readonly time = new VirtualTime();
  readonly table: SimulatedTable;
  readonly players: SimulatedPlayer[];
  /** By player. */
  readonly frames: Frame[][];
  /** Times at which something drawn was of an earlier tick than before. */
  readonly backwards: number[] = [];
  /** Seats whose hands are still. */
  readonly idle = new Set<number>();

  constructor({ pointsToWin = 21, plan, people = ["ann", "bob"], line = LINE }: EveningOptions = {}) {
    const game = createGame({ pointsToWin, twoClear: false });
    this.table = new SimulatedTable(this.time, game, 5, TIMES, plan);
    this.players = people.map((name, at) => this.table.join(name, line, at * 777.7));
    this.frames = this.players.map(() => []);
    for (const [at, player] of this.players.entries()) this.#play(at, player);
  }

  #play(at: number, { session }: SimulatedPlayer): void {
    const humans = CLASSIC.rails.map(({ seat }) => new Human(seat, 99 + seat));
    const frames = this.frames[at]!;
    this.time.every(1000 / 60, () => {
      const { nowMs } = this.time;
      const picture = session.sample();
      if (picture === null) return;
      const before = frames.at(-1);
      const frame = frameOf(picture, nowMs);
      if (before !== undefined && runsBack(before, frame)) this.backwards.push(nowMs);
      frames.push(frame);
      for (const seat of session.seats) {
        if (!this.idle.has(seat)) session.hold(humans[seat]!.decide(picture, nowMs), seat);
      }
    });
  }

  get status() {
    return this.table.core.status;
  }

  /** Lets time pass until then; fails after `mostMs`. */
  until(what: string, isSo: () => boolean, mostMs = 60_000): void {
    assert.ok(this.time.runUntil(isSo, mostMs), `${what} within ${mostMs} ms`);
  }

  untilRally(points = 0): void {
    const total = (): number => this.status.score[0]! + this.status.score[1]!;
    this.until("a rally", () => this.status.phase === "playing" && total() >= points, 600_000);
    this.time.run(2200);
  }

  /** How many frames showed something that was not so, by what has been recorded. */
  wrongFrames(): number {
    const { ended } = this.table;
    const matches = ended.map((one) => new RecordedMatch(one.recording, Math.round(tickAt(one.startedMs))));
    const judged = this.frames.flat().map((frame) => judgeFrame(frame, matches));
    return judged.filter(({ wrongBall, wrongPaddles }) => wrongBall || wrongPaddles.includes(true)).length;
  }
}
