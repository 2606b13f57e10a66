// What the lobby room gets handed besides what every room does.

import type { FriendChange, RoomDependencies } from "../dependencies.ts";
import type { LiveMatch } from "../spectate/live-matches.ts";
import type { Cards } from "./cards.ts";
import type { ChallengeService } from "./challenge-service.ts";
import type { Roster } from "./roster.ts";

export interface LobbyServices {
  readonly roster: Pick<Roster, "all" | "get" | "count" | "subscribe">;
  readonly challenges: Pick<ChallengeService, "of" | "subscribe" | "enter">;
  readonly cards: Pick<Cards, "tiesOf" | "maySee">;
  /** Matches that are on and open to all, the strongest first. */
  readonly liveMatches: () => readonly LiveMatch[];
  /** Hears that there are others now. Answers how to stop, as the next one does. */
  readonly subscribeToLive: (listener: () => void) => () => void;
  readonly subscribeToFriends: (listener: (change: FriendChange) => void) => () => void;
  /** The calendar's time, in ms. */
  readonly nowMs: () => number;
}

export interface LobbyDependencies extends RoomDependencies {
  readonly lobby: LobbyServices;
}
