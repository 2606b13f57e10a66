// A replay on a page: shows a poster, loads the table when it is asked to play, then does what buttons and keys say.

import "./replay.scss";
import { render } from "lit/html.js";
import { type Recording, RecordingFault, verify } from "../../../pong/recording.ts";
import { openFilm } from "../../../sdk/film.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { mutedNote, recall, remember } from "../../platform/remember.ts";
import type { Sound } from "../../game/sound/open-sound.ts";
import { readSettings } from "../../platform/settings.ts";
import { move } from "./playback-actions.ts";
import type { Moment } from "./moment.ts";
import { Playback } from "./playback.ts";
import { Reel } from "./reel.ts";
import { type ReplayAction, actionOf } from "./shortcuts.ts";
import { replayTemplate, type Trouble } from "./template.ts";
import { Thinking } from "./thinking.ts";
import { fillsScreen, watchFullScreen } from "../../game/match/display.ts";
import { NoGraphics } from "../../platform/page-context.ts";

const COPIED_SHOWN_MS = 2500;
/** The bar and the clock follow this often while it plays; the score at once. */
const SHOW_MS = 100;

export interface ReplayOptions {
  /** The replay's container. */
  readonly host: HTMLElement;
  /** By seat. */
  readonly names: readonly string[];
  /** Asked for once, when it is to play. Null: there is none, or none for this visitor. */
  readonly load: () => Promise<Recording | null>;
  /** A link to the page, without a moment; null for a file. */
  readonly link: string | null;
  readonly download: (() => void) | null;
  /** Opens at once, there, standing still. */
  readonly at: Moment | null;
  /** Shows how the AI thinks, from the beginning. */
  readonly thinks: boolean;
  readonly left: AbortSignal;
  /** Aborts when the page is left. */
  readonly failed: (error: unknown) => void;
}

/** What can be done with a replay from beside it. */
export interface OpenReplay {
  /** Shows that moment, playing if it did; one that nobody has started yet plays from there. */
  readonly seek: (moment: Moment) => void;
}

export function openReplay(options: ReplayOptions): OpenReplay {
  const replay = new Replay(options);
  replay.show();
  if (options.at !== null) replay.start(false);
  return { seek: (moment) => replay.seek(moment) };
}

class Replay {
  readonly #options: ReplayOptions;
  #phase: "poster" | "loading" | "open" = "poster";
  #playback: Playback | null = null;
  #sound: Sound | null = null;
  /** Null where no computer played. */
  #thinking: Thinking | null = null;
  #trouble: Trouble | null = null;
  #isMuted = recall(mutedNote) === "yes";
  #copied: "" | "done" | "failed" = "";
  #score: readonly number[] = [];
  #shownMs = 0;
  #wasPlaying = false;
  /** Where it opens. */
  #at: Moment;

  constructor(options: ReplayOptions) {
    this.#options = options;
    this.#at = options.at ?? { seconds: 0 };
    const { left } = options;
    addEventListener("keydown", (event) => this.#press(event), { signal: left });
    watchFullScreen(left, () => this.show());
  }

  /** @param plays at once, on a gesture */
  start(plays: boolean): void {
    if (this.#phase !== "poster") return;
    this.#phase = "loading";
    this.show();
    this.#open(plays).catch((error: unknown) => this.#fail(error));
  }

  seek(moment: Moment): void {
    this.#at = moment;
    if (this.#phase === "poster") this.start(true);
    else this.#do((playback) => playback.seekMoment(moment));
  }

  async #open(plays: boolean): Promise<void> {
    const { load, left } = this.#options;
    const [recording, table, sounds] = await Promise.all([
      load(),
      import("../../game/scene/open-table.ts"),
      import("../../game/sound/open-sound.ts"),
    ]);
    if (left.aborted) return;
    this.#phase = "open";
    if (recording === null) return this.#stop("hidden");
    const playback = new Playback(openFilm(recording));
    try {
      verify(recording);
    } catch (error) {
      if (!(error instanceof RecordingFault)) throw error;
      this.#trouble = error.kind;
    }
    playback.seekMoment(this.#at);
    const sound = sounds.openSound();
    sound.volumes = readSettings().volumes;
    left.addEventListener("abort", () => sound.close());
    this.#sound = sound;
    this.#playback = playback;
    this.show();
    const reel = new Reel({
      canvas: this.#options.host.querySelector("canvas")!,
      source: playback,
      openTable: table.openTable,
      sound,
      left,
      drawn: (renderState) => this.#drawn(renderState),
      failed: (error) => this.#fail(error),
    });
    reel.start();
    if ((recording.computers?.length ?? 0) > 0) this.#think(recording, reel);
    if (plays) this.#act("play");
    this.#listen();
  }

  #think(recording: Recording, reel: Reel): void {
    this.#thinking = new Thinking({
      recording,
      lay: (create) => reel.lay(create),
      changed: () => this.show(),
      failed: (error) => this.#fail(error),
      left: this.#options.left,
    });
    if (this.#options.thinks) this.#thinking.toggle();
    else this.show();
  }

  #fail(error: unknown): void {
    if (this.#options.left.aborted) return;
    this.#phase = "open";
    if (error instanceof RecordingFault) this.#stop(error.kind);
    else if (error instanceof NoGraphics) this.#stop("graphics");
    else this.#options.failed(error);
  }

  #stop(trouble: Trouble): void {
    this.#trouble = trouble;
    this.#playback = null;
    this.show();
  }

  #drawn(renderState: RenderState): void {
    const playback = this.#playback;
    if (playback === null) return;
    const score = playback.film.scoreAt(Math.min(...renderState.balls.map(({ tick }) => tick)));
    const now = performance.now();
    const hasEnded = this.#wasPlaying && !playback.isPlaying;
    this.#wasPlaying = playback.isPlaying;
    if (hasEnded) this.#listen();
    const isDue = playback.isPlaying && now - this.#shownMs >= SHOW_MS;
    if (!isDue && !hasEnded && sameScore(score, this.#score)) return;
    this.#score = score;
    this.show();
  }

  show(): void {
    const { host, names, link, download, left } = this.#options;
    if (left.aborted) return;
    this.#shownMs = performance.now();
    render(
      replayTemplate({
        names,
        phase: this.#phase,
        playback: this.#playback,
        thinking: this.#thinking,
        score: this.#score,
        trouble: this.#trouble,
        isMuted: this.#isMuted,
        copied: this.#copied,
        link: this.#linkToMoment,
        copy: link === null ? null : () => void this.#copy(),
        download,
        start: () => this.start(true),
        act: (action) => this.#act(action),
        seek: (place) => this.#do((playback) => playback.seek(place)),
        setSpeed: (speed) => this.#do((playback) => (playback.speed = speed)),
        setView: (view) => this.#do((playback) => (playback.view = view)),
      }),
      host,
    );
  }

  get #linkToMoment(): string {
    const thinks = this.#thinking?.isOn === true ? "&ai=1" : "";
    return `${this.#options.link ?? ""}?t=${(this.#playback?.seconds ?? 0).toFixed(1)}${thinks}`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#linkToMoment);
      this.#copied = "done";
    } catch {
      // Not allowed here: shown, to be copied by hand.
      this.#copied = "failed";
      return this.show();
    }
    this.show();
    setTimeout(() => {
      this.#copied = "";
      this.show();
    }, COPIED_SHOWN_MS);
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const action = actionOf(event, { tag: target.tagName, type: target.getAttribute("type") ?? "" });
    if (action === null || document.querySelector("dialog[open]") !== null) return;
    if (this.#playback === null && (action !== "play" || this.#phase !== "poster")) return;
    event.preventDefault();
    if (this.#playback === null) this.start(true);
    else this.#act(action);
  }

  #do(act: (playback: Playback) => void): void {
    if (this.#playback === null) return;
    const before = this.#playback.place;
    act(this.#playback);
    if (this.#playback.place !== before) this.#playback.hasPlayed = true;
    this.#listen();
    this.show();
  }

  /** Still while it stands still: the tension of a rally would go on. */
  #listen(): void {
    const sound = this.#sound;
    const playback = this.#playback;
    if (sound === null || playback === null) return;
    if (playback.isPlaying) sound.resume();
    sound.muted = this.#isMuted || !playback.isPlaying;
  }

  /** There and back. A browser that refuses stays as it is. */
  #toggleFullScreen(): void {
    const done = fillsScreen() ? document.exitFullscreen() : this.#options.host.requestFullscreen();
    done.catch(() => undefined);
  }

  #act(action: ReplayAction): void {
    this.#do((playback) => {
      switch (action) {
        case "thinking":
          return this.#thinking?.toggle();
        case "screen":
          return this.#toggleFullScreen();
        case "sound":
          this.#isMuted = !this.#isMuted;
          return remember(mutedNote, this.#isMuted ? "yes" : "no");
        default:
          return move(playback, action);
      }
    });
  }
}

function sameScore(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((points, seat) => points === other[seat]);
}
