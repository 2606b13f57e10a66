// The sounds of a match, all made by WebAudio, so there is no file to load. Here is when there is sound at all: after a
// gesture, not while muted, until it is closed. What is heard then: soundscape.ts, and from there
//   voices.ts, announcements.ts, tension.ts   decide, as plain data (note.ts, listener.ts)
//   choir.ts, atmosphere.ts, mixer.ts, room.ts   play it

import type { SimEvent } from "../../../pong/step.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import type { Announcement } from "./announcements.ts";
import type { Listener } from "./listener.ts";
import { CLOSE_SECONDS, type Volumes } from "./mixer.ts";
import { Soundscape } from "./soundscape.ts";

export interface Sound {
  /** From where the match is heard; from beside the table until told otherwise. */
  listen(listener: Listener): void;
  /** Plays what one moment sounds like; nothing before the first `resume`, nothing while muted. */
  play(moment: SimEvent): void;
  /** To be called with the state of each frame drawn: the countdown and the tension of the rally. Plays none of its moments. */
  follow(renderState: RenderState): void;
  /** Plays what isn't seen on the table. The end of a match is heard once, whether by its moment or by this. */
  announce(announcement: Announcement): void;
  /** Glides to new ones. */
  volumes: Volumes;
  /** Ends what sounds, and keeps all else from sounding. */
  muted: boolean;
  /** Call on a user's gesture: browsers allow no sound before one. */
  resume(): void;
  /** Fades out and frees the device. A closed sound stays silent. */
  close(): void;
}

const FULL: Volumes = { master: 1, effects: 1, atmosphere: 1 };

/** Opens silently: the device is asked for at the first `resume`. */
export function openSound(): Sound {
  return new OpenedSound();
}

class OpenedSound implements Sound {
  #listener: Listener = { kind: "side" };
  #volumes = FULL;
  #isMuted = false;
  #isClosed = false;
  #context: AudioContext | null = null;
  #scape: Soundscape | null = null;

  listen(listener: Listener): void {
    this.#listener = listener;
    if (this.#scape !== null) this.#scape.listener = listener;
  }

  play(moment: SimEvent): void {
    this.#audible?.play(moment);
  }

  follow(renderState: RenderState): void {
    this.#audible?.follow(renderState);
  }

  announce(announcement: Announcement): void {
    this.#audible?.announce(announcement);
  }

  get volumes(): Volumes {
    return this.#volumes;
  }

  set volumes(volumes: Volumes) {
    this.#volumes = volumes;
    if (this.#scape !== null) this.#scape.volumes = volumes;
  }

  get muted(): boolean {
    return this.#isMuted;
  }

  set muted(muted: boolean) {
    this.#isMuted = muted;
    if (this.#scape !== null) this.#scape.muted = muted;
  }

  resume(): void {
    if (this.#isClosed || typeof AudioContext === "undefined") return;
    this.#context ??= new AudioContext({ latencyHint: "interactive" });
    this.#scape ??= this.#openScape(this.#context);
    // A refusal means that this was no gesture; the next one tries again.
    if (this.#context.state !== "running") this.#context.resume().catch(() => {});
  }

  close(): void {
    this.#isClosed = true;
    this.#scape?.close();
    const context = this.#context;
    this.#scape = null;
    this.#context = null;
    if (context !== null) setTimeout(() => void context.close().catch(() => {}), CLOSE_SECONDS * 1000);
  }

  #openScape(context: AudioContext): Soundscape {
    const scape = new Soundscape(context, this.#listener, this.#volumes);
    scape.muted = this.#isMuted;
    return scape;
  }

  /** Null while the browser lets nothing be heard: notes would pile up and sound all at once later. */
  get #audible(): Soundscape | null {
    return this.#context?.state === "running" ? this.#scape : null;
  }
}
