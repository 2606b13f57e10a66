// A match that is watched, as a reel shows it (../replay/reel.ts): it goes on by itself.

import type { Court } from "../../../pong/court.ts";
import type { FilmView } from "../../../sdk/film.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import type { SpectateSession } from "../../../sdk/spectate-session.ts";
import type { ReelSource } from "../replay/reel.ts";

export class LiveSource implements ReelSource {
  readonly #session: SpectateSession;
  view: FilmView = "side";
  readonly isPlaying = true;

  constructor(session: SpectateSession) {
    this.#session = session;
  }

  get court(): Court {
    return this.#session.court;
  }

  /** Time passes anyway. */
  pass(): void {}

  renderState(): RenderState | null {
    return this.#session.sample(this.view);
  }
}
