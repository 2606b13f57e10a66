// The tables of this process that may be watched, by their rooms' ids.

import type { FeedSource } from "./feed.ts";

export interface SpectatedTable extends FeedSource {
  readonly delaySeconds: number;
  /** Who sits there. */
  playerIds(): readonly string[];
  /** How many watch. */
  setSpectators(count: number): void;
}

export class Feeds {
  readonly #tables = new Map<string, SpectatedTable>();
  /** Where it is watched, once somebody does. */
  readonly #rooms = new Map<string, Promise<string>>();

  open(roomId: string, table: SpectatedTable): void {
    this.#tables.set(roomId, table);
  }

  close(roomId: string): void {
    this.#tables.delete(roomId);
    this.#rooms.delete(roomId);
  }

  table(roomId: string): SpectatedTable | null {
    return this.#tables.get(roomId) ?? null;
  }

  /** The id of the table's watch room, which is created on demand. Null where there is nothing to watch. */
  async roomFor(roomId: string, create: (tableId: string) => Promise<string>): Promise<string | null> {
    if (!this.#tables.has(roomId)) return null;
    const there = this.#rooms.get(roomId) ?? create(roomId);
    this.#rooms.set(roomId, there);
    try {
      return await there;
    } catch (error) {
      this.#rooms.delete(roomId);
      throw error;
    }
  }

  /** The watch room is gone. */
  forget(roomId: string): void {
    this.#rooms.delete(roomId);
  }
}
