// What the lobby room gets handed besides what every room does.

import type { FriendChange, RoomDependencies } from "../dependencies.ts";
import type { LiveMatch } from "../watch/live-matches.ts";
import type { Cards } from "./cards.ts";
import type { ChallengeDesk } from "./challenge-desk.ts";
import type { Roster } from "./roster.ts";

export interface LobbyServices {
  readonly roster: Pick<Roster, "all" | "get" | "count" | "watch">;
  readonly desk: Pick<ChallengeDesk, "of" | "watch" | "enter">;
  readonly cards: Pick<Cards, "tiesOf" | "maySee">;
  /** Matches that are on and open to all, the strongest first. */
  readonly liveMatches: () => readonly LiveMatch[];
  /** Hears that there are others now. Answers how to stop, as the next one does. */
  readonly watchLive: (listener: () => void) => () => void;
  readonly watchFriends: (listener: (change: FriendChange) => void) => () => void;
  /** The calendar's time, in ms. */
  readonly nowMs: () => number;
}

export interface LobbyDependencies extends RoomDependencies {
  readonly lobby: LobbyServices;
}
