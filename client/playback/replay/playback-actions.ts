// What keys and buttons do to a replay's playback; the rest concerns its page (replay.ts).

import { TICKS_PER_SECOND } from "../../../pong/rules.ts";
import type { Playback } from "./playback.ts";
import type { ReplayAction } from "./shortcuts.ts";

/** What concerns more than the playback. */
export type PageAction = "sound" | "screen" | "thinking";
export type PlaybackAction = Exclude<ReplayAction, PageAction>;

/** The jump of a key, in shown ticks. */
const JUMP_TICKS = 5 * TICKS_PER_SECOND;

export function move(playback: Playback, action: PlaybackAction): void {
  switch (action) {
    case "play":
      return playback.toggle();
    case "back5":
      return playback.seek(playback.place - JUMP_TICKS);
    case "on5":
      return playback.seek(playback.place + JUMP_TICKS);
    case "frameBack":
      return playback.step(-1);
    case "frameOn":
      return playback.step(1);
    case "previous":
      return playback.previousRally();
    case "next":
      return playback.nextRally();
    case "longest":
      return playback.longestRally();
    case "slower":
      return playback.changeSpeed(-1);
    case "faster":
      return playback.changeSpeed(1);
    case "view":
      return playback.changeView();
  }
}
