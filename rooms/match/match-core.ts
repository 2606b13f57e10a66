// One table: its seats, the match on it, pauses and the end. Takes its clock from outside (room time in ms, schema/timing.ts)
// and touches no socket, so the same code runs in the room (match-room.ts) and in virtual time (the netcode gate).
//
// Decisions are made next door: seats.ts, press-window.ts, idleness.ts, absence.ts, rate-limit.ts. What is played is pong/.

import { type Press, type Timeline, confirm, createTimeline, insert, resume } from "../../pong/timeline.ts";
import { BytesFault } from "../../pong/bytes.ts";
import { type Game, type Happening } from "../../pong/step.ts";
import { NOBODY, Phase, createWorld } from "../../pong/world.ts";
import type { EndReason, MatchPhase, MatchStatus, SeatStatus } from "../../schema/match-status.ts";
import {
  Down,
  type UpMessage,
  decodeUp,
  encodeCorrection,
  encodeKeyframe,
  encodePong,
  encodeRelay,
} from "../../schema/messages/match.ts";
import type { MatchRequest, Refusal } from "../../schema/rooms.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import { RateLimit, type Verdict } from "../rate-limit.ts";
import { Absence, type WaitingTimes } from "./absence.ts";
import { Idleness } from "./idleness.ts";
import { Line } from "./line.ts";
import { type Lateness, Recorder } from "./recorder.ts";
import { judgeStamp } from "./press-window.ts";
import { seatFor } from "./seats.ts";
import type { Recording } from "../../pong/recording.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";

/** Everything about a match that is over. Times are room time in ms. */
export interface EndedMatch {
  readonly matchId: string;
  readonly game: Game;
  readonly players: readonly { readonly id: string; readonly name: string; readonly points: number }[];
  /** Seat, or NOBODY. */
  readonly winner: number;
  readonly endReason: EndReason;
  readonly startedMs: number;
  readonly endedMs: number;
  readonly summary: MatchSummary;
  readonly recording: Recording;
  /** By seat. */
  readonly lateness: readonly Lateness[];
}

/** What a table needs from whoever hosts it. */
export interface MatchPort {
  /** Sends bytes of a Down type to the player on a seat, if they are connected. */
  send(seat: number, type: number, bytes: Uint8Array): void;
  /** Names the next match and draws its seed (any 32-bit integer). */
  nextMatch(): { readonly matchId: string; readonly seed: number };
  begun(matchId: string, seed: number): void;
  ended(match: EndedMatch): void;
}

export interface TableOptions {
  readonly game: Game;
  readonly times: WaitingTimes;
  /** Players that the seats are kept for; empty: whoever comes first. */
  readonly invited: readonly string[];
}

/** Between a return and play, so that nobody is caught unprepared. */
export const RESUME_TICKS = 180;
/** A match begins this much after it is announced, so that everybody knows when it does. */
export const START_LEAD_TICKS = REWIND_TICKS + 5;
/** How often the figures of the lines are looked at, in ms. */
const FIGURES_EVERY_MS = 500;

type MutableSeat = { -readonly [Field in keyof SeatStatus]: SeatStatus[Field] };
type MutableStatus = { -readonly [Field in Exclude<keyof MatchStatus, "seats" | "score">]: MatchStatus[Field] } & {
  readonly seats: MutableSeat[];
  readonly score: number[];
};

/** A seat's other side: what is not published. */
interface Place {
  line: Line;
  limit: RateLimit;
  absence: Absence;
  /** The last tick given to one of its presses. */
  lastTick: number;
  seenLate: number;
}

interface Play {
  readonly seed: number;
  readonly startedMs: number;
  readonly timeline: Timeline;
  readonly recorder: Recorder;
  readonly idleness: Idleness;
}

export class MatchCore {
  readonly status: MutableStatus;
  readonly #game: Game;
  readonly #port: MatchPort;
  readonly #options: TableOptions;
  readonly #places: Place[];
  #play: Play | null = null;
  #figuresAt = 0;
  #changed = true;

  constructor(options: TableOptions, port: MatchPort, nowMs: number) {
    this.#game = options.game;
    this.#options = options;
    this.#port = port;
    const { rails } = options.game.court;
    this.#places = rails.map(() => ({
      line: new Line(nowMs),
      limit: new RateLimit(nowMs),
      absence: new Absence(options.times),
      lastTick: 0,
      seenLate: -1,
    }));
    this.status = {
      matchId: "",
      phase: "waiting",
      rules: options.game.rules,
      seats: rails.map(emptySeat),
      score: rails.map(() => 0),
      epoch: 0,
      epochTick: 0,
      pauseTick: 0,
      pausedBy: NOBODY,
      winner: NOBODY,
      endReason: "",
    };
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
    const status = this.status.seats[seat]!;
    status.playerId = playerId;
    status.name = name;
    status.connected = true;
    status.ready = false;
    const place = this.#places[seat]!;
    place.line.open(nowMs);
    place.limit = new RateLimit(nowMs);
    this.#changed = true;
    return seat;
  }

  /** The keyframe for whoever has just come to this seat; none while nothing is played. */
  greet(seat: number, nowMs: number): void {
    if (this.#play !== null) this.#sendKeyframe(seat, nowMs);
    else this.#port.send(seat, Down.pong, encodePong(this.#places[seat]!.line.times(nowMs)));
  }

  /** The connection of this seat is gone. */
  drop(seat: number, nowMs: number): void {
    const status = this.status.seats[seat]!;
    status.connected = false;
    status.ready = false;
    status.wantsRematch = false;
    this.#changed = true;
    this.#miss(seat, nowMs);
  }

  /** Bytes from the player on this seat. */
  receive(seat: number, bytes: Uint8Array, nowMs: number): Verdict {
    const place = this.#places[seat]!;
    const verdict = this.admit(seat, nowMs);
    if (verdict === "kick") return verdict;
    let message: UpMessage;
    try {
      message = decodeUp(bytes);
    } catch (fault) {
      if (fault instanceof BytesFault) return "kick";
      throw fault;
    }
    if (verdict === "limit") {
      if (message.tick !== null) this.#correct(seat, message, null, nowMs);
      return verdict;
    }
    place.line.hear(message, nowMs);
    if (message.tick !== null) this.#press(seat, message, message.tick, nowMs);
    this.#noteSeenLate(seat, message.seenLate, nowMs);
    if (message.answer) this.#port.send(seat, Down.pong, encodePong(place.line.times(nowMs)));
    return "ok";
  }

  /** Whether one more message of any kind is welcome from this seat. `receive` asks this itself. */
  admit(seat: number, nowMs: number): Verdict {
    return this.#places[seat]!.limit.take(nowMs);
  }

  /** A request without a payload. False when it makes no sense now; then nothing happens. */
  request(seat: number, request: MatchRequest, nowMs: number): boolean {
    const status = this.status.seats[seat]!;
    switch (request) {
      case "ready":
        if (status.ready) return false;
        status.ready = true;
        this.#changed = true;
        return true;
      case "leave":
        return this.#forfeit(seat, nowMs);
      case "claim":
        return this.#claim(seat, nowMs);
      case "rematch":
        if (this.status.phase !== "over" || status.wantsRematch) return false;
        status.wantsRematch = true;
        this.#changed = true;
        return true;
    }
  }

  /** Moves the table on to this moment: confirms, scores, pauses, resumes. Call often, at least every few ticks. */
  advance(nowMs: number): void {
    if (nowMs - this.#figuresAt >= FIGURES_EVERY_MS) this.#publishFigures(nowMs);
    switch (this.status.phase) {
      case "waiting":
        if (this.#everybodyIsHere(nowMs)) this.#begin(nowMs);
        return;
      case "over":
        if (this.status.seats.every((seat) => seat.wantsRematch) && this.#everybodyIsHere(nowMs)) this.#begin(nowMs);
        return;
      case "paused":
        this.#confirm(nowMs);
        if (this.#play !== null) this.#watchPause(nowMs);
        return;
      case "countdown":
      case "playing":
        this.#watchLines(nowMs);
        this.#confirm(nowMs);
    }
  }

  // -- beginning and end ---------------------------------------------------------------------------------------

  #begin(nowMs: number): void {
    const { matchId, seed } = this.#port.nextMatch();
    const startTick = Math.ceil(tickAt(nowMs)) + START_LEAD_TICKS;
    const game = this.#game;
    this.#play = {
      seed,
      startedMs: startTick * MS_PER_TICK,
      timeline: createTimeline(game, createWorld(game.court, seed, startTick)),
      recorder: new Recorder(game, seed, startTick),
      idleness: new Idleness(game.court.rails.length),
    };
    for (const place of this.#places) {
      place.absence = new Absence(this.#options.times);
      place.lastTick = startTick;
      place.seenLate = -1;
    }
    const { status } = this;
    status.matchId = matchId;
    status.phase = "countdown";
    status.score.fill(0);
    status.winner = NOBODY;
    status.endReason = "";
    for (const seat of status.seats) {
      seat.wantsRematch = false;
      seat.idleWarning = false;
    }
    this.#port.begun(matchId, seed);
    this.#openEpoch(startTick, nowMs);
  }

  #openEpoch(tick: number, nowMs: number): void {
    this.status.epoch++;
    this.status.epochTick = tick;
    this.status.pauseTick = 0;
    this.status.pausedBy = NOBODY;
    this.#changed = true;
    for (let seat = 0; seat < this.#places.length; seat++) this.#sendKeyframe(seat, nowMs);
  }

  #end(winner: number, endReason: EndReason, nowMs: number): void {
    const play = this.#play;
    if (play === null) return;
    this.#play = null;
    const { status } = this;
    const last = play.timeline.confirmed;
    status.phase = "over";
    status.winner = winner;
    status.endReason = endReason;
    status.score.splice(0, Infinity, ...last.score);
    status.pauseTick = 0;
    status.pausedBy = NOBODY;
    for (const seat of status.seats) seat.graceUntilMs = 0;
    this.#changed = true;
    this.#port.ended({
      matchId: status.matchId,
      game: this.#game,
      players: status.seats.map((seat, at) => ({ id: seat.playerId, name: seat.name, points: last.score[at]! })),
      winner,
      endReason,
      startedMs: play.startedMs,
      endedMs: nowMs,
      summary: play.recorder.summary(last),
      recording: play.recorder.recording(last),
      lateness: status.seats.map((_, at) => play.recorder.lateness(at)),
    });
  }

  #forfeit(seat: number, nowMs: number): boolean {
    if (this.#play === null) return false;
    this.#end(this.#other(seat), "forfeit", nowMs);
    return true;
  }

  #claim(seat: number, nowMs: number): boolean {
    const other = this.#other(seat);
    const until = this.#places[other]!.absence.untilMs;
    if (this.status.phase !== "paused" || until === 0 || nowMs < until) return false;
    this.#end(seat, "claim", nowMs);
    return true;
  }

  #other(seat: number): number {
    return this.#places.length - 1 - seat;
  }

  // -- presses -------------------------------------------------------------------------------------------------

  #press(seat: number, message: UpMessage, tick: number, nowMs: number): void {
    const play = this.#play;
    const place = this.#places[seat]!;
    const now = tickAt(nowMs);
    if (play === null) return;
    const { timeline } = play;
    const judged = judgeStamp({
      tick,
      now,
      window: place.line.window,
      last: place.lastTick,
      open: timeline.confirmed.tick,
      epochTick: this.status.epochTick,
      end: timeline.end,
    });
    if (judged !== tick) this.#correct(seat, message, judged, nowMs);
    if (judged === null) return;
    const press: Press = { tick: judged, seat, keys: message.keys };
    if (!insert(timeline, press)) return;
    place.lastTick = judged;
    play.recorder.noteLateness(press, (now - tick) * MS_PER_TICK);
    play.idleness.touch(seat);
    this.#relay(press, nowMs);
  }

  #relay(press: Press, nowMs: number): void {
    for (let seat = 0; seat < this.#places.length; seat++) {
      if (seat === press.seat || !this.status.seats[seat]!.connected) continue;
      this.#port.send(seat, Down.relay, encodeRelay(this.#places[seat]!.line.times(nowMs), press));
    }
  }

  #correct(seat: number, message: UpMessage, to: number | null, nowMs: number): void {
    const press = { tick: message.tick ?? 0, seat, keys: message.keys };
    this.#port.send(seat, Down.correction, encodeCorrection(this.#places[seat]!.line.times(nowMs), press, to));
  }

  #noteSeenLate(seat: number, seenLate: number, nowMs: number): void {
    const place = this.#places[seat]!;
    if (place.seenLate === seenLate || this.#play === null) return;
    place.seenLate = seenLate;
    this.#play.recorder.addSeenLate(Math.floor(tickAt(nowMs)), seat, seenLate);
  }

  #sendKeyframe(seat: number, nowMs: number): void {
    if (this.#play === null || !this.status.seats[seat]!.connected) return;
    const { confirmed, presses } = this.#play.timeline;
    const { epoch } = this.status;
    this.#port.send(seat, Down.keyframe, encodeKeyframe({ sentMs: nowMs, seat, epoch, world: confirmed, presses }));
  }

  // -- time ----------------------------------------------------------------------------------------------------

  #confirm(nowMs: number): void {
    const play = this.#play;
    if (play === null) return;
    let window = 0;
    for (const place of this.#places) window = Math.max(window, place.line.window);
    const until = Math.floor(tickAt(nowMs) - window);
    if (until <= play.timeline.confirmed.tick) return;
    confirm(
      play.timeline,
      until,
      (happening) => this.#settle(play, happening),
      (press) => play.recorder.addPress(press),
    );
    this.#conclude(play, nowMs);
  }

  /** Something can no longer change: count it. */
  #settle(play: Play, happening: Happening): void {
    play.recorder.addHappening(happening);
    if (happening.kind === "serve" && this.status.phase === "countdown") {
      this.status.phase = "playing";
      this.#changed = true;
    }
    if (happening.kind !== "goal") return;
    play.idleness.endRally();
    for (const place of this.#places) place.absence.endRally();
    this.#changed = true;
  }

  /** After confirming: has the match been decided, and what is to be published? */
  #conclude(play: Play, nowMs: number): void {
    const { status } = this;
    const { confirmed } = play.timeline;
    if (status.phase === "countdown" && confirmed.serves > 0) this.#setPhase("playing");
    for (let seat = 0; seat < status.score.length; seat++) status.score[seat] = confirmed.score[seat]!;
    for (const [seat, one] of status.seats.entries()) {
      const warned = play.idleness.isWarned(seat);
      if (one.idleWarning !== warned) this.#changed = true;
      one.idleWarning = warned;
    }
    if (confirmed.phase === Phase.over) {
      this.#end(confirmed.score[0]! > confirmed.score[1]! ? 0 : 1, "score", nowMs);
      return;
    }
    const idle = status.seats.map((_, seat) => play.idleness.isLost(seat));
    if (idle.every(Boolean)) this.#end(NOBODY, "abandoned", nowMs);
    else if (idle.some(Boolean)) this.#end(this.#other(idle.indexOf(true)), "idle", nowMs);
  }

  #setPhase(phase: MatchPhase): void {
    if (this.status.phase === phase) return;
    this.status.phase = phase;
    this.#changed = true;
  }

  // -- pauses --------------------------------------------------------------------------------------------------

  #watchLines(nowMs: number): void {
    for (let seat = 0; seat < this.#places.length; seat++) {
      if (this.#isMissing(seat, nowMs)) this.#miss(seat, nowMs);
    }
  }

  #isMissing(seat: number, nowMs: number): boolean {
    return !this.status.seats[seat]!.connected || this.#places[seat]!.line.isSilent(nowMs);
  }

  /** A player is away: the match waits for them, unless they have used that up. */
  #miss(seat: number, nowMs: number): void {
    const play = this.#play;
    const { absence } = this.#places[seat]!;
    if (play === null || absence.isAway) return;
    if (this.status.phase !== "paused") {
      if (!absence.mayPause) return;
      this.#pause(play, seat, nowMs);
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
    const lead = Math.min(REWIND_TICKS, Math.ceil(this.#places[this.#other(seat)]!.line.latenessMs / MS_PER_TICK) + 1);
    const tick = Math.max(play.timeline.confirmed.tick, Math.ceil(tickAt(nowMs)) + lead, this.status.epochTick);
    play.timeline.end = tick;
    play.timeline.presses.splice(firstFrom(play.timeline.presses, tick));
    this.status.pauseTick = tick;
    this.status.pausedBy = seat;
    this.#setPhase("paused");
  }

  #watchPause(nowMs: number): void {
    for (let seat = 0; seat < this.#places.length; seat++) {
      const { absence } = this.#places[seat]!;
      const status = this.status.seats[seat]!;
      const missing = this.#isMissing(seat, nowMs) || !status.ready;
      if (missing) this.#miss(seat, nowMs);
      else if (absence.isAway) {
        absence.comeBack(nowMs);
        status.graceUntilMs = 0;
        this.#changed = true;
      }
    }
    const away = this.#places.map((place) => place.absence).filter((absence) => absence.isAway);
    if (away.length === 0) this.#resume(nowMs);
    else if (away.length === this.#places.length && away.every((one) => nowMs >= one.untilMs)) {
      this.#end(NOBODY, "abandoned", nowMs);
    }
  }

  #resume(nowMs: number): void {
    const play = this.#play;
    if (play === null || play.timeline.confirmed.tick < play.timeline.end) return;
    const at = play.timeline.confirmed.tick;
    const tick = Math.max(at, Math.ceil(tickAt(nowMs)) + RESUME_TICKS);
    resume(play.timeline, tick);
    play.recorder.addPause(at, tick);
    for (const place of this.#places) place.lastTick = tick;
    this.status.phase = "countdown";
    this.#openEpoch(tick, nowMs);
  }

  // -- what is published ---------------------------------------------------------------------------------------

  #everybodyIsHere(nowMs: number): boolean {
    return this.status.seats.every((seat, at) => seat.ready && !this.#isMissing(at, nowMs));
  }

  #publishFigures(nowMs: number): void {
    this.#figuresAt = nowMs;
    for (const [seat, status] of this.status.seats.entries()) {
      if (status.playerId === "") continue;
      const figures = this.#places[seat]!.line.figures(status.connected, nowMs);
      if (figures.roundTripMs === status.roundTripMs && figures.latenessMs === status.latenessMs) {
        if (figures.quality === status.quality) continue;
      }
      Object.assign(status, figures);
      this.#changed = true;
    }
  }
}

function emptySeat(): MutableSeat {
  return {
    playerId: "",
    name: "",
    connected: false,
    ready: false,
    wantsRematch: false,
    idleWarning: false,
    roundTripMs: 0,
    latenessMs: 0,
    quality: "unknown",
    graceUntilMs: 0,
  };
}

function firstFrom(presses: readonly Press[], tick: number): number {
  const at = presses.findIndex((press) => press.tick >= tick);
  return at < 0 ? presses.length : at;
}
