// A table in virtual time: the real table and real sdk sessions, with a simulated connection between them (way.ts).

import { forFun } from "../../schema/modes.ts";
import { draw } from "../../pong/random.ts";
import type { Game } from "../../pong/step.ts";
import type { EndedMatch } from "../../rooms/match/ended-match.ts";
import { Table } from "../../rooms/match/table.ts";
import type { TablePlan } from "../../rooms/match/table-options.ts";
import type { WaitingTimes } from "../../rooms/match/absence.ts";
import type { MatchStatus } from "../../schema/match-status.ts";
import type { MatchRequest } from "../../schema/rooms.ts";
import type { LinkListener, MatchLink } from "../../sdk/ports.ts";
import { MatchSession } from "../../sdk/match-session.ts";
import type { VirtualTime } from "./virtual-time.ts";
import { type Cheat, CheatingLink } from "./cheat.ts";
import { type LineQuality, Way } from "./way.ts";

export interface SimulatedPlayer {
  readonly session: MatchSession;
  /** Of this player's clock, from all the others'; may be changed, as a machine that sets its time does. */
  clockAheadMs: number;
  /**
   * Silently loses everything on the connection from now on.
   * @param forGood no new connection either, until `reconnect`
   */
  cut(forGood?: boolean): void;
  /** A new connection of the same player: the server sees the old one close now. */
  reconnect(): void;
  /** Calls back with the type and the bytes of everything that arrives, before the session gets it. */
  onReceived: ((type: number, bytes: Uint8Array) => void) | null;
}

export class SimulatedTable {
  readonly core: Table;
  readonly ended: EndedMatch[] = [];
  /** How late it is woken, as a busy process is. */
  timersLateMs = 0;
  /** How often a player's world was not the table's. */
  divergences = 0;
  /** Participants whose pings are answered oddly late, once a match each. */
  readonly odd: number[] = [];
  readonly #time: VirtualTime;
  readonly #deliver = new Map<
    number,
    { bytes(type: number, bytes: Uint8Array): void; status(s: MatchStatus): void; ping(id: number): void }
  >();
  #seed: number;
  #dice: number;

  #cancelWake = (): void => {};

  constructor(time: VirtualTime, game: Game, seed: number, times: WaitingTimes, plan: TablePlan = { kind: "duel" }) {
    this.#time = time;
    this.#seed = seed;
    this.#dice = seed >>> 0;
    const port = {
      send: (seat: number, type: number, bytes: Uint8Array) => this.#deliver.get(seat)?.bytes(type, bytes),
      ping: (seat: number, id: number) => this.#deliver.get(seat)?.ping(id),
      chance: () => this.#chance(),
      nextMatch: () => ({ matchId: `match-${this.ended.length + 1}`, seed: this.#draw() }),
      diverged: () => void this.divergences++,
      odd: (participant: number) => this.odd.push(participant),
      begun: () => {},
      ended: (match: EndedMatch) => this.ended.push(match),
    };
    this.core = new Table(
      { game, times, plan, stakes: forFun(game.rules), invited: [], ratings: {} },
      port,
      time.nowMs,
    );
    this.settle();
  }

  /** After everything that is said to the core, as the room does it: no sooner and no oftener does anything move. */
  settle(): void {
    this.#publish();
    this.#cancelWake();
    this.#cancelWake = this.#time.at(this.core.wakeMs + this.timersLateMs, () => {
      this.core.advance(this.#time.nowMs);
      this.settle();
    });
  }

  #draw(): number {
    const drawn = draw(this.#seed);
    this.#seed = drawn.state;
    return Math.floor(drawn.value * 2 ** 32);
  }

  #chance(): number {
    const drawn = draw(this.#dice);
    this.#dice = drawn.state;
    return drawn.value;
  }

  #publish(): void {
    if (!this.core.takeChanged()) return;
    for (const seat of this.#deliver.values()) seat.status(structuredClone(this.core.status));
  }

  /** Somebody sits down; their clock is off by `clockAheadMs`. */
  join(name: string, quality: LineQuality, clockAheadMs: number, cheat: Cheat = {}): SimulatedPlayer {
    const time = this.#time;
    let listener: LinkListener | null = null;
    let up: Way;
    let down: Way;
    let seat = -1;
    let isOut = false;
    let pings = 0;
    const cheats = new CheatingLink(cheat, () => player.session);
    const open = (): void => {
      cheats.reopen();
      up = new Way(time, quality, "up", this.#draw());
      down = new Way(time, quality, "down", this.#draw());
      const [myUp, myDown] = [up, down];
      const taken = this.core.sit(name, name, time.nowMs);
      if (typeof taken !== "number") throw new Error(`${name} is refused: ${taken}`);
      seat = taken;
      this.#deliver.set(seat, {
        bytes: (type, bytes) =>
          myDown.carry(() => {
            player.onReceived?.(type, bytes);
            listener?.received(type, bytes);
          }),
        status: (status) => myDown.carry(() => listener?.status(status)),
        // A browser answers beside the page.
        ping: (id) => {
          if (cheat.isMute === true && this.core.status.epoch > 0) return;
          const delayMs = pings++ % (cheat.delaysOneIn ?? 1) === 0 ? (cheat.delaysPongsMs ?? 0) : 0;
          const pong = (): void => myUp.carry(() => this.core.pong(seat, id, time.nowMs));
          myDown.carry(() => time.at(time.nowMs + delayMs, pong));
        },
      });
      myDown.carry(() => listener?.opened());
      const status = structuredClone(this.core.status);
      myDown.carry(() => listener?.status(status));
      this.core.greet(seat, time.nowMs);
      this.settle();
    };
    const link: MatchLink = {
      open: (opened) => {
        listener = opened;
        open();
      },
      send: (said) => {
        const { bytes, own, type } = cheats.send(said);
        if (own !== null) time.at(time.nowMs, () => listener?.received(type, own));
        up.carry(() => {
          this.core.receive(seat, bytes, time.nowMs);
          this.settle();
        });
      },
      ask: (request: MatchRequest) =>
        up.carry(() => {
          this.core.request(seat, request, time.nowMs);
          this.settle();
        }),
      renew: () => {
        if (!isOut) player.reconnect();
      },
      close: () => {
        listener = null;
      },
    };
    const player: SimulatedPlayer = {
      clockAheadMs,
      onReceived: null,
      session: null as unknown as MatchSession,
      cut: (forGood = false) => {
        isOut = forGood;
        up.isCut = true;
        down.isCut = true;
      },
      reconnect: () => {
        player.cut();
        this.core.drop(seat, time.nowMs);
        this.settle();
        listener?.lost();
        open();
      },
    };
    return Object.assign(player, {
      session: new MatchSession(link, { ...time.clock(0), now: () => time.nowMs + player.clockAheadMs }),
    });
  }
}
