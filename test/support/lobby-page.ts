// A page of the lobby without a screen: what it is shown, and what its player does about challenges, over HTTP.

import { monotonicClock } from "../../loadtest/netcode/monotonic.ts";
import type { CounterRequest } from "../../schema/http/challenges.ts";
import { type LobbySubscription, openLobby } from "../../sdk/open-lobby.ts";
import type { LobbyChallenge, LobbyPerson } from "../../sdk/read-lobby.ts";
import { type Answer, visit, type Visitor } from "./browser-like.ts";
import { until } from "./until.ts";

const PATIENCE_MS = 30_000;

export class LobbyPage {
  readonly id: string;
  readonly line: LobbySubscription;
  readonly #visitor: Visitor;
  closedBecause = "";
  /** Everybody who was ever shown on it. */
  readonly everSeen = new Set<string>();

  constructor(url: string, { id, cookie }: { readonly id: string; readonly cookie: string }) {
    this.id = id;
    this.#visitor = visit(url, cookie);
    this.line = openLobby({
      url,
      headers: { cookie },
      clock: monotonicClock,
      onChange: () => {
        for (const person of this.line.lobby.people) this.everSeen.add(person.id);
      },
      onClosed: (because) => {
        this.closedBecause = because;
      },
    });
  }

  person({ id }: { readonly id: string }): LobbyPerson | undefined {
    return this.line.lobby.people.find((one) => one.id === id);
  }

  async sees(who: { readonly id: string }, status: LobbyPerson["status"] | "nobody"): Promise<void> {
    const seen = (): string => this.person(who)?.status ?? "nobody";
    await until(() => this.line.isReady && seen() === status, PATIENCE_MS, `${who.id} is seen as ${status}`);
  }

  /** The challenge with the other one, once it is as it is waited for. */
  async challengeWith(other: { readonly id: string }, is: (one: LobbyChallenge) => boolean): Promise<LobbyChallenge> {
    const find = (): LobbyChallenge | undefined =>
      this.line.lobby.challenges.findLast(({ from, to }) => [from.id, to.id].includes(other.id));
    await until(
      () => {
        const found = find();
        return found !== undefined && is(found);
      },
      PATIENCE_MS,
      `a challenge with ${other.id}`,
    );
    return find()!;
  }

  challenge(who: { readonly id: string }, terms: CounterRequest = {}): Promise<Answer> {
    return this.#visitor.post("/api/challenges", { player: { id: who.id }, ...terms });
  }

  answer(one: LobbyChallenge, deed: "accept" | "decline" | "withdraw"): Promise<Answer> {
    return this.#visitor.post(`/api/challenges/${one.id}/${deed}`, {});
  }

  counter(one: LobbyChallenge, terms: CounterRequest): Promise<Answer> {
    return this.#visitor.post(`/api/challenges/${one.id}/counter`, terms);
  }

  ask(path: string): Promise<Answer> {
    return this.#visitor.get(path);
  }

  close(): void {
    this.line.close();
  }
}
