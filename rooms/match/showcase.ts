// A table that may be watched, as long as it stands: open to watch rooms, and in the lists of live matches while a match is on.

import type { MatchStatus } from "../../schema/match-status.ts";
import type { RoomDependencies } from "../dependencies.ts";
import type { WatchableTable } from "../watch/feeds.ts";
import type { LiveMatch } from "../watch/live-matches.ts";

export class Showcase {
  readonly #roomId: string;
  readonly #table: WatchableTable;
  readonly #ratings: Readonly<Record<string, number>>;
  readonly #dependencies: Pick<RoomDependencies, "feeds" | "live">;
  /** What was told last. */
  #told = "";

  constructor(
    roomId: string,
    table: WatchableTable,
    ratings: Readonly<Record<string, number>>,
    dependencies: Pick<RoomDependencies, "feeds" | "live">,
  ) {
    this.#roomId = roomId;
    this.#table = table;
    this.#ratings = ratings;
    this.#dependencies = dependencies;
    dependencies.feeds.open(roomId, table);
  }

  /** The table has changed: says so where lists show something of it. */
  tell(status: MatchStatus): void {
    const isOn = status.phase !== "waiting" && status.phase !== "over";
    const match = isOn ? this.#liveMatch(status) : null;
    const told = JSON.stringify(match);
    if (told === this.#told) return;
    if (match !== null) this.#dependencies.live.tell(match);
    else if (this.#told !== "") this.#dependencies.live.gone(this.#roomId);
    this.#told = told;
  }

  close(): void {
    this.#dependencies.feeds.close(this.#roomId);
    if (this.#told !== "") this.#dependencies.live.gone(this.#roomId);
  }

  #liveMatch({ matchId, mode, ranked, seats, score, watchers }: MatchStatus): LiveMatch {
    return {
      roomId: this.#roomId,
      matchId,
      mode,
      ranked,
      players: seats.map(({ playerId: id, name }) => ({ id, name, rating: this.#ratings[id] ?? null })),
      score: this.#table.delaySeconds === 0 ? [...score] : null,
      watchers,
    };
  }
}
