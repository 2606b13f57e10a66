// What the lobby knows about somebody who is here, looked up once when they appear, and what a viewer is to others.
// Who may see whom is decided by game-server/people/may.ts, which is passed in.

import type { Mode } from "../../contract/modes.ts";
import type { Privacy } from "../../schema/profile.ts";

export interface SeenRating {
  readonly rating: number;
  /** Not sure enough yet to be ranked. */
  readonly provisional: boolean;
}

export interface Card {
  readonly id: string;
  readonly name: string;
  /** Null for a guest, as the next one; then everybody may see and challenge them. */
  readonly login: string | null;
  readonly avatarId: string | null;
  readonly ratings: Readonly<Partial<Record<Mode, SeenRating>>>;
  readonly privacy: Privacy;
}

/** What a player is to others. */
export interface Ties {
  readonly friends: ReadonlySet<string>;
  /** Those whom they have blocked, or who have blocked them. */
  readonly avoids: ReadonlySet<string>;
}

export const NO_TIES: Ties = { friends: new Set(), avoids: new Set() };

/** Per look-up. */
export const CARDS_AT_ONCE = 200;

export interface Cards {
  /** Of those who exist. @param ids at most CARDS_AT_ONCE */
  of(ids: readonly string[]): Promise<Card[]>;
  tiesOf(playerId: string): Promise<Ties>;
  maySee(viewerId: string, ties: Ties, card: Card): boolean;
  mayChallenge(viewerId: string, ties: Ties, card: Card): boolean;
}
