// A match to look at: a recording, finished or still growing, that gives a picture at any tick, forwards, backwards or
// at random, at any speed. Keyframes every few seconds make any place near. Seen through either player's eyes, as they saw it
// (perceived.ts, with the L that was recorded), or from the side, where everything is shown at its own time.

import {
  indexAfter,
  type Pause,
  type RecordedPress,
  type Recording,
  type SeenLate,
  gameOf,
} from "../pong/recording.ts";
import type { Game, SimEvent } from "../pong/step.ts";
import { MAX_SPECULATIVE_TICKS, type Timeline, confirm, createTimeline, insert, resume } from "../pong/timeline.ts";
import { Phase, type World, cloneWorld } from "../pong/world.ts";
import { paddleAt } from "./between-ticks.ts";
import { FilmClock } from "./film-clock.ts";
import { RallyMarks } from "./film-marks.ts";
import { latenessThen } from "./render-delay.ts";
import { collectMoments, createRenderState, placeBall, showNextServe, shownTick } from "./perceived.ts";
import type { RenderState } from "./render-state.ts";

/** `side`: everything at its own time. Otherwise as the player on that seat saw it. */
export type FilmView = 0 | 1 | "side";

/** What a film can grow by: `presses`, `pauses` and `seenLate` are those since, in the order of a recording. */
export type FilmPiece = Pick<Recording, "presses" | "pauses" | "seenLate" | "endTick">;

/** Every four seconds: a seek then runs at most 306 ticks (KEYFRAME_TICKS + LATEST), a twentieth of a millisecond. */
const KEYFRAME_TICKS = 240;
/** The most that anything is shown late, in ticks: `seenLate` is a byte of quarters; and the ticks beside it. */
const LATEST = 66;
/** Pictures further apart than this are a jump: what happened in between is not shown. */
const JUMP_TICKS = 60;

interface Keyframe {
  readonly tick: number;
  readonly world: World;
  /** How many pauses are behind it. */
  readonly stretch: number;
}

/**
 * Opens a recording as it stands; `append` makes it longer.
 * @throws RecordingFault when this code plays by other rules (pong/recording.ts)
 */
export function openFilm(recording: Omit<Recording, "hash">): Film {
  return new Film(gameOf(recording), recording);
}

export class Film {
  readonly game: Game;
  /** Rallies, the one that is being played included. */
  readonly marks: RallyMarks;
  /** How ticks and the time that is shown hang together: pauses are cut short. */
  readonly clock = new FilmClock();
  readonly #presses: RecordedPress[] = [];
  readonly #seenLate: SeenLate[][];
  readonly #keyframes: Keyframe[] = [];
  readonly #head: Timeline;
  readonly #pauses: Pause[] = [];
  readonly #renderState: RenderState;
  readonly #late: number[];
  #fed = 0;
  #passed = 0;
  #endTick = 0;
  #open: { readonly timeline: Timeline; readonly keyframe: Keyframe } | null = null;
  #view: FilmView = "side";

  constructor(game: Game, recording: Pick<Recording, "seed"> & FilmPiece) {
    this.game = game;
    const { court } = game;
    this.marks = new RallyMarks(court.rails.length);
    this.#seenLate = court.rails.map(() => []);
    this.#late = court.rails.map(() => 0);
    this.#head = createTimeline(game, game.engine.createWorld(court, recording.seed));
    this.#renderState = createRenderState(court);
    this.#keep();
    this.append(recording);
  }

  /** The last tick that is known. */
  get endTick(): number {
    return this.#endTick;
  }

  /** The points at a tick, by seat, as everybody knows them then. */
  scoreAt(tick: number): readonly number[] {
    return this.marks.scoreAt(tick);
  }

  /** The pause that nothing moves in at this tick, or null. */
  pauseAt(tick: number): Pause | null {
    return this.clock.pauseAt(tick);
  }

  /** Plays on: nothing of what is appended may be older than `endTick` was. */
  append({ presses, pauses, seenLate, endTick }: FilmPiece): void {
    for (const press of presses) this.#presses.push(press);
    for (const seen of seenLate) this.#seenLate[seen.seat]?.push(seen);
    for (const pause of pauses) this.#pauses.push(pause);
    this.#run(endTick);
    this.#endTick = Math.max(this.#endTick, endTick);
    this.clock.extend(pauses, this.#endTick);
    this.marks.endTick = this.#endTick;
    // Its end, or presses that it lacks, may lie in what is new.
    this.#open = null;
  }

  /**
   * What was to be seen at a tick, with its fraction, from the start to a second after `endTick`, where what was shown late comes
   * to its end too. The same object each time, filled anew. Its moments are what has come into view since the picture before, when that
   * was a little earlier and in the same view.
   */
  renderStateAt(tick: number, view: FilmView): RenderState {
    const picture = this.#renderState;
    const present = Math.min(this.#endTick + LATEST, Math.max(0, tick));
    const isGoingOn = view === this.#view && present >= picture.tick && present - picture.tick <= JUMP_TICKS;
    this.#view = view;
    this.#setLateness(present, view);
    const timeline = this.#timelineFor(present);
    const begin = timeline.confirmed.tick;
    picture.tick = present;
    picture.moments.length = 0;
    for (const paddle of picture.paddles) {
      paddle.tick = present - this.#late[paddle.seat]!;
      paddle.y = paddleAt(timeline, paddle.seat, Math.max(begin, paddle.tick));
    }
    for (const [index, ball] of picture.balls.entries()) {
      const before = ball.tick;
      ball.tick = shownTick(timeline, index, present, this.#late, Math.max(begin, present - LATEST));
      const shown = Math.max(begin, ball.tick);
      placeBall(ball, timeline, index, shown);
      if (isGoingOn) collectMoments(picture.moments, timeline, index, before, shown);
    }
    if (picture.balls.length > 1) picture.moments.sort((one, other) => one.at - other.at);
    showNextServe(picture, timeline);
    if (timeline.confirmed.phase === Phase.over || this.clock.pauseAt(present) !== null) picture.servesIn = 0;
    return picture;
  }

  #setLateness(tick: number, view: FilmView): void {
    const viewer = view === "side" ? null : view;
    for (let seat = 0; seat < this.#late.length; seat++) {
      this.#late[seat] = viewer === null || seat === viewer ? 0 : latenessThen(this.#seenLate[viewer]!, tick);
    }
  }

  /** A timeline that has everything that is shown at this tick: the one that is open, if it has. */
  #timelineFor(tick: number): Timeline {
    const whole = Math.floor(tick);
    const open = this.#open;
    if (open !== null && this.#has(open.keyframe, whole)) return open.timeline;
    let index = Math.max(0, indexAfter(this.#keyframes, whole - LATEST) - 1);
    // Behind a pause nothing of before it is shown.
    while (index + 1 < this.#keyframes.length && this.#resumesAt(this.#keyframes[index]!) <= whole) index++;
    const keyframe = this.#keyframes[index]!;
    const timeline = createTimeline(this.game, keyframe.world);
    timeline.end = Math.min(this.#pauses[keyframe.stretch]?.at ?? Infinity, this.#endTick);
    const until = Math.min(timeline.end, keyframe.tick + MAX_SPECULATIVE_TICKS);
    for (let i = indexAfter(this.#presses, keyframe.tick - 1); i < this.#presses.length; i++) {
      if (this.#presses[i]!.tick >= until) break;
      insert(timeline, this.#presses[i]!);
    }
    this.#open = { timeline, keyframe };
    return timeline;
  }

  #has(keyframe: Keyframe, tick: number): boolean {
    if (tick < keyframe.tick || tick >= this.#resumesAt(keyframe)) return false;
    const startsStretch = keyframe.tick === (this.#pauses[keyframe.stretch - 1]?.until ?? 0);
    return tick + 2 < keyframe.tick + MAX_SPECULATIVE_TICKS && (startsStretch || tick - LATEST >= keyframe.tick);
  }

  /** Where the stretch of play after the keyframe's begins, or Infinity. */
  #resumesAt({ stretch }: Keyframe): number {
    return this.#pauses[stretch]?.until ?? Infinity;
  }

  #run(until: number): void {
    while (this.#passed < this.#pauses.length) {
      const pause = this.#pauses[this.#passed]!;
      this.#play(pause.at);
      resume(this.#head, pause.until);
      this.#passed++;
      this.#keep();
    }
    this.#play(until);
  }

  #play(until: number): void {
    for (; this.#fed < this.#presses.length && this.#presses[this.#fed]!.tick < until; this.#fed++) {
      insert(this.#head, this.#presses[this.#fed]!);
    }
    const note = (event: SimEvent): void => this.marks.note(event);
    while (this.#head.confirmed.tick < until) {
      const next = this.#keyframes.at(-1)!.tick + KEYFRAME_TICKS;
      confirm(this.#head, Math.min(until, next), note);
      if (this.#head.confirmed.tick === next) this.#keep();
    }
  }

  #keep(): void {
    const { tick } = this.#head.confirmed;
    this.#keyframes.push({ tick, world: cloneWorld(this.#head.confirmed), stretch: this.#passed });
  }
}
