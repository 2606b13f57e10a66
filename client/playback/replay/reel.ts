// The frames of what is shown and not played: lets time pass, draws what was to be seen then, plays its sounds. For replays, and
// for spectators (../spectate/). The match's own: table-loop.ts.

import type { Court } from "../../../pong/court.ts";
import type { FilmView } from "../../../sdk/film.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { LastingTable } from "../../game/match/lasting-table.ts";
import { Pace } from "../../game/match/pace.ts";
import type { CreatePart, openTable } from "../../game/scene/open-table.ts";
import type { Sound } from "../../game/sound/open-sound.ts";
import { readSettings } from "../../platform/settings.ts";
import { NoGraphics } from "../../platform/page-context.ts";

/** A longer frame than this was no frame: the window was away. */
const LONGEST_FRAME_MS = 250;

/** What is shown. */
export interface ReelSource {
  readonly court: Court;
  readonly view: FilmView;
  readonly isPlaying: boolean;
  /** Lets time pass. */
  pass(ms: number): void;
  /** Now; null while there is nothing. */
  renderState(): RenderState | null;
}

export interface ReelOptions {
  /** Fills its parent. */
  readonly canvas: HTMLCanvasElement;
  readonly source: ReelSource;
  readonly openTable: typeof openTable;
  readonly sound: Sound;
  readonly left: AbortSignal;
  /** After each frame in which something has moved. */
  drawn(renderState: RenderState): void;
  failed(error: unknown): void;
}

/** Draws from `start` on until `left` aborts. */
export class Reel {
  readonly #options: ReelOptions;
  readonly #lasting: LastingTable;
  readonly #pace = new Pace(performance.now());
  #view: FilmView;
  #lastMs: number | null = null;
  #laid: CreatePart | null = null;
  #takeAway: (() => void) | null = null;

  /** @throws NoGraphics */
  constructor(options: ReelOptions) {
    this.#options = options;
    this.#view = options.source.view;
    this.#listen();
    this.#lasting = new LastingTable({
      canvas: options.canvas,
      open: (canvas) => this.#open(canvas),
      failed: (error) => options.failed(error),
    });
  }

  start(): void {
    const options = this.#options;
    const shape = new ResizeObserver(() => this.#lasting.table.resize());
    shape.observe(options.canvas.parentElement!);
    let request = 0;
    const frame = (ms: number): void => {
      request = requestAnimationFrame(frame);
      this.#frame(ms);
    };
    request = requestAnimationFrame(frame);
    options.left.addEventListener("abort", () => {
      cancelAnimationFrame(request);
      shape.disconnect();
      this.#lasting.close();
    });
  }

  /** Has a part more drawn from now on, on this table and those that take its place; null: no longer. */
  lay(create: CreatePart | null): void {
    if (create === this.#laid) return;
    this.#takeAway?.();
    this.#laid = create;
    this.#takeAway = create === null ? null : this.#lasting.table.add(create);
  }

  #open(canvas: HTMLCanvasElement) {
    const view = this.#view;
    try {
      const table = this.#options.openTable({
        canvas,
        court: this.#options.source.court,
        seat: view === "side" ? 0 : view,
        view: view === "side" ? "side" : "behind",
        theme: readSettings().theme,
        tier: this.#pace.tier,
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      });
      // Babylon puts the canvas first in the order of the Tab key; there is nothing to press in it.
      canvas.removeAttribute("tabindex");
      this.#takeAway = this.#laid === null ? null : table.add(this.#laid);
      return table;
    } catch (error) {
      throw new NoGraphics(error);
    }
  }

  #listen(): void {
    const view = this.#view;
    this.#options.sound.listen(view === "side" ? { kind: "side" } : { kind: "behind", seat: view });
  }

  #frame(ms: number): void {
    const { source, sound } = this.#options;
    if (source.view !== this.#view) {
      this.#view = source.view;
      this.#listen();
      this.#lasting.reopen();
    }
    source.pass(Math.min(LONGEST_FRAME_MS, ms - (this.#lastMs ?? ms)));
    this.#lastMs = ms;
    const renderState = source.renderState();
    if (renderState === null) return;
    this.#lasting.table.draw(renderState, ms / 1000);
    this.#pace.frame(this.#lasting.table, ms, !renderState.balls.some((ball) => ball.flying));
    if (source.isPlaying) {
      for (const moment of renderState.moments) sound.play(moment);
      sound.follow(renderState);
    }
    this.#options.drawn(renderState);
  }
}
