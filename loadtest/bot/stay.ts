// A bot at one table, from sitting down to going away: plays what is played there (seated-bot.ts), asks for another match each time,
// waits for whoever is away, and says what happens.

import type { MatchPhase, MatchStatus, SeatStatus } from "../../schema/match-status.ts";
import type { Clock } from "../../sdk/ports.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import type { CreateMind } from "./mind.ts";
import { SeatedBot } from "./seated-bot.ts";

export interface StayOptions {
  readonly session: MatchSession;
  readonly clock: Clock;
  readonly createMind: CreateMind;
  readonly seed: number;
  /** It goes away after so many. */
  readonly matches: number;
  readonly say: (sentence: string) => void;
}

/** `enough`: so many matches; `alone`: the other one has gone after a match; `left`: told to; `closed`: the table is, see `because`. */
export interface Ending {
  readonly why: "enough" | "alone" | "left" | "closed";
  /** A ClosedReason (schema/rooms.ts); "" where it is another end. */
  readonly because: string;
  /** How many have ended. */
  readonly matches: number;
}

/** After a match, whoever reloads the page is waited for. */
const ALONE_MS = 15_000;
/** After the time that somebody has to come back. */
const CLAIM_AFTER_MS = 1000;
/** For the word that the match is over once it is left. */
const LEAVING_MS = 2000;

export class Stay {
  /** Resolves when it has gone away. */
  readonly ended: Promise<Ending>;
  readonly #options: StayOptions;
  readonly #bot: SeatedBot;
  readonly #forget: () => void;
  #end: (ending: Ending) => void = () => {};
  #matches = 0;
  /** Of the last match that is over, and of whom it has said that they are here. */
  #overId = "";
  #greeted = "";
  #isLeaving = false;
  /** The phase in which the other one is waited for; "" while nobody is. */
  #waitsIn: MatchPhase | "" = "";
  #cancelWaiting = (): void => {};

  constructor(options: StayOptions) {
    const { session, clock, createMind, seed } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#bot = new SeatedBot({ session, clock, createMind, seed });
    this.#forget = session.onChange(() => this.#follow());
    this.#follow();
  }

  /** Goes away; a match that is on is forfeited. */
  leave(): void {
    if (this.#isLeaving) return;
    this.#isLeaving = true;
    const { session, clock } = this.#options;
    session.ask("leave");
    if (isOn(session.status)) clock.after(LEAVING_MS, () => this.#goAway("left"));
    else this.#goAway("left");
  }

  #follow(): void {
    const { session } = this.#options;
    const { status, connection } = session;
    if (connection === "closed") return this.#goAway("closed");
    if (this.#isLeaving && !isOn(status)) return this.#goAway("left");
    const other = this.#otherOf(status);
    if (status === null || other === null) return;
    this.#greet(other);
    if (status.phase === "over" && status.matchId !== this.#overId) this.#noteEnd(status, other);
    this.#wait(status, other);
  }

  #otherOf(status: MatchStatus | null): SeatStatus | null {
    const [own] = this.#options.session.seats;
    const other = status?.seats.find((seat, at) => at !== own && seat.sitter !== "nobody");
    return own === undefined ? null : (other ?? null);
  }

  #greet({ playerId, name }: SeatStatus): void {
    if (playerId === this.#greeted) return;
    this.#greeted = playerId;
    this.#options.say(`${name} is at the table.`);
  }

  #noteEnd(status: MatchStatus, other: SeatStatus): void {
    const { session, say, matches } = this.#options;
    const [own = 0] = session.seats;
    this.#overId = status.matchId;
    this.#matches++;
    say(`Match ${this.#matches}: ${outcomeOf(status, own)} against ${other.name} (${status.matchId}).`);
    if (this.#matches >= matches) this.#goAway("enough");
    else session.ask("rematch");
  }

  /** A player who is away gets the time to come back; if they don't, they have lost, or had enough. */
  #wait(status: MatchStatus, other: SeatStatus): void {
    const { session, clock } = this.#options;
    const isMissed = status.phase === "over" ? !other.connected : status.phase === "paused" && other.graceUntilMs > 0;
    const waitsIn = isMissed ? status.phase : "";
    if (waitsIn === this.#waitsIn) return;
    this.#waitsIn = waitsIn;
    this.#cancelWaiting();
    if (waitsIn === "over") this.#cancelWaiting = clock.after(ALONE_MS, () => this.#goAway("alone"));
    if (waitsIn !== "paused") return;
    const graceMs = Math.max(0, other.graceUntilMs - session.roomTimeMs());
    this.#cancelWaiting = clock.after(graceMs + CLAIM_AFTER_MS, () => session.ask("claim"));
  }

  #goAway(why: Ending["why"]): void {
    this.#forget();
    this.#cancelWaiting();
    this.#bot.stop();
    const { session } = this.#options;
    const because = session.closedBecause;
    session.close();
    this.#end({ why, because, matches: this.#matches });
  }
}

function isOn(status: MatchStatus | null): boolean {
  return status !== null && status.phase !== "waiting" && status.phase !== "over";
}

function outcomeOf({ score, winner, endReason }: MatchStatus, own: number): string {
  const points = `${score[own]}:${score.find((_, seat) => seat !== own)}`;
  const how = endReason === "score" ? "" : ` by ${endReason}`;
  return winner === -1 ? `nobody's at ${points}` : `${winner === own ? "won" : "lost"} ${points}${how}`;
}
