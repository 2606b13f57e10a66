// One table: its seats, the match on it, pauses and the end. Takes its clock from outside (room time in ms, schema/timing.ts)
// and touches no socket, so the same code runs in the room (match-room.ts) and in virtual time (the netcode gate).
//
// The match itself is play.ts. Decisions are made next door: seats.ts, press-window.ts, idleness.ts, absence.ts, rate-limit.ts.

import type { Press } from "../../pong/timeline.ts";
import { NOBODY } from "../../pong/world.ts";
import { Down, readUp, encodeCorrection, encodePong, encodeRelay } from "../../schema/messages/match.ts";
import { encodeKeyframe } from "../../schema/messages/keyframe.ts";
import type { MatchRequest, Refusal } from "../../schema/rooms.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import { RateLimit, type Verdict } from "../rate-limit.ts";
import { Absence } from "./absence.ts";
import { endedMatch } from "./ended-match.ts";
import { Line } from "./line.ts";
import { type Ending, Play } from "./play.ts";
import { seatFor } from "./seats.ts";
import type { MatchPort, TableOptions } from "./table.ts";
import { type TableStatus, emptyTable } from "./table-status.ts";

/** Between a return and play, so that nobody is caught unprepared. */
export const RESUME_TICKS = 180;
/** A match begins this much after it is announced, so that everybody knows when it does. */
export const START_LEAD_TICKS = REWIND_TICKS + 5;
/** How often the figures of the lines are looked at, in ms. */
const FIGURES_EVERY_MS = 500;

const FIGURES = ["roundTripMs", "latenessMs", "quality"] as const;

/** A seat's other side: what is not published. */
interface Place {
  readonly line: Line;
  limit: RateLimit;
  absence: Absence;
}

export class MatchCore {
  readonly status: TableStatus;
  readonly #options: TableOptions;
  readonly #port: MatchPort;
  readonly #places: readonly Place[];
  #play: Play | null = null;
  #figuresAt = 0;
  #changed = true;

  constructor(options: TableOptions, port: MatchPort, nowMs: number) {
    this.#options = options;
    this.#port = port;
    this.status = emptyTable(options.game);
    this.#places = this.status.seats.map(() => ({
      line: new Line(nowMs),
      limit: new RateLimit(nowMs),
      absence: new Absence(options.times),
    }));
  }

  /** Whether `status` has changed since this was asked last. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /** Somebody comes in, or comes back: their seat, or why not. Follow it with `greet` once they can receive. */
  sit(playerId: string, name: string, nowMs: number): number | Refusal {
    const seat = seatFor(this.status.seats, this.#options.invited, playerId);
    if (typeof seat !== "number") return seat;
    const place = this.#places[seat]!;
    place.line.open(nowMs);
    place.limit = new RateLimit(nowMs);
    Object.assign(this.status.seats[seat]!, { playerId, name, connected: true, ready: false, quality: "unknown" });
    this.#changed = true;
    return seat;
  }

  /** The first words to whoever has just come to this seat: where the match stands, or just the time. */
  greet(seat: number, nowMs: number): void {
    if (this.#play !== null) this.#sendKeyframe(seat, nowMs);
    else this.#port.send(seat, Down.pong, encodePong(this.#places[seat]!.line.times(nowMs)));
  }

  /** The connection of this seat is gone. */
  drop(seat: number, nowMs: number): void {
    Object.assign(this.status.seats[seat]!, { connected: false, ready: false, wantsRematch: false });
    this.#changed = true;
    this.#miss(seat, nowMs);
  }

  /** Whether one more message of any kind is welcome from this seat. `receive` asks this itself. */
  admit(seat: number, nowMs: number): Verdict {
    return this.#places[seat]!.limit.take(nowMs);
  }

  /** Bytes from the player on this seat. */
  receive(seat: number, bytes: Uint8Array, nowMs: number): Verdict {
    const verdict = this.admit(seat, nowMs);
    if (verdict === "kick") return verdict;
    const message = readUp(bytes);
    if (message === null) return "kick";
    const { line } = this.#places[seat]!;
    line.hear(message, nowMs);
    if (message.tick !== null) this.#press({ tick: message.tick, seat, keys: message.keys }, verdict, nowMs);
    if (verdict === "limit") return verdict;
    this.#play?.noteSeenLate(seat, message.seenLate, nowMs);
    if (message.answer) this.#port.send(seat, Down.pong, encodePong(line.times(nowMs)));
    return verdict;
  }

  /** A request without a payload. False when it makes no sense now; then nothing happens. */
  request(seat: number, request: MatchRequest, nowMs: number): boolean {
    const status = this.status.seats[seat]!;
    switch (request) {
      case "ready":
        this.#changed ||= !status.ready;
        status.ready = true;
        return true;
      case "rematch":
        if (this.status.phase !== "over") return false;
        this.#changed ||= !status.wantsRematch;
        status.wantsRematch = true;
        return true;
      case "leave":
        return this.#end({ winner: this.#other(seat), endReason: "forfeit" }, nowMs);
      case "claim":
        if (!this.#places[this.#other(seat)]!.absence.isOver(nowMs)) return false;
        return this.#end({ winner: seat, endReason: "claim" }, nowMs);
    }
  }

  /** Moves the table on to this moment: confirms, scores, pauses, resumes. Call often, at least every few ticks. */
  advance(nowMs: number): void {
    for (const { line } of this.#places) line.look(nowMs);
    if (nowMs - this.#figuresAt >= FIGURES_EVERY_MS) this.#publishFigures(nowMs);
    const { phase, seats } = this.status;
    if (phase === "waiting" || phase === "over") {
      const isWanted = phase === "waiting" || seats.every((seat) => seat.wantsRematch);
      if (isWanted && seats.every((seat, at) => seat.ready && !this.#isMissing(at, nowMs))) this.#begin(nowMs);
      return;
    }
    if (phase !== "paused") this.#watchLines(nowMs);
    this.#confirm(nowMs);
    if (this.status.phase === "paused") this.#watchPause(nowMs);
  }

  // -- beginning and end ---------------------------------------------------------------------------------------

  #begin(nowMs: number): void {
    const { status } = this;
    const { matchId, seed } = this.#port.nextMatch();
    this.#play = new Play(this.#options.game, seed, Math.ceil(tickAt(nowMs)) + START_LEAD_TICKS);
    for (const place of this.#places) place.absence = new Absence(this.#options.times);
    Object.assign(status, { matchId, phase: "countdown", winner: NOBODY, endReason: "" });
    status.score.fill(0);
    for (const seat of status.seats) Object.assign(seat, { wantsRematch: false, idleWarning: false });
    this.#port.begun(matchId, seed);
    this.#openEpoch(this.#play.startTick, nowMs);
  }

  #openEpoch(epochTick: number, nowMs: number): void {
    Object.assign(this.status, { epoch: this.status.epoch + 1, epochTick, pauseTick: 0, pausedBy: NOBODY });
    this.#changed = true;
    for (let seat = 0; seat < this.#places.length; seat++) this.#sendKeyframe(seat, nowMs);
  }

  #end(ending: Ending, nowMs: number): boolean {
    const play = this.#play;
    const { status } = this;
    if (play === null) return false;
    this.#play = null;
    this.#publishScore(play);
    Object.assign(status, ending, { phase: "over", pauseTick: 0, pausedBy: NOBODY });
    for (const seat of status.seats) seat.graceUntilMs = 0;
    this.#changed = true;
    this.#port.ended(endedMatch(play, this.#options.game, status, ending, nowMs));
    return true;
  }

  #other(seat: number): number {
    return this.#places.length - 1 - seat;
  }

  // -- presses -------------------------------------------------------------------------------------------------

  #press(stamped: Press, verdict: Verdict, nowMs: number): void {
    if (this.#play === null) return;
    const { line } = this.#places[stamped.seat]!;
    const press = verdict === "ok" ? this.#play.press(stamped, nowMs, line.window, this.status.epochTick) : null;
    if (press !== stamped) {
      const bytes = encodeCorrection(line.times(nowMs), stamped, press?.tick ?? null);
      this.#port.send(stamped.seat, Down.correction, bytes);
    }
    if (press === null) return;
    for (const [seat, status] of this.status.seats.entries()) {
      if (seat === press.seat || !status.connected) continue;
      this.#port.send(seat, Down.relay, encodeRelay(this.#places[seat]!.line.times(nowMs), press));
    }
  }

  #sendKeyframe(seat: number, nowMs: number): void {
    if (this.#play === null || !this.status.seats[seat]!.connected) return;
    const { confirmed: world, presses } = this.#play.timeline;
    const { epoch } = this.status;
    this.#port.send(seat, Down.keyframe, encodeKeyframe({ sentMs: nowMs, seat, epoch, world, presses }));
  }

  // -- time ----------------------------------------------------------------------------------------------------

  /** A tick is confirmed once it is older than everybody's window. */
  #confirm(nowMs: number): void {
    const play = this.#play;
    const window = Math.max(...this.#places.map((place) => place.line.window));
    const until = Math.floor(tickAt(nowMs) - window);
    if (play === null || until <= play.timeline.confirmed.tick) return;
    play.confirm(until, (happening) => {
      if (happening.kind !== "goal") return;
      for (const place of this.#places) place.absence.endRally();
    });
    this.#publishScore(play);
    const ending = play.ending();
    if (ending !== null) this.#end(ending, nowMs);
  }

  #publishScore(play: Play): void {
    const { confirmed } = play.timeline;
    const { status } = this;
    if (status.phase === "countdown" && confirmed.serves > 0) {
      status.phase = "playing";
      this.#changed = true;
    }
    for (const [seat, one] of status.seats.entries()) {
      const warned = play.isWarned(seat);
      this.#changed ||= one.idleWarning !== warned || status.score[seat] !== confirmed.score[seat];
      one.idleWarning = warned;
      status.score[seat] = confirmed.score[seat]!;
    }
  }

  // -- pauses --------------------------------------------------------------------------------------------------

  #isMissing(seat: number, nowMs: number): boolean {
    return !this.status.seats[seat]!.connected || this.#places[seat]!.line.isSilent(nowMs);
  }

  #watchLines(nowMs: number): void {
    for (const seat of this.#places.keys()) if (this.#isMissing(seat, nowMs)) this.#miss(seat, nowMs);
  }

  /** A player is away: the match waits for them, unless they have used that up. */
  #miss(seat: number, nowMs: number): void {
    const { absence } = this.#places[seat]!;
    if (this.#play === null || absence.isAway) return;
    if (this.status.phase !== "paused") {
      if (!absence.mayPause) return;
      this.#pause(this.#play, seat, nowMs);
    }
    absence.leave(nowMs);
    this.status.seats[seat]!.graceUntilMs = Math.round(absence.untilMs);
    this.#changed = true;
  }

  /**
   * Stops play a little after now: by as much as whoever is still there needs to hear of it before they get there, so that
   * for them nothing is taken back.
   */
  #pause(play: Play, seat: number, nowMs: number): void {
    const needed = Math.ceil(this.#places[this.#other(seat)]!.line.latenessMs / MS_PER_TICK) + 1;
    const tick = Math.ceil(tickAt(nowMs)) + Math.min(REWIND_TICKS, needed);
    const pauseTick = play.stop(Math.max(tick, this.status.epochTick));
    Object.assign(this.status, { phase: "paused", pauseTick, pausedBy: seat });
    this.#changed = true;
  }

  #watchPause(nowMs: number): void {
    for (let seat = 0; seat < this.#places.length; seat++) {
      const { absence } = this.#places[seat]!;
      const status = this.status.seats[seat]!;
      if (this.#isMissing(seat, nowMs) || !status.ready) this.#miss(seat, nowMs);
      else if (absence.isAway) {
        absence.comeBack(nowMs);
        status.graceUntilMs = 0;
        this.#changed = true;
      }
    }
    const away = this.#places.filter((place) => place.absence.isAway);
    if (away.length === 0) this.#resume(nowMs);
    else if (away.length === this.#places.length && away.every((place) => place.absence.isOver(nowMs))) {
      this.#end({ winner: NOBODY, endReason: "abandoned" }, nowMs);
    }
  }

  #resume(nowMs: number): void {
    if (this.#play === null || !this.#play.hasStopped) return;
    const tick = Math.max(this.#play.timeline.end, Math.ceil(tickAt(nowMs)) + RESUME_TICKS);
    this.#play.goOn(tick);
    this.status.phase = "countdown";
    this.#openEpoch(tick, nowMs);
  }

  #publishFigures(nowMs: number): void {
    this.#figuresAt = nowMs;
    for (const [seat, status] of this.status.seats.entries()) {
      if (status.playerId === "") continue;
      const before = { ...status };
      Object.assign(status, this.#places[seat]!.line.figures(status.connected, nowMs));
      this.#changed ||= FIGURES.some((figure) => status[figure] !== before[figure]);
    }
  }
}
