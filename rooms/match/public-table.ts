// A table that may be watched, as long as it exists: open to watch rooms, and in the lists of live matches while a match is on. The lists
// are as far behind the players as spectators are, so that they give nothing away.

import type { MatchStatus } from "../../schema/match-status.ts";
import type { WakeTimer } from "../wake-timers.ts";
import type { RoomDependencies, LiveMatch } from "../dependencies.ts";
import type { SpectatedTable } from "../spectate/feeds.ts";
import { type EventsSince, MatchEvents } from "../spectate/match-events.ts";

type PublicTableDependencies = Pick<RoomDependencies, "feeds" | "live" | "wakeTimers" | "clock">;

/** What lists are to say from then on; null: nothing. */
interface Update {
  readonly dueMs: number;
  readonly match: LiveMatch | null;
}

export class PublicTable {
  readonly #roomId: string;
  readonly #table: SpectatedTable;
  readonly #ratings: Readonly<Record<string, number>>;
  readonly #dependencies: PublicTableDependencies;
  readonly #wakeTimer: WakeTimer;
  /** Once somebody asks. */
  #events: MatchEvents | null = null;
  /** Still to be announced, in order. */
  readonly #waiting: Update[] = [];
  /** What was noted last. */
  #noted: string = JSON.stringify(null);

  constructor(
    roomId: string,
    table: SpectatedTable,
    ratings: Readonly<Record<string, number>>,
    dependencies: PublicTableDependencies,
  ) {
    this.#roomId = roomId;
    this.#table = table;
    this.#ratings = ratings;
    this.#dependencies = dependencies;
    this.#wakeTimer = dependencies.wakeTimers.create(
      () => this.#tellWhatIsDue(),
      () => {},
    );
    dependencies.feeds.open(roomId, table);
  }

  /** How far those who watch are behind the players. */
  get delaySeconds(): number {
    return this.#table.delaySeconds;
  }

  /** What spectators have seen of a match, for tools that follow it; null: it isn't one of this table's. */
  events(matchId: string, from: number): EventsSince | null {
    this.#events ??= new MatchEvents(this.#table, this.delaySeconds);
    return this.#events.since(matchId, from);
  }

  /** The table has changed: lists follow, where it shows in them, once spectators may know. */
  tell(status: MatchStatus): void {
    const isOn = status.phase !== "waiting" && status.phase !== "over";
    this.#note(isOn ? this.#liveMatch(status) : null);
  }

  /** The table is closing; what is still to be announced is announced in its time. */
  close(): void {
    this.#dependencies.feeds.close(this.#roomId);
    this.#note(null);
  }

  #note(match: LiveMatch | null): void {
    const noted = JSON.stringify(match);
    if (noted === this.#noted) return;
    this.#noted = noted;
    this.#waiting.push({ dueMs: this.#dependencies.clock.now() + this.delaySeconds * 1000, match });
    this.#tellWhatIsDue();
  }

  #tellWhatIsDue(): void {
    const { clock, live } = this.#dependencies;
    while (this.#waiting.length > 0 && this.#waiting[0]!.dueMs <= clock.now()) {
      const { match } = this.#waiting.shift()!;
      if (match === null) live.gone(this.#roomId);
      else live.tell(match);
    }
    if (this.#waiting.length > 0) this.#wakeTimer.set(this.#waiting[0]!.dueMs);
  }

  #liveMatch({ matchId, mode, ranked, seats, score, watchers }: MatchStatus): LiveMatch {
    return {
      roomId: this.#roomId,
      matchId,
      mode,
      ranked,
      players: seats.map(({ playerId: id, name }) => ({ id, name, rating: this.#ratings[id] ?? null })),
      score: [...score],
      watchers,
    };
  }
}
