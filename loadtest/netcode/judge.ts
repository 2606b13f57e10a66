// Compares what one player saw and did with the recordings of what happened.

import type { Recording } from "../../pong/recording.ts";
import { verify } from "../../pong/recording.ts";
import { MS_PER_TICK } from "../../schema/timing.ts";
import { type Frame, judgeFrame } from "../frames.ts";
import { RecordedMatch } from "../recorded-match.ts";
import type { RoomTime } from "./server-probe.ts";
import { LINK_CONDITIONS, longestWayMs } from "./conditions.ts";
import type { KeyChange, SeatedPlayer } from "./seated-player.ts";
import { type Stall, StallTimes } from "./stalls.ts";

/** A hit this near to the one shown is the same hit, met a little sooner or later. */
const STILL_THAT_HIT_TICKS = 3;
/** The clock counts from this long after joining. */
const CLOCK_AFTER_MS = 3000;

/** A press as it counted. */
export interface CountedPress {
  readonly atMs: number;
  /** Of room time. */
  readonly tick: number;
}

export interface Evidence {
  readonly recordings: readonly {
    readonly recording: Recording;
    readonly startTick: number;
    readonly score: readonly number[];
  }[];
  readonly stalls: readonly Stall[];
  /** What the other player pressed. */
  readonly theirs: readonly CountedPress[];
  readonly roomTime: RoomTime;
}

export interface Findings {
  hits: number;
  overturned: number;
  /** Frames that were judged, and that were left out because a process stood still. */
  frames: number;
  leftOut: number;
  wrong: number;
  /** By plain rollback. */
  plainWrong: number;
  keyChanges: number;
  /** Key changes that counted at no tick at all. */
  uncounted: number;
  /** From key to own paddle, in ticks: the most. */
  ownTicks: number;
  /** From the other's key to this screen, in ms, each. */
  toScreenMs: number[];
  clockErrorMs: number[];
  matches: number;
  /** Matches whose result is not what their recording replays to. */
  misrecorded: number;
}

/** Presses as the recordings have them, by the key changes that made them. */
export function countedPresses(player: SeatedPlayer, evidence: Pick<Evidence, "recordings">): (CountedPress | null)[] {
  const [seat] = player.session.seats;
  return effective(player.keyChanges).flatMap((change) => {
    const match = evidence.recordings.findLast(({ startTick }) => change.firstTick >= startTick);
    if (match === undefined || change.firstTick - match.startTick > match.recording.endTick) return [];
    const tick = tickCounted(match.recording, seat!, change, change.firstTick - match.startTick);
    return [tick === null ? null : { atMs: change.atMs, tick: tick + match.startTick }];
  });
}

/** Of two changes in one tick the first is none, and a change back to what was held is none: nothing moves between them. */
function effective(changes: readonly KeyChange[]): KeyChange[] {
  const kept: KeyChange[] = [];
  for (const change of changes) {
    if (kept.at(-1)?.firstTick === change.firstTick) kept.pop();
    if (kept.at(-1)?.keys !== change.keys) kept.push(change);
  }
  return kept;
}

function tickCounted({ presses }: Recording, seat: number, { keys }: KeyChange, firstTick: number): number | null {
  const counted = presses.find((one) => one.seat === seat && one.keys === keys && one.tick >= firstTick);
  return counted === undefined || counted.tick > firstTick + 60 ? null : counted.tick;
}

export function judge(player: SeatedPlayer, evidence: Evidence): Findings {
  const stalls = new StallTimes(evidence.stalls);
  const matches = evidence.recordings.map(({ recording, startTick }) => new RecordedMatch(recording, startTick));
  return {
    ...judgeHits(player, matches),
    ...judgeFrames(player, matches, stalls),
    ...judgeKeys(player, evidence),
    toScreenMs: waysToScreen(player, evidence.theirs, stalls),
    clockErrorMs: clockErrors(player, evidence.roomTime, stalls),
    matches: evidence.recordings.length,
    misrecorded: evidence.recordings.filter(({ recording, score }) => verify(recording).score.join() !== score.join())
      .length,
  };
}

function judgeHits({ ownHits }: SeatedPlayer, matches: readonly RecordedMatch[]) {
  const last = matches.at(-1)!;
  const judged = ownHits.filter((hit) => hit.at <= last.startTick + last.lastTick);
  const isOverturned = (hit: (typeof judged)[number]): boolean =>
    !matches.some((match) => match.hasHit(hit, STILL_THAT_HIT_TICKS));
  return { hits: judged.length, overturned: judged.filter(isOverturned).length };
}

function judgeFrames({ frames, seating }: SeatedPlayer, matches: readonly RecordedMatch[], stalls: StallTimes) {
  const wayMs = longestWayMs(LINK_CONDITIONS[seating.line]!);
  const found = { frames: 0, leftOut: 0, wrong: 0, plainWrong: 0 };
  const isWrong = (frame: Frame): boolean => {
    const { wrongBall, wrongPaddles } = judgeFrame(frame, matches);
    return wrongBall || wrongPaddles.includes(true);
  };
  for (let at = 0; at < frames.length; at++) {
    const shown = frames.shown(at);
    if (stalls.overlap(shown.atMs - wayMs, shown.atMs)) {
      found.leftOut++;
      continue;
    }
    found.frames++;
    if (isWrong(shown)) found.wrong++;
    if (isWrong(frames.plain(at))) found.plainWrong++;
  }
  return found;
}

function judgeKeys(player: SeatedPlayer, evidence: Evidence) {
  const counted = countedPresses(player, evidence);
  const changes = player.keyChanges;
  let ownTicks = 0;
  for (const press of counted) {
    const change = changes.find(({ atMs }) => atMs === press?.atMs);
    if (press !== null && change !== undefined) ownTicks = Math.max(ownTicks, press.tick - change.firstTickAfter);
  }
  return { keyChanges: counted.length, uncounted: counted.filter((one) => one === null).length, ownTicks };
}

/** From each press of the other to the first frame here that shows its effect, in ms. */
function waysToScreen(
  { frames, session }: SeatedPlayer,
  theirs: readonly CountedPress[],
  stalls: StallTimes,
): number[] {
  const other = 1 - session.seats[0]!;
  const ways: number[] = [];
  let at = 0;
  for (const { atMs, tick } of theirs) {
    while (at < frames.length && frames.shown(at).paddles[other]!.tick <= tick) at++;
    if (at === frames.length) break;
    const seenAtMs = frames.shown(at).atMs;
    if (!stalls.overlap(atMs, seenAtMs)) ways.push(seenAtMs - atMs);
  }
  return ways;
}

function clockErrors({ clock, liveAtMs }: SeatedPlayer, truth: RoomTime, stalls: StallTimes): number[] {
  const errors: number[] = [];
  for (let at = 0; at < clock.length; at += 2) {
    const [roomMs, atMs] = [clock[at]!, clock[at + 1]!];
    if (liveAtMs === null || atMs < liveAtMs + CLOCK_AFTER_MS || stalls.overlap(atMs - MS_PER_TICK, atMs)) continue;
    errors.push(Math.abs(roomMs - (truth.roomMs + atMs - truth.atMs)));
  }
  return errors;
}
