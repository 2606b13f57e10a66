// One table: its seats, the match on it, pauses and the end. Takes its clock from outside (room time in ms, schema/timing.ts)
// and touches no socket, so the same code runs in the room (match-room.ts) and in virtual time (the netcode gate).
//
// The match itself is match.ts. Decisions are made next door: seats.ts, attendance.ts, press-window.ts, idleness.ts.

import type { Press } from "../../pong/timeline.ts";
import { NOBODY, type World } from "../../pong/world.ts";
import { readUp } from "../../schema/messages/match.ts";
import type { MatchRequest, Refusal } from "../../schema/rooms.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import type { Verdict } from "../rate-limit.ts";
import { Attendance } from "./attendance.ts";
import { Idleness } from "./idleness.ts";
import { Dispatch } from "./dispatch.ts";
import { type MatchView, matchView } from "./match-view.ts";
import { type Computer, seatComputers } from "./computer.ts";
import { endedMatch, leavingEnding } from "./ended-match.ts";
import { Participant, publishConnections, widestWindow } from "./participant.ts";
import { type Ending, Match } from "./match.ts";
import { participantFor, seatsByParticipant } from "./seats.ts";
import { type MatchPort, type TableOptions, companionOf } from "./table-options.ts";
import { type TableStatus, emptyTable, publishBegin, publishEnd, publishLevel, publishScore } from "./table-status.ts";

/** A ranked match and its rematch; a third one is casual. */
const RANKED_IN_A_ROW = 2;
/** Between a return and play, so that nobody is caught unprepared. */
const RESUME_TICKS = 180;
/** A match begins this much after it is announced, so that everybody knows when it does. */
const START_LEAD_TICKS = REWIND_TICKS + 5;
/** How often the stats of the connections are looked at, in ms, while anything is heard of them. */
const CONNECTIONS_EVERY_MS = 500;
/** How often a table is checked while people come, go and decide: at all times except in play. */
const IDLE_BEAT_MS = 100;

export class Table {
  readonly status: TableStatus;
  /** The matches of this table, the one that is played last: for those who watch. */
  readonly matchViews: MatchView[] = [];
  readonly #options: TableOptions;
  readonly #port: MatchPort;
  readonly #participants: readonly Participant[];
  readonly #attendance: Attendance;
  readonly #dispatch: Dispatch;
  #match: Match | null = null;
  #computers: readonly Computer[] = [];
  #rankedMatches = 0;
  #connectionsAt = 0;
  #changed = true;
  #wakeMs: number;

  constructor(options: TableOptions, port: MatchPort, nowMs: number) {
    const { plan, times } = options;
    this.#options = options;
    this.#port = port;
    this.#wakeMs = nowMs;
    this.status = emptyTable(options);
    const { seats } = this.status;
    this.#participants = seatsByParticipant(plan.kind, seats.length).map(
      (numbers, at) => new Participant(at, numbers, seats, times, nowMs),
    );
    this.#attendance = new Attendance(this.status, this.#participants);
    this.#dispatch = new Dispatch(port, this.#participants, (atMs) => this.#certain(atMs), nowMs);
  }

  /** How many watch. */
  setSpectators(count: number): void {
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
    return Math.min(this.#wakeMs, this.#dispatch.dueMs);
  }

  /** Whether somebody who asks gets a seat, as of now. */
  hasSeatFor(playerId: string): boolean {
    return typeof participantFor(this.#participants, this.#options.invited, playerId) === "number";
  }

  /** Somebody joins or comes back: returns which participant they are, or why not. Follow it with `greet` once they can receive. */
  sit(playerId: string, name: string, nowMs: number): number | Refusal {
    const { plan, invited, ratings } = this.#options;
    const at = participantFor(this.#participants, invited, playerId);
    if (typeof at !== "number") return at;
    this.#participants[at]!.open({ playerId, name, rating: ratings[playerId] ?? 0 }, companionOf(plan), nowMs);
    this.#changed = true;
    this.#wakeMs = nowMs;
    return at;
  }

  /** The first message to this participant, who has just joined: the state of the match, or just the time. */
  greet(at: number, nowMs: number): void {
    this.#confirm(nowMs);
    const participant = this.#participants[at]!;
    if (this.#match !== null) this.#dispatch.keyframe(participant, this.#match, this.status.epoch, nowMs);
    else this.#dispatch.pong(participant, nowMs);
  }

  /** This participant's connection is gone. */
  drop(at: number, nowMs: number): void {
    const participant = this.#participants[at]!;
    participant.publish({ connected: false, ready: false, wantsRematch: false });
    this.#changed = true;
    this.#wakeMs = nowMs;
    if (this.#match !== null) this.#attendance.miss(participant, this.#match, nowMs);
  }

  /** Whether one more message of any kind is welcome from this participant. `receive` asks this itself. */
  admit(at: number, nowMs: number): Verdict {
    return this.#participants[at]!.limit.take(nowMs);
  }

  /** Bytes from this participant. */
  receive(at: number, bytes: Uint8Array, nowMs: number): Verdict {
    const verdict = this.admit(at, nowMs);
    if (verdict === "kick") return verdict;
    const message = readUp(bytes);
    const participant = this.#participants[at]!;
    const seat = message === null ? undefined : participant.numbers[message.own];
    if (message === null || seat === undefined) return "kick";
    this.#dispatch.hear(participant, message, nowMs);
    if (message.tick !== null)
      this.#press(participant, { tick: message.tick, seat, keys: message.keys }, verdict, nowMs);
    if (verdict === "limit") return verdict;
    this.#match?.noteSeenLate(seat, message.seenLate, nowMs);
    if (message.answer) this.#dispatch.pong(participant, nowMs);
    if (nowMs - this.#connectionsAt >= CONNECTIONS_EVERY_MS) this.#publishConnections(nowMs);
    return verdict;
  }

  /** A ping is answered. @param id of MatchPort.ping, or anything else that a client sends */
  pong(at: number, id: number, nowMs: number): void {
    this.#participants[at]!.connection.pings.answer(id, nowMs);
  }

  /** A request without a payload. False when it makes no sense now; then nothing happens. */
  request(at: number, request: MatchRequest, nowMs: number): boolean {
    this.#wakeMs = nowMs;
    const participant = this.#participants[at]!;
    switch (request) {
      case "ready":
        if (!participant.connection.isSynced) return false;
        this.#changed ||= !participant.isReady;
        this.#attendance.answer(participant, this.#match);
        return true;
      case "rematch":
        if (this.status.phase !== "over") return false;
        this.#changed ||= !participant.wantsRematch;
        // Whoever was asked, and had not answered when it ended, has now.
        if (participant.connection.isSynced) this.#attendance.answer(participant, null);
        participant.publish({ wantsRematch: true });
        return true;
      case "leave":
        // Who has waited in vain takes the win along.
        if (this.#attendance.mayClaim(participant, nowMs)) return this.request(at, "claim", nowMs);
        return this.#end(leavingEnding(this.status, participant.numbers), nowMs);
      case "claim":
        if (!this.#attendance.mayClaim(participant, nowMs)) return false;
        return this.#end({ winner: participant.numbers[0]!, endReason: "claim" }, nowMs);
      case "heal":
        return this.#heal(participant, nowMs);
    }
  }

  /** The process itself stood still for so long: nobody's connection is to blame. */
  excuse(stalledMs: number): void {
    this.#attendance.excuse(stalledMs);
    for (const { connection } of this.#participants) connection.excuse(stalledMs);
  }

  /** Moves the table on to this moment: confirms, scores, pauses, resumes. Call at `wakeMs`; more often does no harm. */
  advance(nowMs: number): void {
    this.#move(nowMs);
    this.#wakeMs = this.#nextWake(nowMs);
  }

  #move(nowMs: number): void {
    this.#dispatch.letGo(nowMs);
    if (nowMs - this.#connectionsAt >= CONNECTIONS_EVERY_MS) this.#publishConnections(nowMs);
    const { phase, seats } = this.status;
    const match = this.#match;
    if (match === null) {
      const isWanted = phase === "waiting" || seats.every((seat) => seat.wantsRematch);
      if (isWanted && this.#attendance.isComplete(nowMs)) this.#begin(nowMs);
      return;
    }
    if (phase !== "paused") this.#changed = this.#attendance.watchPlay(match, nowMs) || this.#changed;
    this.#confirm(nowMs);
    if (this.#match !== null) this.#changed = this.#attendance.askInactive(match, nowMs) || this.#changed;
    if (this.status.phase === "paused") this.#watchPause(match, nowMs);
    else if (this.#match !== null) this.#askComputers(match, nowMs);
  }

  /** While the ball flies, the next thing to come is a goal, a look of the computer, or a connection that has become silent. */
  #nextWake(nowMs: number): number {
    if (this.#match === null || this.status.phase === "paused") return nowMs + IDLE_BEAT_MS;
    // What happens in a step is known for certain a window after its end.
    let wakeMs = (this.#match.quietUntilTick + 1 + widestWindow(this.#participants)) * MS_PER_TICK;
    for (const computer of this.#computers) wakeMs = Math.min(wakeMs, computer.nextLookMs);
    for (const participant of this.#participants)
      wakeMs = Math.min(wakeMs, participant.missingAfterMs(nowMs) ?? nowMs + IDLE_BEAT_MS);
    return Math.max(wakeMs, nowMs + 1);
  }

  // -- beginning and end ---------------------------------------------------------------------------------------

  #begin(nowMs: number): void {
    const { status } = this;
    const { game, plan } = this.#options;
    const { matchId, seed } = this.#port.nextMatch();
    const idleness = plan.kind === "duel" ? new Idleness(status.seats.length, plan.isFriendly === true) : null;
    const match = new Match(game, seed, Math.ceil(tickAt(nowMs)) + START_LEAD_TICKS, idleness);
    this.#match = match;
    this.#computers = seatComputers(this.#options, status, match);
    for (const participant of this.#participants) participant.beginMatch();
    // Otherwise the same two could pass rating points back and forth for as long as they like.
    const ranked = status.ranked && ++this.#rankedMatches <= RANKED_IN_A_ROW;
    publishBegin(status, matchId, ranked);
    this.matchViews.push(matchView(match, status));
    this.#port.begun(matchId, seed);
    this.#openEpoch(match.startTick, nowMs);
  }

  #openEpoch(epochTick: number, nowMs: number): void {
    // Play is not to begin with stats of half a second ago: both draw each other by them.
    this.#publishConnections(nowMs);
    Object.assign(this.status, { epoch: this.status.epoch + 1, epochTick, pauseTick: 0, pausedBy: NOBODY });
    this.#changed = true;
    if (this.#match !== null) this.#dispatch.open(this.#match, this.status.epoch, nowMs);
  }

  #end(ending: Ending, nowMs: number): boolean {
    const match = this.#match;
    const { status } = this;
    if (match === null) return false;
    this.#match = null;
    this.#dispatch.letAllGo(nowMs);
    this.matchViews.at(-1)!.ending = { ...ending, atMs: nowMs };
    publishScore(status, match);
    publishEnd(status, ending);
    this.#changed = true;
    this.#port.ended(endedMatch(match, this.#options.game, status, ending, nowMs));
    return true;
  }

  // -- presses -------------------------------------------------------------------------------------------------

  #press(participant: Participant, stamped: Press, verdict: Verdict, nowMs: number): void {
    // Made before they heard that it is over: without it, they see it end as it did.
    if (this.#match === null) return this.#dispatch.correct(participant, null, nowMs);
    const { connection } = participant;
    const press = verdict === "ok" ? this.#match.press(stamped, nowMs, connection.window, this.status.epochTick) : null;
    if (press?.tick !== stamped.tick) this.#dispatch.correct(participant, press?.tick ?? null, nowMs);
    if (press !== null) this.#dispatch.relay(press, nowMs);
  }

  #askComputers(match: Match, nowMs: number): void {
    for (const computer of this.#computers) {
      for (const press of computer.lookIfDue(match, nowMs)) this.#dispatch.relay(press, nowMs);
      this.#changed = publishLevel(this.status.seats[computer.seat]!, computer.level) || this.#changed;
    }
  }

  /** This participant's world is not ours: they get ours. */
  #heal(participant: Participant, nowMs: number): boolean {
    if (this.status.phase === "paused" || this.#certain(nowMs) === null || !participant.heals.isDue(nowMs))
      return false;
    this.#dispatch.heal(participant, this.#match!, this.status.epoch, nowMs);
    return true;
  }

  #certain(nowMs: number): World | null {
    this.#confirm(nowMs);
    return this.#match?.timeline.confirmed ?? null;
  }

  /** A tick is confirmed once it is older than everybody's window. */
  #confirm(nowMs: number): void {
    const match = this.#match;
    const until = Math.floor(tickAt(nowMs) - widestWindow(this.#participants));
    if (match === null || until <= match.timeline.confirmed.tick) return;
    match.confirm(until, (event) => {
      if (event.kind === "goal") this.#attendance.endRally();
    });
    this.#changed = publishScore(this.status, match) || this.#changed;
    const ending = match.ending();
    if (ending !== null) this.#end(ending, nowMs);
  }

  #watchPause(match: Match, nowMs: number): void {
    this.#changed = this.#attendance.watchPause(match, nowMs) || this.#changed;
    const verdict = this.#attendance.judgePause(match, nowMs);
    if (typeof verdict === "object") this.#end(verdict, nowMs);
    if (verdict !== "goOn") return;
    const tick = Math.max(match.timeline.end, Math.ceil(tickAt(nowMs)) + RESUME_TICKS);
    this.#attendance.goOn(match, tick);
    for (const computer of this.#computers) computer.goOn(tick);
    this.#openEpoch(tick, nowMs);
  }

  #publishConnections(nowMs: number): void {
    this.#connectionsAt = nowMs;
    const shownLateMs = this.#dispatch.even(nowMs);
    this.#changed = publishConnections(this.#participants, shownLateMs, nowMs) || this.#changed;
    if (this.#match !== null) for (const one of this.#participants) if (one.takeOdd()) this.#port.odd(one.index);
  }
}
