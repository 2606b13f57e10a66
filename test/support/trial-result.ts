// What players of a trial were shown and told, held against the recordings of their matches.

import { CLASSIC, contactLine } from "../../pong/court.ts";
import { draw } from "../../pong/random.ts";
import { type Frame, judgeFrame } from "../../loadtest/frames.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { tickAt } from "../../schema/timing.ts";
import { runsBack } from "./frames.ts";
import type { Watcher } from "./netcode-trial.ts";
import type { SimulatedTable } from "./simulated-table.ts";

/** A hit this near to the one shown is the same hit, met a little sooner or later. */
const STILL_THAT_TICKS = 3;
const KINK = 0.1;
const EXACTLY_TICKS = 1e-6;

/** Counts over both players. */
export interface TrialResult {
  hits: number;
  /** Own hits that were shown and then were none. */
  overturned: number;
  /** Own hits that were not exactly when they were shown, the overturned ones among them. */
  altered: number;
  /** Goals that were told and were none; and that there were and were not told. */
  falseGoals: number;
  missedGoals: number;
  /** Other moments that were told and were none: hits of the other's, walls, serves. */
  falseMoments: number;
  frames: number;
  wrongBall: number;
  wrongOther: number;
  wrongOwn: number;
  /** Frames whose drawn time ran backwards, or whose own paddle or ball at the own line was not drawn at the present. */
  backwards: number;
  notPresent: number;
  /** The largest of L minus (p99.9 of the lateness of the later one's presses + 1 tick), in ticks. */
  lateExcess: number;
  /** How often a ball changed the speed it was drawn with by over a tenth from one frame to the next, and nothing had turned it. */
  kinks: number;
  keyChangesPerSecond: number;
  seconds: number;
  pauses: number;
  /** How often a player's world was not the table's. */
  divergences: number;
  /** How often a line was taken for one whose pings are answered late on purpose, once a match. */
  odd: number;
  /** By seat, over all matches. */
  points: number[];
  matches: number;
  /** Of everything above and every frame, to compare runs. */
  digest: number;
}

export function evaluate(table: SimulatedTable, watchers: readonly Watcher[], seconds: number): TrialResult {
  const matches = table.ended.map((one) => new RecordedMatch(one.recording, Math.round(tickAt(one.startedMs))));
  const result: TrialResult = {
    hits: 0,
    overturned: 0,
    altered: 0,
    falseGoals: 0,
    missedGoals: 0,
    falseMoments: 0,
    frames: 0,
    wrongBall: 0,
    wrongOther: 0,
    wrongOwn: 0,
    backwards: 0,
    notPresent: 0,
    lateExcess: -Infinity,
    kinks: 0,
    keyChangesPerSecond: 0,
    seconds,
    pauses: table.ended.reduce((sum, { recording }) => sum + recording.pauses.length, 0),
    divergences: table.divergences,
    odd: table.odd.length,
    points: [0, 1].map((seat) => table.ended.reduce((sum, { players }) => sum + players[seat]!.points, 0)),
    matches: matches.length,
    digest: 0,
  };
  // Both are shown each other equally late, as late as the later one comes.
  const latest = Math.max(...watchers.map(({ lateness }) => worstOf(lateness)));
  for (const watcher of watchers) {
    watchFrames(result, watcher, matches);
    watchMoments(result, watcher, matches);
    result.kinks += kinksOf(watcher);
    for (const late of watcher.seenLate) result.lateExcess = Math.max(result.lateExcess, late - latest - 1);
    result.keyChangesPerSecond += watcher.keyChanges / seconds / watchers.length;
  }
  result.digest = draw((result.digest ^ result.frames ^ (result.hits << 16)) >>> 0).state;
  return result;
}

/** All but the latest thousandth come by then. */
function worstOf(lateness: readonly number[]): number {
  const sorted = lateness.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.999) - 1] ?? 0;
}

function watchMoments(result: TrialResult, { moments, seat }: Watcher, matches: readonly RecordedMatch[]): void {
  if (moments.length === 0) return;
  const last = matches.at(-1)!;
  const isSo = (one: (typeof moments)[number], ticks: number): boolean =>
    matches.some((match) => match.has(one, ticks));
  let goals = 0;
  for (const one of moments) {
    // What belongs to the match that the trial broke off.
    if (one.at > last.startTick + last.lastTick) continue;
    if (one.kind === "hit" && one.seat === seat) {
      result.hits++;
      if (!isSo(one, EXACTLY_TICKS)) result.altered++;
      if (!isSo(one, STILL_THAT_TICKS)) result.overturned++;
    } else if (one.kind === "goal") {
      goals++;
      if (!isSo(one, EXACTLY_TICKS)) result.falseGoals++;
    } else if (!isSo(one, STILL_THAT_TICKS)) result.falseMoments++;
  }
  const scored = matches.flatMap(({ events }) => events.filter(({ kind }) => kind === "goal")).length;
  // The goal that ends the trial may not have been told by then.
  result.missedGoals += Math.max(0, scored - 1 - goals);
}

function kinksOf({ frames, moments }: Watcher): number {
  const turns = moments.filter(({ kind }) => kind !== "wall");
  let kinks = 0;
  let turn = 0;
  for (let at = 2; at < frames.length; at++) {
    const [first, second, third] = [frames[at - 2]!, frames[at - 1]!, frames[at]!];
    while (turn < turns.length && turns[turn]!.at < first.ball.tick) turn++;
    if (turn < turns.length && turns[turn]!.at <= third.ball.tick) continue;
    const [before, after] = [second.ball.x - first.ball.x, third.ball.x - second.ball.x];
    if (before * after <= 0) continue;
    const ratio = after / before / ((third.atMs - second.atMs) / (second.atMs - first.atMs));
    if (Math.max(ratio, 1 / ratio) > 1 + KINK) kinks++;
  }
  return kinks;
}

function watchFrames(result: TrialResult, watcher: Watcher, matches: readonly RecordedMatch[]): void {
  const { seat } = watcher;
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
