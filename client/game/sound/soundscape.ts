// Everything that is heard of a match, in an audio context that exists: what happens becomes notes, what is drawn
// becomes atmosphere. open-sound.ts opens and closes it.

import type { SimEvent } from "../../../pong/step.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { ANNOUNCEMENTS, COUNT, type Announcement, isCounted } from "./announcements.ts";
import { Atmosphere } from "./atmosphere.ts";
import { Choir } from "./choir.ts";
import type { Listener } from "./listener.ts";
import { Mixer, type Volumes } from "./mixer.ts";
import { RallyTension } from "./tension.ts";
import { voicesOf } from "./voices.ts";

/** The last moment of a match and the page may both announce its end; within so many seconds it is the same one. */
const SAME_END_SECONDS = 4;

export class Soundscape {
  listener: Listener;
  #volumes: Volumes;
  #isMuted = false;
  readonly #mixer: Mixer;
  readonly #choir: Choir;
  readonly #atmosphere: Atmosphere;
  readonly #rally = new RallyTension();
  #servesIn = 0;
  #ended = -Infinity;

  constructor(context: BaseAudioContext, listener: Listener, volumes: Volumes) {
    this.listener = listener;
    this.#mixer = new Mixer(context);
    this.#volumes = volumes;
    this.#mixer.set(volumes);
    this.#choir = new Choir(this.#mixer);
    this.#atmosphere = new Atmosphere(this.#mixer, this.#choir);
  }

  set volumes(volumes: Volumes) {
    this.#volumes = volumes;
    this.#mixer.set(this.#isMuted ? { ...volumes, master: 0 } : volumes);
  }

  /** Ends what sounds, and keeps all else from sounding. */
  set muted(muted: boolean) {
    this.#isMuted = muted;
    this.volumes = this.#volumes;
    if (muted) this.#hush();
  }

  play(moment: SimEvent): void {
    if (this.#isMuted) return;
    if (moment.kind === "over" && !this.#isFirstEnd()) return;
    this.#choir.sing(voicesOf(moment, this.listener));
  }

  announce(announcement: Announcement): void {
    if (this.#isMuted) return;
    if ((announcement === "won" || announcement === "lost") && !this.#isFirstEnd()) return;
    this.#choir.sing(ANNOUNCEMENTS[announcement]);
  }

  follow(renderState: RenderState): void {
    const counted = isCounted(this.#servesIn, renderState.servesIn);
    this.#servesIn = renderState.servesIn;
    // Counted while muted too: the rally may be a long one when the sound comes back.
    const tension = this.#rally.see(renderState);
    if (this.#isMuted) return;
    if (counted) this.#choir.sing(COUNT);
    this.#atmosphere.follow(tension);
  }

  /** Ends everything within CLOSE_SECONDS (mixer.ts); nothing may be played afterwards. */
  close(): void {
    this.#hush();
    this.#mixer.close();
  }

  #hush(): void {
    this.#choir.hush();
    this.#atmosphere.hush();
  }

  #isFirstEnd(): boolean {
    const now = this.#mixer.context.currentTime;
    if (now - this.#ended < SAME_END_SECONDS) return false;
    this.#ended = now;
    return true;
  }
}
