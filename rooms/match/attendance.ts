// Who is missed at a table while a match is on: pauses it, counts how long they are waited for, says when it goes on. How long
// that may be: absence.ts.

import { NOBODY } from "../../pong/world.ts";
import { MS_PER_TICK, REWIND_TICKS, tickAt } from "../../schema/timing.ts";
import type { Place } from "./place.ts";
import type { Play } from "./play.ts";
import type { TableStatus } from "./table-status.ts";

/** What becomes of a pause: it goes on, play does, or there is nobody left to wait. */
export type PauseVerdict = "wait" | "goOn" | "abandon";

export class Attendance {
  readonly #status: TableStatus;
  readonly #places: readonly Place[];

  constructor(status: TableStatus, places: readonly Place[]) {
    this.#status = status;
    this.#places = places;
  }

  /** Whether everybody is here and has their table before them. */
  isComplete(nowMs: number): boolean {
    return this.#places.every((place) => place.isReady && !place.isMissing(nowMs));
  }

  /** In play: pauses for whoever is missing. Whether anything changed, as of all below. */
  watchPlay(play: Play, nowMs: number): boolean {
    let changed = false;
    for (const place of this.#places) {
      if (place.isMissing(nowMs)) changed = this.miss(place, play, nowMs) || changed;
    }
    return changed;
  }

  /** A player is away: the match waits for them, unless they have used that up. */
  miss(place: Place, play: Play, nowMs: number): boolean {
    const { absence } = place;
    if (absence.isAway) return false;
    if (this.#status.phase !== "paused") {
      if (!absence.mayPause) return false;
      this.#pause(place, play, nowMs);
    }
    absence.leave(nowMs);
    place.publish({ graceUntilMs: Math.round(absence.untilMs) });
    return true;
  }

  /** In a pause: who has come back, who has gone too. */
  watchPause(play: Play, nowMs: number): boolean {
    let changed = false;
    for (const place of this.#places) {
      if (place.isMissing(nowMs) || !place.isReady) changed = this.miss(place, play, nowMs) || changed;
      else if (place.absence.isAway) {
        place.absence.comeBack(nowMs);
        place.publish({ graceUntilMs: 0 });
        changed = true;
      }
    }
    return changed;
  }

  judgePause(play: Play, nowMs: number): PauseVerdict {
    const away = this.#places.filter((place) => place.absence.isAway);
    if (away.length === 0) return play.hasStopped ? "goOn" : "wait";
    return away.length === this.#places.length && away.every((place) => place.absence.isOver(nowMs))
      ? "abandon"
      : "wait";
  }

  /** Whether whoever plays from here has waited long enough for the others. */
  mayClaim(place: Place, nowMs: number): boolean {
    const others = this.#places.filter((other) => other !== place);
    return others.length > 0 && others.every((other) => other.absence.isOver(nowMs));
  }

  endRally(): void {
    for (const place of this.#places) place.absence.endRally();
  }

  /**
   * Stops play a little after now: by as much as whoever is still there needs to hear of it before they get there, so that
   * for them nothing is taken back.
   */
  #pause(missing: Place, play: Play, nowMs: number): void {
    let neededMs = 0;
    for (const place of this.#places) if (place !== missing) neededMs = Math.max(neededMs, place.line.latenessMs);
    const needed = Math.ceil(neededMs / MS_PER_TICK) + 1;
    const tick = Math.ceil(tickAt(nowMs)) + Math.min(REWIND_TICKS, needed);
    const pauseTick = play.stop(Math.max(tick, this.#status.epochTick));
    Object.assign(this.#status, { phase: "paused", pauseTick, pausedBy: missing.numbers[0] });
  }

  /** The pause is over: play goes on at this tick. */
  goOn(play: Play, tick: number): void {
    play.goOn(tick);
    Object.assign(this.#status, { phase: "countdown", pauseTick: 0, pausedBy: NOBODY });
  }
}
