// One table: its seats, the match on it, pauses and the end. Takes its clock from outside (room time in ms, schema/timing.ts)
// and touches no socket, so the same code runs in the room (match-room.ts) and in virtual time (the netcode gate).
//
// The match itself is play.ts. Decisions are made next door: seats.ts, attendance.ts, press-window.ts, idleness.ts.

import type { Press } from "../../pong/timeline.ts";
import { NOBODY } from "../../pong/world.ts";
import { Down, readUp, encodeCorrection, encodePong, encodeRelay } from "../../schema/messages/match.ts";
import { encodeKeyframe } from "../../schema/messages/keyframe.ts";
import type { MatchRequest, Refusal } from "../../schema/rooms.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import type { Verdict } from "../rate-limit.ts";
import { Attendance } from "./attendance.ts";
import { type Course, courseOf } from "./course.ts";
import { type Computer, seatComputers } from "./computer.ts";
import { endedMatch } from "./ended-match.ts";
import { Place } from "./place.ts";
import { type Ending, Play } from "./play.ts";
import { placeFor, placesOf } from "./seats.ts";
import { type MatchPort, type TableOptions, companionOf } from "./table.ts";
import { type TableStatus, emptyTable, publishLevel, publishScore } from "./table-status.ts";

/** A ranked match and its rematch; a third one is for fun. */
const RANKED_IN_A_ROW = 2;
/** Between a return and play, so that nobody is caught unprepared. */
export const RESUME_TICKS = 180;
/** A match begins this much after it is announced, so that everybody knows when it does. */
export const START_LEAD_TICKS = REWIND_TICKS + 5;
/** How often the figures of the lines are looked at, in ms, while anything is heard of them. */
const FIGURES_EVERY_MS = 500;
/** How often a table is looked at where people come, go and make up their minds: all the time but in play. */
const IDLE_BEAT_MS = 100;

export class MatchCore {
  readonly status: TableStatus;
  /** The matches of this table, the one that is played last: for those who watch. */
  readonly courses: Course[] = [];
  readonly #options: TableOptions;
  readonly #port: MatchPort;
  readonly #places: readonly Place[];
  readonly #attendance: Attendance;
  #play: Play | null = null;
  #computers: readonly Computer[] = [];
  #rankedMatches = 0;
  #figuresAt = 0;
  #changed = true;
  #wakeMs: number;

  constructor(options: TableOptions, port: MatchPort, nowMs: number) {
    const { plan, times } = options;
    this.#options = options;
    this.#port = port;
    this.#wakeMs = nowMs;
    this.status = emptyTable(options);
    const { seats } = this.status;
    this.#places = placesOf(plan.kind, seats.length).map((numbers, at) => new Place(at, numbers, seats, times, nowMs));
    this.#attendance = new Attendance(this.status, this.#places);
  }

  /** How many watch. */
  setWatchers(count: number): void {
    this.#changed ||= this.status.watchers !== count;
    this.status.watchers = count;
  }

  /** Whether `status` has changed since this was asked last. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /** When `advance` is due at the latest. What is said to the table may bring it forward, never put it off. */
  get wakeMs(): number {
    return this.#wakeMs;
  }

  /** Somebody comes in, or comes back: their place, or why not. Follow it with `greet` once they can receive. */
  sit(playerId: string, name: string, nowMs: number): number | Refusal {
    const { plan, invited, ratings } = this.#options;
    const at = placeFor(this.#places, invited, playerId);
    if (typeof at !== "number") return at;
    this.#places[at]!.open({ playerId, name, rating: ratings[playerId] ?? 0 }, companionOf(plan), nowMs);
    this.#changed = true;
    this.#wakeMs = nowMs;
    return at;
  }

  /** The first words to whoever has just come to this place: where the match stands, or just the time. */
  greet(at: number, nowMs: number): void {
    this.#confirm(nowMs);
    const place = this.#places[at]!;
    if (this.#play !== null) this.#sendKeyframe(place, nowMs);
    else this.#port.send(at, Down.pong, encodePong(place.line.times(nowMs)));
  }

  /** The connection of this place is gone. */
  drop(at: number, nowMs: number): void {
    const place = this.#places[at]!;
    place.publish({ connected: false, ready: false, wantsRematch: false });
    this.#changed = true;
    this.#wakeMs = nowMs;
    if (this.#play !== null) this.#attendance.miss(place, this.#play, nowMs);
  }

  /** Whether one more message of any kind is welcome from this place. `receive` asks this itself. */
  admit(at: number, nowMs: number): Verdict {
    return this.#places[at]!.limit.take(nowMs);
  }

  /** Bytes from the person at this place. */
  receive(at: number, bytes: Uint8Array, nowMs: number): Verdict {
    const verdict = this.admit(at, nowMs);
    if (verdict === "kick") return verdict;
    const message = readUp(bytes);
    const place = this.#places[at]!;
    const seat = message === null ? undefined : place.numbers[message.own];
    if (message === null || seat === undefined) return "kick";
    place.line.hear(message, nowMs);
    if (message.tick !== null) this.#press(place, { tick: message.tick, seat, keys: message.keys }, verdict, nowMs);
    if (verdict === "limit") return verdict;
    this.#play?.noteSeenLate(seat, message.seenLate, nowMs);
    if (message.answer) this.#port.send(at, Down.pong, encodePong(place.line.times(nowMs)));
    if (nowMs - this.#figuresAt >= FIGURES_EVERY_MS) this.#publishFigures(nowMs);
    return verdict;
  }

  /** A request without a payload. False when it makes no sense now; then nothing happens. */
  request(at: number, request: MatchRequest, nowMs: number): boolean {
    this.#wakeMs = nowMs;
    const place = this.#places[at]!;
    switch (request) {
      case "ready":
        this.#changed ||= !place.isReady;
        place.publish({ ready: true });
        return true;
      case "rematch":
        if (this.status.phase !== "over") return false;
        this.#changed ||= !place.wantsRematch;
        place.publish({ wantsRematch: true });
        return true;
      case "leave":
        return this.#end(this.#leaving(place), nowMs);
      case "claim":
        if (!this.#attendance.mayClaim(place, nowMs)) return false;
        return this.#end({ winner: place.numbers[0]!, endReason: "claim" }, nowMs);
    }
  }

  /** The process itself stood still for so long: nobody's line is to blame. */
  excuse(stalledMs: number): void {
    for (const { line } of this.#places) line.excuse(stalledMs);
  }

  /** Moves the table on to this moment: confirms, scores, pauses, resumes. Call at `wakeMs`; more often does no harm. */
  advance(nowMs: number): void {
    this.#move(nowMs);
    this.#wakeMs = this.#nextWake(nowMs);
  }

  #move(nowMs: number): void {
    if (nowMs - this.#figuresAt >= FIGURES_EVERY_MS) this.#publishFigures(nowMs);
    const { phase, seats } = this.status;
    const play = this.#play;
    if (play === null) {
      const isWanted = phase === "waiting" || seats.every((seat) => seat.wantsRematch);
      if (isWanted && this.#attendance.isComplete(nowMs)) this.#begin(nowMs);
      return;
    }
    if (phase !== "paused") this.#changed = this.#attendance.watchPlay(play, nowMs) || this.#changed;
    this.#confirm(nowMs);
    if (this.status.phase === "paused") this.#watchPause(play, nowMs);
    else if (this.#play !== null) this.#askComputers(play, nowMs);
  }

  /** While the ball flies, the next thing to come is a goal, a look of the computer, or a line that has become silent. */
  #nextWake(nowMs: number): number {
    if (this.#play === null || this.status.phase === "paused") return nowMs + IDLE_BEAT_MS;
    // What happens in a step is known for certain a window after its end.
    let wakeMs = (this.#play.quietUntilTick + 1 + this.#window) * MS_PER_TICK;
    for (const computer of this.#computers) wakeMs = Math.min(wakeMs, computer.nextLookMs);
    for (const place of this.#places) {
      wakeMs = Math.min(wakeMs, place.isMissing(nowMs) ? nowMs + IDLE_BEAT_MS : place.line.silentAfterMs);
    }
    return Math.max(wakeMs, nowMs + 1);
  }

  // -- beginning and end ---------------------------------------------------------------------------------------

  #begin(nowMs: number): void {
    const { status } = this;
    const { game, plan } = this.#options;
    const { matchId, seed } = this.#port.nextMatch();
    const play = new Play(game, seed, Math.ceil(tickAt(nowMs)) + START_LEAD_TICKS, plan.kind === "duel");
    this.#play = play;
    this.#computers = seatComputers(this.#options, status, play);
    for (const place of this.#places) place.beginMatch();
    // The same two would otherwise pass ratings to and fro for as long as they like.
    const ranked = status.ranked && ++this.#rankedMatches <= RANKED_IN_A_ROW;
    Object.assign(status, { matchId, ranked, phase: "countdown", winner: NOBODY, endReason: "" });
    status.score.fill(0);
    for (const seat of status.seats) Object.assign(seat, { wantsRematch: false, idleWarning: false });
    this.courses.push(courseOf(play, status));
    this.#port.begun(matchId, seed);
    this.#openEpoch(play.startTick, nowMs);
  }

  #openEpoch(epochTick: number, nowMs: number): void {
    // Play is not to begin with figures of half a second ago: both draw each other by them.
    this.#publishFigures(nowMs);
    Object.assign(this.status, { epoch: this.status.epoch + 1, epochTick, pauseTick: 0, pausedBy: NOBODY });
    this.#changed = true;
    for (const place of this.#places) this.#sendKeyframe(place, nowMs);
  }

  /** Who leaves a match between people has lost it. */
  #leaving(place: Place): Ending {
    if (this.status.kind !== "duel") return { winner: NOBODY, endReason: "stopped" };
    return { winner: this.status.seats.findIndex((_, seat) => !place.numbers.includes(seat)), endReason: "forfeit" };
  }

  #end(ending: Ending, nowMs: number): boolean {
    const play = this.#play;
    const { status } = this;
    if (play === null) return false;
    this.#play = null;
    this.courses.at(-1)!.ending = { ...ending, atMs: nowMs };
    publishScore(status, play);
    Object.assign(status, ending, { phase: "over", pauseTick: 0, pausedBy: NOBODY });
    for (const seat of status.seats) {
      seat.graceUntilMs = 0;
      // The computer always plays again; and warming up goes on by itself until the opponent is there.
      seat.wantsRematch = seat.sitter === "computer" || (status.kind === "warmUp" && ending.endReason === "score");
    }
    this.#changed = true;
    this.#port.ended(endedMatch(play, this.#options.game, status, ending, nowMs));
    return true;
  }

  // -- presses -------------------------------------------------------------------------------------------------

  #press(place: Place, stamped: Press, verdict: Verdict, nowMs: number): void {
    if (this.#play === null) return;
    const { line } = place;
    const press = verdict === "ok" ? this.#play.press(stamped, nowMs, line.window, this.status.epochTick) : null;
    if (press?.tick !== stamped.tick) {
      const bytes = encodeCorrection(line.times(nowMs), stamped, press?.tick ?? null);
      this.#port.send(place.index, Down.correction, bytes);
    }
    if (press !== null) this.#relay(press, nowMs);
  }

  /** To everybody but whoever made it. */
  #relay(press: Press, nowMs: number): void {
    for (const place of this.#places) {
      if (place.numbers.includes(press.seat) || !place.isConnected) continue;
      this.#port.send(place.index, Down.relay, encodeRelay(place.line.times(nowMs), press));
    }
  }

  #askComputers(play: Play, nowMs: number): void {
    for (const computer of this.#computers) {
      for (const press of computer.lookIfDue(play, nowMs)) this.#relay(press, nowMs);
      this.#changed = publishLevel(this.status.seats[computer.seat]!, computer.level) || this.#changed;
    }
  }

  #sendKeyframe(place: Place, nowMs: number): void {
    if (this.#play === null || !place.isConnected) return;
    const { confirmed: world, presses } = this.#play.timeline;
    const { epoch } = this.status;
    const keyframe = { sentMs: nowMs, seats: place.numbers, epoch, world, presses };
    this.#port.send(place.index, Down.keyframe, encodeKeyframe(keyframe));
  }

  // -- time ----------------------------------------------------------------------------------------------------

  /** How long a tick may still change, in ticks: the widest of all windows. */
  get #window(): number {
    let widest = 0;
    for (const { line } of this.#places) widest = Math.max(widest, line.window);
    return widest;
  }

  /** A tick is confirmed once it is older than everybody's window. */
  #confirm(nowMs: number): void {
    const play = this.#play;
    const until = Math.floor(tickAt(nowMs) - this.#window);
    if (play === null || until <= play.timeline.confirmed.tick) return;
    play.confirm(until, (happening) => {
      if (happening.kind === "goal") this.#attendance.endRally();
    });
    this.#changed = publishScore(this.status, play) || this.#changed;
    const ending = play.ending();
    if (ending !== null) this.#end(ending, nowMs);
  }

  #watchPause(play: Play, nowMs: number): void {
    this.#changed = this.#attendance.watchPause(play, nowMs) || this.#changed;
    const verdict = this.#attendance.judgePause(play, nowMs);
    if (verdict === "abandon") this.#end({ winner: NOBODY, endReason: "abandoned" }, nowMs);
    if (verdict !== "goOn") return;
    const tick = Math.max(play.timeline.end, Math.ceil(tickAt(nowMs)) + RESUME_TICKS);
    this.#attendance.goOn(play, tick);
    for (const computer of this.#computers) computer.goOn(tick);
    this.#openEpoch(tick, nowMs);
  }

  #publishFigures(nowMs: number): void {
    this.#figuresAt = nowMs;
    for (const place of this.#places) {
      if (place.playerId !== "") this.#changed = place.publishFigures(nowMs) || this.#changed;
    }
  }
}
