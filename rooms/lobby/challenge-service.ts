// Keeps the challenges: takes what players do about them (challenges.ts decides), ends them when they expire or somebody has
// left, makes the table. One in each process; open ones are in the store, and changes go over the wire, so each
// knows all of them and their latest outcomes, and asks the store only to change something.

import { randomUUID } from "node:crypto";
import type { Terms } from "../../schema/challenges.ts";
import { type After, every } from "../wake-timers.ts";
import { UserError } from "../user-error.ts";
import { Attendance } from "./attendance.ts";
import type { ChallengeEvent, ChallengeWire } from "./challenge-events.ts";
import type { ChallengeStore, StoredChallenge } from "./challenge-store.ts";
import {
  type Challenge,
  type ChallengeAction,
  type Party,
  answer,
  challenge,
  end,
  isOpen,
  pairKey,
  turnAway,
} from "./challenges.ts";

/** How long the outcome of one is shown. */
const TOLD_MS = 20_000;
/** After it has expired: an answer may still be on its way. */
const LATE_MS = 500;
/** How often it is checked whether the wire has lost something. */
const LOOK_MS = 10_000;

export interface ChallengeServiceOptions {
  readonly store: ChallengeStore;
  readonly wire: ChallengeWire;
  /** Makes a table with places kept for both and returns its room's id. */
  readonly createTable: (accepted: Challenge) => Promise<string>;
  /** One is over: called once, in the process that has ended it. */
  readonly ended: (one: Challenge) => Promise<void>;
  readonly timers: After;
  /** Wall-clock time, in ms. */
  readonly nowMs: () => number;
  readonly complain: (error: unknown, what: string) => void;
}

export interface ChallengeListener {
  /** It is new, or has changed. */
  changed(one: Challenge): void;
  /** It is over, and has been shown for long enough. */
  forgotten(one: Challenge): void;
}

export class ChallengeService {
  readonly #options: ChallengeServiceOptions;
  /** All that are open, and those that were over a moment ago. */
  readonly #known = new Map<string, Challenge>();
  readonly #cancels = new Map<string, () => void>();
  readonly #listeners = new Set<ChallengeListener>();
  readonly #attendance: Attendance;
  readonly #stop: (() => void)[];

  constructor(options: ChallengeServiceOptions) {
    this.#options = options;
    const { wire, timers, complain } = options;
    this.#attendance = new Attendance({
      timers,
      tell: (kind, playerId) => wire.tell({ kind, playerId }),
      isMissed: (playerId) => this.#openOf(playerId).some(({ from }) => from.id === playerId),
      gone: (playerId) => this.#endAll(playerId, (one) => (one.from.id === playerId ? end(one, "withdrawn") : null)),
    });
    this.#stop = [
      wire.subscribe((event) => this.#hear(event)),
      every(
        LOOK_MS,
        timers,
        () => this.#look(),
        (error) => complain(error, "looking for lost challenges"),
      ),
    ];
    this.#attempt("looking for challenges", () => this.#look());
  }

  /** @throws UserError when it is not allowed */
  async open(from: Party, to: Party, terms: Terms): Promise<Challenge> {
    const { store, nowMs } = this.#options;
    const all = await store.all();
    const standing = all.map((stored) => stored.challenge);
    const made = challenge({ id: randomUUID(), from, to, terms }, standing, nowMs());
    const pair = pairKey(from.id, to.id);
    const before = all.find((stored) => pairOf(stored.challenge) === pair);
    const isFirst = await store.swap(pair, before?.stamp ?? null, stamped(made));
    if (!isFirst) throw new UserError("challenge.already", {}, 409);
    // One that had expired and that nobody had ended yet.
    if (before !== undefined) this.#tell(end(before.challenge, "expired"));
    this.#tell(made);
    return made;
  }

  /** Returns what it is then; when accepted, with its table. @throws UserError when they may not, or not any more */
  async answer(id: string, playerId: string, deed: ChallengeAction): Promise<Challenge> {
    const { nowMs } = this.#options;
    const next = await this.#change(id, (one) => answer(one, playerId, deed, nowMs()));
    if (next === null) throw new UserError("notFound", {}, 404);
    if (next.outcome === "accepted") return this.#seat(next);
    this.#tell(next);
    return next;
  }

  /** Those that concern this player: open, or just over. */
  of(playerId: string): Challenge[] {
    return [...this.#known.values()].filter(({ from, to }) => from.id === playerId || to.id === playerId);
  }

  /** Returns an unsubscribe function. */
  subscribe(listener: ChallengeListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** A page of theirs shows the lobby. Returns what to call when it is closed. */
  enter(playerId: string): () => void {
    return this.#attendance.enter(playerId);
  }

  /** They are playing now: nobody waits for them. */
  plays(playerId: string): void {
    this.#endAll(playerId, (one) => end(one, "busy"));
  }

  /** One of them has blocked the other. */
  part(playerId: string, otherId: string): void {
    this.#endAll(playerId, (one) => (pairOf(one) === pairKey(playerId, otherId) ? turnAway(one, playerId) : null));
  }

  close(): void {
    for (const stop of this.#stop) stop();
    this.#attendance.close();
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
    this.#listeners.clear();
  }

  /**
   * Both sit at one table. Should somebody be seated twice, because two whom they have asked accept at one moment, the table that
   * they do not come to ends by itself.
   */
  async #seat(accepted: Challenge): Promise<Challenge> {
    const { createTable } = this.#options;
    let roomId: string;
    try {
      roomId = await createTable(accepted);
    } catch (error) {
      this.#tell(end(accepted, "failed"));
      throw error;
    }
    const seated = { ...accepted, roomId };
    this.#tell(seated);
    for (const { id } of [accepted.from, accepted.to]) this.plays(id);
    return seated;
  }

  /**
   * Changes one in the store.
   * @param decide returns null to leave it as it is
   * @returns what it is then, to be announced; null when nothing has changed
   */
  async #change(id: string, decide: (one: Challenge) => Challenge | null): Promise<Challenge | null> {
    const { store } = this.#options;
    for (;;) {
      const stored = await this.#find(id);
      if (stored === null) {
        const known = this.#known.get(id);
        // The store has none, so it is over, whatever is known here.
        if (known !== undefined) decide({ ...known, outcome: known.outcome ?? "expired" });
        return null;
      }
      const next = decide(stored.challenge);
      if (next === null) return null;
      const kept = next.outcome === null ? stamped(next) : null;
      // Otherwise somebody else was faster, so it is read again.
      if (await store.swap(pairOf(next), stored.stamp, kept)) return next;
    }
  }

  async #find(id: string): Promise<StoredChallenge | null> {
    const { store } = this.#options;
    const known = this.#known.get(id);
    const isIt = (stored: StoredChallenge) => stored.challenge.id === id;
    if (known === undefined) return (await store.all()).find(isIt) ?? null;
    const stored = await store.of(known.from.id, known.to.id);
    return stored !== null && isIt(stored) ? stored : null;
  }

  #openOf(playerId: string): Challenge[] {
    return this.of(playerId).filter(({ outcome }) => outcome === null);
  }

  #endAll(playerId: string, decide: (one: Challenge) => Challenge | null): void {
    for (const { id } of this.#openOf(playerId)) this.#endQuietly(id, decide);
  }

  /** In each process at once, perhaps: the store lets one of them do it. */
  #endQuietly(id: string, decide: (one: Challenge) => Challenge | null): void {
    this.#attempt("ending a challenge", async () => {
      const next = await this.#change(id, (one) => (one.outcome === null ? decide(one) : null));
      if (next !== null) this.#tell(next);
    });
  }

  /** Its latest state in this process. */
  #tell(one: Challenge): void {
    const { wire, ended } = this.#options;
    wire.tell({ kind: "challenge", challenge: one });
    if (one.outcome !== null) this.#attempt("after a challenge has ended", () => ended(one));
  }

  #hear(event: ChallengeEvent): void {
    if (event.kind === "challenge") this.#keep(event.challenge);
    else this.#attendance.hear(event.kind, event.playerId);
  }

  #keep(one: Challenge): void {
    const { timers, nowMs } = this.#options;
    this.#known.set(one.id, one);
    this.#cancels.get(one.id)?.();
    const wake =
      one.outcome === null
        ? timers.after(Math.max(0, one.untilMs - nowMs()) + LATE_MS, () => this.#expire(one))
        : timers.after(TOLD_MS, () => this.#forget(one));
    this.#cancels.set(one.id, wake);
    for (const listener of this.#listeners) listener.changed(one);
  }

  #expire({ id }: Challenge): void {
    this.#endQuietly(id, (one) => (isOpen(one, this.#options.nowMs()) ? null : end(one, "expired")));
  }

  #forget(one: Challenge): void {
    this.#known.delete(one.id);
    this.#cancels.delete(one.id);
    for (const listener of this.#listeners) listener.forgotten(one);
  }

  /** What was sent while this process could not receive. */
  async #look(): Promise<void> {
    const before = new Map(this.#known);
    const stored = await this.#options.store.all();
    /** Nothing has arrived about it meanwhile. */
    const isSame = (id: string) => this.#known.get(id) === before.get(id);
    for (const { challenge: one } of stored)
      if (isSame(one.id) && JSON.stringify(before.get(one.id)) !== JSON.stringify(one)) this.#keep(one);
    const standing = new Set(stored.map(({ challenge: one }) => one.id));
    for (const one of before.values())
      if (one.outcome === null && !standing.has(one.id) && isSame(one.id)) this.#keep(end(one, "expired"));
  }

  #attempt(what: string, act: () => Promise<void>): void {
    act().catch((error: unknown) => this.#options.complain(error, what));
  }
}

function pairOf({ from, to }: Challenge): string {
  return pairKey(from.id, to.id);
}

function stamped(one: Challenge): StoredChallenge {
  return { challenge: one, stamp: randomUUID() };
}
