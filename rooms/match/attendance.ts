// Who is missing at a table during a match: pauses it, counts how long to wait for them, says when it goes on. How long
// that may be: absence.ts.

import { NOBODY } from "../../pong/world.ts";
import { POINTS_THAT_COUNT } from "../../ranking/verdict.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import type { Participant } from "./participant.ts";
import type { Ending, Match } from "./match.ts";
import type { TableStatus } from "./table-status.ts";

/** How a pause goes on: it lasts, play resumes, or the match ends, since there is nobody left to wait. */
export type PauseDecision = "wait" | "goOn" | Ending;

/** Who went so much sooner than the other has left them alone; in less, one cause may have taken both. In ms. */
const DESERTED_MS = 5000;

/** No connection is lost over a shorter stall of the server, of which a busy one has many. In ms. */
const NOTICED_STALL_MS = 1000;

/** Who is asked whether they are ready, and connected, may answer later than who is gone may come back. In ms. */
const LONGEST_ASKED_MS = 5 * 60_000;

export class Attendance {
  readonly #status: TableStatus;
  readonly #participants: readonly Participant[];
  /** Whether the server has stood still in this pause. */
  #wasExcused = false;
  /** Who went when they had waited for the others long enough: the win goes with them. */
  #inVain: Participant | null = null;

  constructor(status: TableStatus, participants: readonly Participant[]) {
    this.#status = status;
    this.#participants = participants;
  }

  /** Whether everybody is here and has their table before them. */
  isComplete(nowMs: number): boolean {
    return this.#participants.every((participant) => participant.isReady && !participant.isMissing(nowMs));
  }

  /** In play: pauses for whoever is missing. Whether anything changed, as of all below. */
  watchPlay(match: Match, nowMs: number): boolean {
    let changed = false;
    for (const participant of this.#participants) {
      if (participant.isMissing(nowMs)) changed = this.miss(participant, match, nowMs) || changed;
    }
    return changed;
  }

  /** A player is away: the match waits for them, unless they have used that up. */
  miss(participant: Participant, match: Match, nowMs: number): boolean {
    const { absence } = participant;
    if (absence.isAway) return false;
    if (this.#status.phase !== "paused") {
      if (!absence.mayPause) return false;
      this.#wasExcused = false;
      this.#inVain = null;
      this.#pause(participant, match, nowMs);
    }
    if (this.mayClaim(participant, nowMs)) this.#inVain = participant;
    absence.leave(nowMs);
    participant.publish({ graceUntilMs: Math.round(absence.untilMs) });
    return true;
  }

  /** In a pause: who has come back, who has gone too. */
  watchPause(match: Match, nowMs: number): boolean {
    let changed = false;
    for (const participant of this.#participants) {
      if (participant.isMissing(nowMs) || !participant.isReady)
        changed = this.miss(participant, match, nowMs) || changed;
      else if (participant.absence.isAway) {
        participant.absence.comeBack(nowMs);
        participant.publish({ graceUntilMs: 0 });
        changed = true;
      }
    }
    return changed;
  }

  /** Among friends: play waits for whoever touches nothing, as long as it may. */
  askInactive(match: Match, nowMs: number): boolean {
    let changed = false;
    for (const participant of this.#participants) {
      if (!isAsked(participant) || !participant.isReady) continue;
      changed = true;
      participant.publish({ ready: false });
      if (!this.miss(participant, match, nowMs) && !participant.absence.isAway) this.answer(participant, match);
    }
    return changed;
  }

  /** A player says that they are there, with their table before them: it makes them active only where that was the question. */
  answer(participant: Participant, match: Match | null): void {
    participant.publish({ ready: true });
    if (!isAsked(participant)) return;
    for (const seat of participant.numbers) match?.touch(seat);
    participant.publish({ inactivity: "none" });
  }

  judgePause(match: Match, nowMs: number): PauseDecision {
    if (this.#inVain !== null) return { winner: this.#inVain.numbers[0]!, endReason: "claim" };
    const away = this.#participants.filter((participant) => participant.absence.isAway);
    if (away.length === 0) return match.hasStopped ? "goOn" : "wait";
    const isGone = (one: Participant): boolean =>
      one.absence.isOver(nowMs) &&
      (one.isMissing(nowMs) || !isAsked(one) || nowMs - (one.absence.sinceMs ?? nowMs) >= LONGEST_ASKED_MS);
    const areAllGone = away.length === this.#participants.length && away.every(isGone);
    return areAllGone ? this.#allGone() : "wait";
  }

  /** The server stood still for so long: whoever is away meanwhile may be so because of that. */
  excuse(stalledMs: number): void {
    this.#wasExcused ||= stalledMs >= NOTICED_STALL_MS;
  }

  /** Both are gone for good: who went first has lost, unless the server, or what took both, may be to blame. */
  #allGone(): Ending {
    const [one, other] = this.#participants.map((participant) => ({
      participant,
      since: participant.absence.sinceMs ?? 0,
    }));
    const isOnesFault = one !== undefined && other !== undefined && Math.abs(one.since - other.since) >= DESERTED_MS;
    if (!isOnesFault || this.#wasExcused || this.#points < POINTS_THAT_COUNT)
      return { winner: NOBODY, endReason: "abandoned" };
    const last = one.since > other.since ? one : other;
    return { winner: last.participant.numbers[0]!, endReason: "claim" };
  }

  get #points(): number {
    return this.#status.score.reduce((sum, points) => sum + points, 0);
  }

  /** Whether this participant, who has been there themselves, has waited long enough for the others. */
  mayClaim(participant: Participant, nowMs: number): boolean {
    const others = this.#participants.filter((other) => other !== participant);
    return !participant.absence.isAway && others.length > 0 && others.every((other) => other.absence.isOver(nowMs));
  }

  endRally(): void {
    for (const participant of this.#participants) participant.absence.endRally();
  }

  /**
   * Stops play a little after now: by as much as whoever is still there needs to hear of it before they get there, so that
   * for them nothing is taken back.
   */
  #pause(missing: Participant, match: Match, nowMs: number): void {
    let neededMs = 0;
    for (const participant of this.#participants)
      if (participant !== missing) neededMs = Math.max(neededMs, participant.connection.uplinkDelayMs);
    const needed = Math.ceil(neededMs / MS_PER_TICK) + 1;
    const tick = Math.ceil(tickAt(nowMs)) + Math.min(REWIND_TICKS, needed);
    const pauseTick = match.stop(Math.max(tick, this.#status.epochTick));
    Object.assign(this.#status, { phase: "paused", pauseTick, pausedBy: missing.numbers[0] });
  }

  /** The pause is over: play goes on at this tick. */
  goOn(match: Match, tick: number): void {
    match.goOn(tick);
    Object.assign(this.#status, { phase: "countdown", pauseTick: 0, pausedBy: NOBODY });
  }
}

function isAsked({ seats }: Participant): boolean {
  return seats.some(({ inactivity }) => inactivity === "asked");
}
