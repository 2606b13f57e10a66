// Somebody who watches a match without playing: a film (film.ts) that grows while it is shown. What is drawn is confirmed, so
// nothing is ever taken back; it is behind the players by what a piece may take to come, and by the delay they have chosen. It
// reconnects by itself, and then gets everything again.

import type { Room } from "@colyseus/sdk";
import type { Court } from "../pong/court.ts";
import { STANDARD_COURT } from "../pong/games.ts";
import { decodeRecording } from "../pong/recording-bytes.ts";
import { TICKS_PER_SECOND } from "../pong/rules.ts";
import {
  PIECE_MS,
  SPECTATORS,
  SPECTATE_OVER,
  SPECTATE_PIECE,
  SPECTATE_START,
  type SpectateOver,
  type SpectateStart,
  type Spectators,
} from "../schema/spectating.ts";
import type { Clock } from "./ports.ts";
import type { ServerAddress } from "./connect.ts";
import { type Film, type FilmView, openFilm } from "./film.ts";
import { LastingRoom } from "./lasting-room.ts";
import type { RenderState } from "./render-state.ts";

/**
 * A piece comes at least once a second; the last one served gets it a quarter of a second later, plus the latency: this far
 * behind what is known, nothing runs out.
 */
const BEHIND_TICKS = TICKS_PER_SECOND + 2 * Math.ceil((PIECE_MS / 1000) * TICKS_PER_SECOND);
/** To be where it should be, time runs so much faster or slower at most. */
const MOST_SLEW = 0.05;
/** Further off than this, it jumps: the window was hidden, or the connection lost. */
const JUMP_TICKS = 3 * TICKS_PER_SECOND;
/** To reconnect after a lost connection: half a minute of them. */
const MOST_TRIES = 6;

export interface SpectateOptions extends ServerAddress {
  /** Of the watch room. */
  readonly roomId: string;
  readonly clock: Clock;
  /** Something other than the picture has changed. */
  changed(): void;
  /** It is over for good: a Refusal, or "unreachable". */
  closed(because: string): void;
}

export class SpectateSession {
  /** The match that is shown; null until it is known. */
  match: Omit<SpectateStart, "recording"> | null = null;
  /** How it ended, once that has been shown. */
  over: SpectateOver | null = null;
  spectators = 0;
  readonly #options: SpectateOptions;
  #film: Film | null = null;
  readonly #line: LastingRoom;
  /** What is shown, and when that was. */
  #tick = 0;
  #shownMs = 0;
  /** What was known last, and when it came. */
  #knownTick = 0;
  #knownMs = 0;
  #ending: SpectateOver | null = null;

  constructor(options: SpectateOptions) {
    this.#options = options;
    this.#line = new LastingRoom({
      ...options,
      enter: (joiner) => joiner.enterById(options.roomId),
      mostTries: MOST_TRIES,
      isGoneForGood: true,
      attach: (room) => this.#attach(room),
      onEnter: () => {},
      onClosed: (because) => options.closed(because),
    });
  }

  /** What is played on; until that is known, what usually is. */
  get court(): Court {
    return this.#film?.game.court ?? STANDARD_COURT;
  }

  /** The points as they are shown, by seat. */
  get score(): readonly number[] {
    return this.#film?.scoreAt(this.#tick) ?? [0, 0];
  }

  /** Now; null until there is something. */
  sample(view: FilmView): RenderState | null {
    const film = this.#film;
    if (film === null) return null;
    this.#advance(film);
    if (this.#ending !== null && this.over === null && this.#tick >= film.endTick) {
      this.over = this.#ending;
      this.#options.changed();
    }
    return film.renderStateAt(this.#tick, view);
  }

  close(): void {
    this.#line.close();
  }

  /** Where it should be, by what is known; and there at the pace of time, a little faster or slower. */
  #advance(film: Film): void {
    const now = this.#options.clock.now();
    const passed = ((now - this.#shownMs) / 1000) * TICKS_PER_SECOND;
    this.#shownMs = now;
    const sinceKnown = ((now - this.#knownMs) / 1000) * TICKS_PER_SECOND;
    const end = this.#ending === null ? film.endTick : film.endTick + TICKS_PER_SECOND;
    const wanted = Math.min(this.#knownTick + sinceKnown - BEHIND_TICKS, end);
    const off = wanted - (this.#tick + passed);
    if (Math.abs(off) > JUMP_TICKS) this.#tick = wanted;
    else this.#tick += passed + Math.max(-MOST_SLEW * passed, Math.min(MOST_SLEW * passed, off));
    this.#tick = Math.max(0, Math.min(this.#tick, end));
  }

  #attach(room: Room): void {
    room.onMessage(SPECTATE_START, (start: SpectateStart) => this.#start(start));
    room.onMessage(SPECTATE_PIECE, (bytes: Uint8Array) => this.#append(bytes));
    room.onMessage(SPECTATE_OVER, (over: SpectateOver) => (this.#ending = over));
    room.onMessage(SPECTATORS, ({ count }: Spectators) => {
      this.spectators = count;
      this.#options.changed();
    });
    room.onMessage("*", () => {});
  }

  #start({ recording, ...match }: SpectateStart): void {
    this.match = match;
    this.over = null;
    this.#ending = null;
    this.#film = openFilm(decodeRecording(recording));
    const now = this.#options.clock.now();
    this.#know();
    this.#tick = Math.max(0, this.#film.endTick - BEHIND_TICKS);
    this.#shownMs = now;
    this.#options.changed();
  }

  #append(bytes: Uint8Array): void {
    this.#film?.append(decodeRecording(bytes));
    this.#know();
  }

  /** Pieces come late, but never early: the least late one tells the time best, and slips a little in case the clocks differ. */
  #know(): void {
    const now = this.#options.clock.now();
    const { endTick } = this.#film!;
    const expected = this.#knownTick + ((now - this.#knownMs) / 1000) * TICKS_PER_SECOND;
    const isNearer = endTick >= expected || expected - endTick > JUMP_TICKS;
    this.#knownTick = isNearer ? endTick : expected - Math.min(expected - endTick, TICKS_PER_SECOND) / 64;
    this.#knownMs = now;
  }
}
