// The pages that players have open in a room, by player: a player may have several, but not any number.

/** A browser full of tabs has fewer. */
const MOST_OF_ONE = 20;

export class Pages<Client> {
  readonly #byPlayer = new Map<string, Set<Client>>();

  /** False when the player has too many already. */
  add(playerId: string, client: Client): boolean {
    const own = this.#byPlayer.get(playerId) ?? new Set();
    if (own.size >= MOST_OF_ONE) return false;
    this.#byPlayer.set(playerId, own.add(client));
    return true;
  }

  remove(playerId: string, client: Client): void {
    const own = this.#byPlayer.get(playerId);
    own?.delete(client);
    if (own?.size === 0) this.#byPlayer.delete(playerId);
  }

  of(playerId: string): Iterable<Client> {
    return this.#byPlayer.get(playerId) ?? [];
  }
}
