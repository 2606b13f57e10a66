// What happens when a player who was away shows up again: they take their name back, or get it with a number when
// somebody else goes by it at the moment, so that a name stands for one person among those online.

import type { PlayerRow, Players } from "../db/repositories/players.ts";
import { MAX_NAME_LENGTH, nameKey } from "../schema/player-name.ts";
import type { Online } from "./online.ts";

/** Nobody meets so many of the same name; it only bounds the search. */
const MAX_NUMBER = 99;

/** The player of this id under the name they go by from now on, or null when there is none. */
export type Arrive = (playerId: string) => Promise<PlayerRow | null>;

/** @param today the calendar's time, for the row */
export function createArrive(players: Players, online: Online, today: () => Date): Arrive {
  return async (playerId) => {
    const player = await players.find(playerId);
    if (player === null) return null;
    if (online.claim(player.id, nameKey(player.name))) return player;
    for (let number = 2; number <= MAX_NUMBER; number++) {
      const name = numbered(player.name, number);
      if (online.claim(player.id, nameKey(name))) return players.rename(player.id, name, nameKey(name), today());
    }
    return player;
  };
}

/** "Ada" becomes "Ada 2", within the longest name there may be. */
export function numbered(name: string, number: number): string {
  const suffix = ` ${number}`;
  const base = [...name].slice(0, MAX_NAME_LENGTH - suffix.length).join("");
  return base.replace(/[ ._'’-]+$/u, "") + suffix;
}
