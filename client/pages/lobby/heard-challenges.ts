// The challenges that a page of the lobby knows of: which of them concern it, and what is new about them.

import type { LobbyChallenge } from "../../../sdk/read-lobby.ts";
import { isTheirTurn, newsOf } from "./challenge-words.ts";

export class HeardChallenges {
  readonly #playerId: string;
  /** Those that were open while the page was: outcomes of others don't matter to it. */
  readonly #seenOpen = new Set<string>();
  /** Those that the player has ended here: they know. */
  readonly #ended = new Set<string>();
  #all: readonly LobbyChallenge[] = [];

  /** @param playerId whose page it is */
  constructor(playerId: string) {
    this.#playerId = playerId;
  }

  /** Takes all of them as they are now; returns what is new, in sentences, "" for nothing. */
  hear(challenges: readonly LobbyChallenge[]): string {
    for (const { id, outcome } of challenges) if (outcome === null) this.#seenOpen.add(id);
    const before = this.#all;
    this.#all = challenges.filter(({ id }) => this.#seenOpen.has(id));
    return newsOf(before, this.#all, this.#playerId, this.#ended).join(" ");
  }

  get shown(): LobbyChallenge[] {
    return this.#all.filter(({ id, outcome }) => outcome === null || !this.#ended.has(id));
  }

  /** One that waits for the player. */
  get asking(): LobbyChallenge | undefined {
    return this.#all.find((one) => isTheirTurn(one, this.#playerId));
  }

  /** With their tables. */
  get accepted(): (LobbyChallenge & { readonly roomId: string })[] {
    return this.#all.flatMap((one) => {
      const { outcome, roomId } = one;
      return outcome === "accepted" && roomId !== null ? [{ ...one, roomId }] : [];
    });
  }

  waitsForAnswer(id: string): boolean {
    return this.#all.some((one) => one.id === id && isTheirTurn(one, this.#playerId));
  }

  /** The player ends it here; it counts if `act` does not fail. */
  async end(id: string, act: () => Promise<void>): Promise<void> {
    this.#ended.add(id);
    try {
      await act();
    } catch (error) {
      this.#ended.delete(id);
      throw error;
    }
  }
}
