// Two human-like players under given link conditions, in virtual time, for a number of paddle hits: what they were shown,
// compared with what the recordings say was so.

import { createGame } from "../../pong/games.ts";
import { CLASSIC, contactLine } from "../../pong/court.ts";
import { draw } from "../../pong/random.ts";
import type { SimEvent } from "../../pong/step.ts";
import { type Frame, judgeFrame } from "../../loadtest/frames.ts";
import { frameOf, runsBack } from "./frames.ts";
import { Human } from "../../loadtest/human.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { Down, decodeRelay } from "../../schema/messages/match.ts";
import { tickAt } from "../../schema/timing.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { type LineQuality, type SimulatedPlayer, SimulatedTable } from "./simulated-table.ts";
import { VirtualTime } from "./virtual-time.ts";

/** Of either player: no two displays keep the same time, and none keeps the ticks'. */
const FRAME_MS = [1000 / 59.94, 1000 / 74.97] as const;
/** A hit this near to the one shown is the same hit, met a little sooner or later. */
const STILL_THAT_HIT_TICKS = 3;
const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };

export interface Trial {
  readonly lines: readonly [LineQuality, LineQuality];
  readonly hits: number;
  readonly seed: number;
}

/** Counts over both players. */
export interface TrialResult {
  hits: number;
  /** Own hits that were shown and then were none. */
  overturned: number;
  /** Own hits that were not exactly when they were shown, the overturned ones among them. */
  altered: number;
  frames: number;
  wrongBall: number;
  wrongOther: number;
  wrongOwn: number;
  /** Frames whose drawn time ran backwards, or whose own paddle or ball at the own line was not drawn at the present. */
  backwards: number;
  notPresent: number;
  /** The largest of L minus (p99.9 of lateness + 1 tick), in ticks: at most 0. */
  lateExcess: number;
  keyChangesPerSecond: number;
  seconds: number;
  pauses: number;
  /** Of everything above and every frame, to compare runs. */
  digest: number;
}

class Watcher {
  readonly frames: Frame[] = [];
  readonly ownHits: SimEvent[] = [];
  readonly lateness: number[] = [];
  readonly seenLate: number[] = [];
  keyChanges = 0;
  readonly session: MatchSession;
  readonly #seat: number;
  readonly #human: Human;
  #keys = 0;

  constructor(player: SimulatedPlayer, seat: number, seed: number) {
    this.session = player.session;
    this.#seat = seat;
    this.#human = new Human(seat, seed);
    player.onReceived = (type, bytes) => {
      if (type !== Down.relay) return;
      this.lateness.push(tickAt(this.session.roomTimeMs()) - decodeRelay(bytes).press.tick);
    };
  }

  frame(nowMs: number): void {
    const picture = this.session.sample();
    if (picture === null) return;
    this.frames.push(frameOf(picture, nowMs));
    this.seenLate.push(this.session.renderDelayTicks[1 - this.#seat]!);
    this.ownHits.push(...picture.moments.filter((one) => one.kind === "hit" && one.seat === this.#seat));
    const keys = this.#human.decide(picture, nowMs);
    if (keys !== this.#keys) this.keyChanges++;
    this.#keys = keys;
    this.session.hold(keys);
  }
}

export function runTrial(trial: Trial): TrialResult {
  const time = new VirtualTime();
  const rules = { pointsToWin: 21, twoClear: false };
  const table = new SimulatedTable(time, createGame(rules), trial.seed, TIMES);
  const players = trial.lines.map((line, seat) => table.join(`player ${seat}`, line, 1e6 * (seat + 1) + 0.37));
  const watchers = players.map((player, seat) => new Watcher(player, seat, trial.seed * 31 + seat));
  for (const [seat, watcher] of watchers.entries()) {
    time.at(seat * 5.3, () => time.every(FRAME_MS[seat]!, () => watcher.frame(time.nowMs)));
    watcher.session.onChange(() => {
      if (watcher.session.status?.phase === "over") watcher.session.ask("rematch");
    });
  }
  let hits = 0;
  let counted = 0;
  const enough = (): boolean => {
    for (; counted < table.ended.length; counted++)
      hits += new RecordedMatch(table.ended[counted]!.recording, 0).hits.length;
    return hits >= trial.hits;
  };
  if (!time.runUntil(enough, 4 * 3600_000)) throw new Error(`the trial stands still after ${hits} hits`);
  return evaluate(table, watchers, time.nowMs / 1000);
}

function evaluate(table: SimulatedTable, watchers: readonly Watcher[], seconds: number): TrialResult {
  const result: TrialResult = {
    hits: 0,
    overturned: 0,
    altered: 0,
    frames: 0,
    wrongBall: 0,
    wrongOther: 0,
    wrongOwn: 0,
    backwards: 0,
    notPresent: 0,
    lateExcess: -Infinity,
    keyChangesPerSecond: 0,
    seconds,
    pauses: 0,
    digest: 0,
  };
  const matches = table.ended.map((one) => new RecordedMatch(one.recording, Math.round(tickAt(one.startedMs))));
  for (const one of table.ended) result.pauses += one.recording.pauses.length;
  for (const [seat, watcher] of watchers.entries()) {
    watchFrames(result, watcher, seat, matches);
    const last = matches.at(-1)!;
    for (const hit of watcher.ownHits) {
      if (hit.at > last.startTick + last.lastTick) continue;
      result.hits++;
      if (!matches.some((match) => match.hasHit(hit, 1e-6))) result.altered++;
      if (!matches.some((match) => match.hasHit(hit, STILL_THAT_HIT_TICKS))) result.overturned++;
    }
    const sorted = watcher.lateness.toSorted((a, b) => a - b);
    const p999 = sorted[Math.ceil(sorted.length * 0.999) - 1]!;
    for (const late of watcher.seenLate) result.lateExcess = Math.max(result.lateExcess, late - p999 - 1);
    result.keyChangesPerSecond += watcher.keyChanges / seconds / watchers.length;
  }
  result.digest = draw((result.digest ^ result.frames ^ (result.hits << 16)) >>> 0).state;
  return result;
}

function watchFrames(result: TrialResult, watcher: Watcher, seat: number, matches: readonly RecordedMatch[]): void {
  let before: Frame | null = null;
  const ownLine = contactLine(CLASSIC, CLASSIC.rails[seat]!);
  for (const frame of watcher.frames) {
    if (before !== null && runsBack(before, frame)) result.backwards++;
    before = frame;
    const own = frame.paddles[seat]!;
    const isBeyondOwnLine = Math.abs(frame.ball.x) >= Math.abs(ownLine) && frame.ball.x * ownLine > 0;
    if (own.tick !== frame.tick) result.notPresent++;
    if (isBeyondOwnLine && Math.abs(frame.ball.tick - frame.tick) > 1e-6) result.notPresent++;
    result.frames++;
    const { wrongBall, wrongPaddles } = judgeFrame(frame, matches);
    if (wrongPaddles[seat] === true) result.wrongOwn++;
    if (wrongPaddles[1 - seat] === true) result.wrongOther++;
    if (wrongBall) result.wrongBall++;
    result.digest = draw((result.digest ^ Math.floor(frame.ball.y * 1e6) ^ Math.floor(own.y * 1e6)) >>> 0).state;
  }
}
