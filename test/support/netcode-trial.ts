// Two human-like players under given conditions, in virtual time, for a number of paddle hits: what they were shown and heard of, and
// what the recordings say of it (trial-result.ts).

import { createGame } from "../../pong/games.ts";
import type { SimEvent } from "../../pong/step.ts";
import type { Frame } from "../../loadtest/frames.ts";
import { type Habits, Human } from "../../loadtest/human.ts";
import { RecordedMatch } from "../../loadtest/recorded-match.ts";
import { Down, decodeRelay } from "../../schema/messages/match.ts";
import { tickAt } from "../../schema/timing.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import { type Cheat, aheadOfTime, onceStopped } from "./cheat.ts";
import { frameOf } from "./frames.ts";
import { type SimulatedPlayer, SimulatedTable } from "./simulated-table.ts";
import { type TrialResult, evaluate } from "./trial-result.ts";
import { VirtualTime } from "./virtual-time.ts";
import type { LineQuality } from "./way.ts";

/** Of either player: no two displays keep the same time, and none keeps the ticks'. */
const FRAME_MS = [1000 / 59.94, 1000 / 74.97] as const;
const TIMES = { reconnectMs: 30_000, reconnectTotalMs: 60_000 };
const REMATCH_MS = 3000;
/** Longer than any trial should take. */
const MOST_MS = 8 * 3600_000;

export type Two<T> = readonly [T, T];

export interface Trial {
  readonly lines: Two<LineQuality>;
  /** The trial ends with the match in which these have been played in all, and no sooner than after so many matches. */
  readonly hits: number;
  readonly matches?: number;
  readonly seed: number;
  readonly habits?: Two<Habits>;
  /** Between two frames, in ms. */
  readonly frameMs?: Two<number>;
  /** How much faster their clocks go than the server's, in millionths. */
  readonly clockPpm?: Two<number>;
  /** Their clocks are set anew every 20 s, by 120 and 400 ms either way. */
  readonly clocksJump?: boolean;
  readonly cheats?: Two<Cheat>;
  /** Whether frames are kept and judged; without, only the score is of interest. True when left out. */
  readonly isWatched?: boolean;
  /** How often players act on what they have seen last, in ms; with every frame when left out. */
  readonly actsEveryMs?: number;
  /** 21 when left out. */
  readonly pointsToWin?: number;
}

/** Keeps what one player was shown, and plays. */
export class Watcher {
  readonly frames: Frame[] = [];
  /** What was told in the pictures. */
  readonly moments: SimEvent[] = [];
  readonly lateness: number[] = [];
  readonly seenLate: number[] = [];
  keyChanges = 0;
  readonly seat: number;
  readonly session: MatchSession;
  readonly #human: Human;
  readonly #cheat: Cheat;
  readonly #isWatched: boolean;
  readonly #actsWithFrames: boolean;
  #keys = 0;

  constructor(player: SimulatedPlayer, seat: number, trial: Trial) {
    this.session = player.session;
    this.seat = seat;
    this.#human = new Human(seat, trial.seed * 31 + seat, trial.habits?.[seat]);
    this.#cheat = trial.cheats?.[seat] ?? {};
    this.#isWatched = trial.isWatched !== false;
    this.#actsWithFrames = trial.actsEveryMs === undefined;
    player.onReceived = (type, bytes) => {
      if (type !== Down.relay) return;
      this.lateness.push(tickAt(this.session.roomTimeMs()) - decodeRelay(bytes).press.tick);
    };
  }

  frame(nowMs: number): void {
    const picture = this.session.sample();
    if (picture === null) return;
    if (this.#isWatched) {
      this.frames.push(frameOf(picture, nowMs));
      this.seenLate.push(this.session.renderDelayTicks[1 - this.seat]!);
      this.moments.push(...picture.moments);
    }
    const seen = this.#cheat.looksAhead === true ? aheadOfTime(this.session, picture) : picture;
    this.#human.see(onceStopped(this.session, seen, this.seat, this.#keys, this.#cheat), nowMs);
    if (this.#actsWithFrames) this.act(nowMs);
  }

  act(nowMs: number): void {
    const keys = this.#human.act(nowMs);
    if (keys !== this.#keys) this.keyChanges++;
    this.#keys = keys;
    this.session.hold(keys);
  }
}

export function runTrial(trial: Trial): TrialResult {
  const time = new VirtualTime();
  const rules = { pointsToWin: trial.pointsToWin ?? 21, twoClear: false };
  const table = new SimulatedTable(time, createGame(rules), trial.seed, TIMES);
  const players = trial.lines.map((line, seat) =>
    table.join(`player ${seat}`, line, 1e6 * (seat + 1) + 0.37, trial.cheats?.[seat]),
  );
  const watchers = players.map((player, seat) => new Watcher(player, seat, trial));
  const { frameMs = FRAME_MS, clockPpm } = trial;
  for (const [seat, watcher] of watchers.entries()) {
    time.at(seat * 5.3, () => time.every(frameMs[seat]!, () => watcher.frame(time.nowMs)));
    const { actsEveryMs } = trial;
    if (actsEveryMs !== undefined) time.at(seat * 3.1, () => time.every(actsEveryMs, () => watcher.act(time.nowMs)));
    watcher.session.onChange(() => {
      if (watcher.session.status?.phase !== "over") return;
      // Nobody is quicker: the last point is seen first.
      time.at(time.nowMs + REMATCH_MS, () => watcher.session.ask("rematch"));
    });
    if (clockPpm !== undefined) drift(time, players[seat]!, clockPpm[seat]!);
    if (trial.clocksJump === true) jump(time, players[seat]!, seat);
  }
  let hits = 0;
  let counted = 0;
  const enough = (): boolean => {
    for (; counted < table.ended.length; counted++)
      hits += new RecordedMatch(table.ended[counted]!.recording, 0).hits.length;
    return hits >= trial.hits && counted >= (trial.matches ?? 0);
  };
  if (!time.runUntil(enough, MOST_MS)) throw new Error(`the trial stands still after ${hits} hits`);
  return evaluate(table, watchers, time.nowMs / 1000);
}

function drift(time: VirtualTime, player: SimulatedPlayer, ppm: number): void {
  const everyMs = 100;
  time.every(everyMs, () => {
    player.clockAheadMs += (everyMs * ppm) / 1e6;
  });
}

function jump(time: VirtualTime, player: SimulatedPlayer, seat: number): void {
  const jumps = [-120, 400, -400, 120];
  let next = seat;
  time.every(20_000, () => {
    player.clockAheadMs += jumps[next++ % jumps.length]!;
  });
}
