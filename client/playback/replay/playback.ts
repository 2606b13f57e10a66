// Where a replay is and how it goes on: place, speed, playing or not. Pure: reel.ts lets time pass, replay.ts lets people act.

import type { Court } from "../../../pong/court.ts";
import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import type { Film, FilmView } from "../../../sdk/film.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import type { Rally } from "../../../sdk/film-marks.ts";
import type { Moment } from "./moment.ts";

/** From where a match that is shown, and not played, can be looked at, in the order in which they are offered. */
export const VIEWS: readonly FilmView[] = ["side", 0, 1];

export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Shown after the last tick: what was seen late comes to its end, and sounds fade. */
const TAIL_TICKS = 60;
/** Where a rally is gone to: a little before its serve. */
const LEAD_TICKS = 40;
/** Somebody who is so far into a rally and wants the previous one means this one's beginning. */
const BEGUN_TICKS = 120;

export class Playback {
  readonly film: Film;
  /** In shown ticks (sdk/film-clock.ts), with a fraction. */
  place = 0;
  isPlaying = false;
  /** Or has been moved through. */
  hasPlayed = false;
  speed: Speed = 1;
  view: FilmView = "side";

  constructor(film: Film) {
    this.film = film;
  }

  get court(): Court {
    return this.film.game.court;
  }

  /** In shown ticks. */
  get length(): number {
    return this.film.clock.length + TAIL_TICKS;
  }

  get seconds(): number {
    return this.place / TICKS_PER_SECOND;
  }

  get isAtEnd(): boolean {
    return this.place >= this.length;
  }

  /** The match's tick. */
  get tick(): number {
    return this.film.clock.tickAt(this.place);
  }

  renderState(): RenderState {
    return this.film.renderStateAt(this.tick, this.view);
  }

  /** Lets time pass. */
  pass(ms: number): void {
    if (!this.isPlaying) return;
    this.seek(this.place + (ms / 1000) * TICKS_PER_SECOND * this.speed);
    if (this.isAtEnd) this.isPlaying = false;
  }

  /** At the end it begins again. */
  toggle(): void {
    if (!this.isPlaying && this.isAtEnd) this.place = 0;
    this.isPlaying = !this.isPlaying;
    this.hasPlayed = true;
  }

  /** @param place in shown ticks, anything */
  seek(place: number): void {
    this.place = Math.min(this.length, Math.max(0, place));
  }

  /** A tick of the match is a rally's: it is led up to. */
  seekMoment(moment: Moment): void {
    if ("seconds" in moment) this.seek(moment.seconds * TICKS_PER_SECOND);
    else this.#leadUpTo(moment.tick);
  }

  /** Stands still, a tick on or back. */
  step(ticks: 1 | -1): void {
    this.isPlaying = false;
    this.hasPlayed = true;
    this.seek(ticks > 0 ? Math.floor(this.place) + 1 : Math.ceil(this.place) - 1);
  }

  goTo(rally: Rally): void {
    this.#leadUpTo(rally.tick);
  }

  #leadUpTo(tick: number): void {
    this.seek(this.film.clock.shownAt(Math.max(0, tick - LEAD_TICKS)));
  }

  nextRally(): void {
    const rally = this.film.marks.rallies[this.#index + 1];
    if (rally === undefined) this.seek(this.length);
    else this.goTo(rally);
  }

  previousRally(): void {
    const { rallies } = this.film.marks;
    const current = rallies[this.#index];
    const isBegun = current !== undefined && this.tick - current.tick > BEGUN_TICKS;
    const rally = isBegun ? current : rallies[this.#index - 1];
    if (rally === undefined) this.seek(0);
    else this.goTo(rally);
  }

  longestRally(): void {
    const { longest } = this.film.marks;
    if (longest !== null) this.goTo(longest);
  }

  changeSpeed(by: 1 | -1): void {
    this.speed = SPEEDS[SPEEDS.indexOf(this.speed) + by] ?? this.speed;
  }

  changeView(): void {
    this.view = VIEWS[(VIEWS.indexOf(this.view) + 1) % VIEWS.length]!;
  }

  /** Of the rally that one is in or before which one has just been led. */
  get #index(): number {
    return this.film.marks.indexAt(this.tick + LEAD_TICKS);
  }
}
