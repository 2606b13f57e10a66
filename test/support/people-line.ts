// A page of an account that is joined to the people room: keeps what it was sent.

import { monotonicClock } from "../../loadtest/netcode/monotonic.ts";
import type { People, PersonSeen } from "../../schema/messages/people.ts";
import { openPeople, type PeopleSubscription } from "../../sdk/open-people.ts";
import type { SeededAccount } from "./accounts.ts";
import { until } from "./until.ts";

const PATIENCE_MS = 30_000;

export class PeoplePage {
  readonly line: PeopleSubscription;
  /** Every message, as it came. */
  readonly messages: People[] = [];
  readonly seen = new Map<string, PersonSeen>();
  /** How often it was notified that its friends have changed. */
  hints = 0;
  closedBecause = "";

  /** @param watched ids to watch from the start */
  constructor(url: string, { cookie }: Pick<SeededAccount, "cookie">, watched: readonly string[] = []) {
    this.line = openPeople({
      url,
      headers: { cookie },
      clock: monotonicClock,
      onPeople: (people) => {
        this.messages.push(people);
        for (const person of people) this.seen.set(person.id, person);
      },
      onFriendsChanged: () => {
        this.hints++;
      },
      onClosed: (because) => {
        this.closedBecause = because;
      },
    });
    if (watched.length > 0) this.line.follow(watched);
  }

  /** What was last sent about somebody; undefined before anything was. */
  statusOf({ id }: { readonly id: string }): PersonSeen["status"] | undefined {
    return this.seen.get(id)?.status;
  }

  async sees(who: { readonly id: string }, status: PersonSeen["status"], mostMs = PATIENCE_MS): Promise<void> {
    await until(
      () => this.statusOf(who) === status,
      mostMs,
      () =>
        `${who.id} is seen as ${status}, not ${this.statusOf(who)}; ${this.messages.length} messages, ${this.#line()}`,
    );
  }

  #line(): string {
    return this.closedBecause === "" ? "not sent away" : `sent away: ${this.closedBecause}`;
  }

  close(): void {
    this.line.close();
  }
}
