// One page in the people room: whom it follows, whom of them it may see, and what it has been told. Pure: what may be seen is
// looked up from outside (people-room.ts), again whenever it may have changed.

import { MAX_FOLLOWED, type PersonSeen, type Follow } from "../../schema/messages/people.ts";
import type { Status } from "../../contract/people.ts";

export interface Seen {
  readonly status: Status;
  readonly lastSeenAt: string | null;
}

export class Viewer {
  readonly playerId: string;
  #friends: ReadonlySet<string> = new Set();
  #followed: ReadonlySet<string> = new Set();
  readonly #visible = new Set<string>();
  readonly #questions = new Set<string>();
  /** Null: not to be seen. */
  readonly #updates = new Map<string, Seen | null>();
  /** As last sent; nothing for anyone who never was. */
  readonly #told = new Map<string, string>();

  constructor(playerId: string) {
    this.playerId = playerId;
  }

  follows(id: string): boolean {
    return this.#friends.has(id) || this.#followed.has(id);
  }

  follow({ adds, ids }: Follow): void {
    const before = this.#all();
    const wanted = adds ? [...this.#followed, ...ids] : ids;
    this.#followed = new Set([...new Set(wanted)].slice(0, MAX_FOLLOWED));
    this.#compare(before);
  }

  befriend(ids: readonly string[]): void {
    const before = this.#all();
    this.#friends = new Set(ids);
    this.#compare(before);
  }

  /** Whether this one may be seen has to be looked up (again). */
  doubt(id: string): void {
    if (this.follows(id)) this.#questions.add(id);
  }

  get hasQuestions(): boolean {
    return this.#questions.size > 0;
  }

  /** Whose visibility has to be looked up now. */
  takeQuestions(): string[] {
    const ids = [...this.#questions];
    this.#questions.clear();
    return ids;
  }

  /** @param seen null: not to be seen */
  answer(id: string, seen: Seen | null): void {
    // In doubt again meanwhile, or no longer watched, so this answer is void.
    if (this.#questions.has(id) || !this.follows(id)) return;
    if (seen === null) this.#visible.delete(id);
    else this.#visible.add(id);
    this.#updates.set(id, seen);
  }

  /** Somebody's status has changed. Returns whether that is new to this page. */
  hear(id: string, seen: Seen): boolean {
    if (!this.#visible.has(id)) return false;
    this.#updates.set(id, seen);
    return true;
  }

  /** What the page does not know yet, except what has to be looked up first. */
  takeUpdates(): PersonSeen[] {
    const people: PersonSeen[] = [];
    for (const [id, seen] of this.#updates) {
      if (this.#questions.has(id)) continue;
      this.#updates.delete(id);
      const person: PersonSeen = { id, status: seen?.status ?? null, lastSeenAt: seen?.lastSeenAt ?? null };
      const text = JSON.stringify(person);
      // Anyone who was never visible is not mentioned.
      if (this.#told.get(id) === text || (seen === null && !this.#told.has(id))) continue;
      this.#told.set(id, text);
      people.push(person);
    }
    return people;
  }

  #all(): Set<string> {
    return new Set([...this.#friends, ...this.#followed]);
  }

  #compare(before: ReadonlySet<string>): void {
    for (const id of this.#all()) if (!before.has(id)) this.#questions.add(id);
    for (const id of before) {
      if (this.follows(id)) continue;
      this.#visible.delete(id);
      this.#questions.delete(id);
      this.#updates.delete(id);
      this.#told.delete(id);
    }
  }
}
