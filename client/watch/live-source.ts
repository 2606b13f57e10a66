// A match that is watched, as a reel shows it (../replay/reel.ts): it goes on by itself.

import type { FilmView } from "../../sdk/film.ts";
import type { Picture } from "../../sdk/picture.ts";
import type { WatchSession } from "../../sdk/watch-session.ts";
import type { ReelSource } from "../replay/reel.ts";

export class LiveSource implements ReelSource {
  readonly #session: WatchSession;
  view: FilmView = "side";
  readonly isPlaying = true;

  constructor(session: WatchSession) {
    this.#session = session;
  }

  /** Time passes anyway. */
  pass(): void {}

  picture(): Picture | null {
    return this.#session.look(this.view);
  }
}
