// A player at a table, without a screen: keeps time, keeps the timeline, presses keys, says what to draw. The browser, the bots
// and the tests all play with this. Its messages go over a MatchLink (ports.ts); where to get one: open-match.ts.

import type { Court } from "../pong/court.ts";
import { STANDARD_COURT, courtOf } from "../pong/games.ts";
import type { Keys } from "../pong/keys.ts";
import { type Timeline, confirm, createTimeline, endAt, insert } from "../pong/timeline.ts";
import type { MatchStatus } from "../schema/match-status.ts";
import { lastTick } from "./last-tick.ts";
import {
  type Checkpoint,
  Down,
  type DownHead,
  type UpMessage,
  decodeCorrection,
  decodePong,
  decodeRelay,
  encodeUp,
} from "../schema/messages/match.ts";
import { decodeKeyframe } from "../schema/messages/keyframe.ts";
import type { ClosedReason, MatchRequest } from "../schema/rooms.ts";
import { MOST_RELAY_TICKS, MS_PER_TICK, tickAt } from "../schema/timing.ts";
import type { Clock, LinkListener, MatchLink } from "./ports.ts";
import { isApart } from "./apart.ts";
import { Hands } from "./hands.ts";
import { Heartbeat } from "./heartbeat.ts";
import { Opening } from "./opening.ts";
import { RenderDelays } from "./render-delay.ts";
import { Perception } from "./perception.ts";
import type { RenderState } from "./render-state.ts";
import { ServerClock } from "./server-clock.ts";
import { steadyClock } from "./steady-clock.ts";

/** `joining`; `live`; `reconnecting`: the connection is lost and we try again; `closed`: see `closedBecause`. */
export type Connection = "joining" | "live" | "reconnecting" | "closed";

/** How often a session looks after itself, in ms. */
const PULSE_MS = 25;
/** Without a message from the server for this long we are blind: drawing stops, because anything we drew would be a guess. */
const BLIND_MS = 2000;
/** After this the connection is taken for dead, whatever the socket says. */
const DEAD_MS = 4000;
/** Nobody has sampled for this long (a hidden tab): what was drawn last no longer matters. */
const FALLEN_BEHIND_TICKS = 240;

export class MatchSession {
  /** The latest status from the server; null before the first. */
  status: MatchStatus | null = null;
  connection: Connection = "joining";
  /** Once closed; "" before, and after a close of our own. */
  closedBecause: ClosedReason | "" = "";
  /** The seats this client plays: none before the first keyframe, two at a shared keyboard. */
  seats: readonly number[] = [];
  /** So far: own presses that the server has moved or refused, and how often this side's world was not the server's. */
  readonly faults = { corrections: 0, divergences: 0 };
  readonly #clock: Clock;
  readonly #link: MatchLink;
  readonly #time = new ServerClock();
  readonly #opening = new Opening();
  readonly #listeners = new Set<() => void>();
  readonly #stopPulse: () => void;
  readonly #perception = new Perception(STANDARD_COURT);
  readonly #renderDelay = new RenderDelays(STANDARD_COURT.rails.length);
  readonly #hands = new Hands(STANDARD_COURT.rails.length);
  #timeline: Timeline | null = null;
  /** MatchStatus.epoch that the timeline is of: a status of another one says nothing about it. */
  #epoch = 0;
  readonly #heartbeat = new Heartbeat();

  constructor(link: MatchLink, clock: Clock) {
    this.#clock = steadyClock(clock);
    this.#link = link;
    this.#stopPulse = clock.every(PULSE_MS, () => this.#pulse());
    link.open(this.#listener());
  }

  /** What is played on; until that is known, what usually is. */
  get court(): Court {
    return this.#timeline?.game.court ?? courtOf(this.status?.courtId ?? "") ?? STANDARD_COURT;
  }

  /** Own round trip in ms, 0 while unknown. */
  get roundTripMs(): number {
    return this.#time.roundTripMs;
  }

  /** Room time in ms now: the clock that graceUntilMs is given in. */
  roomTimeMs(): number {
    return this.#time.now(this.#clock.now());
  }

  /** How long nothing has arrived, in ms. */
  get silentMs(): number {
    return this.#heartbeat.silentMs(this.#clock.now());
  }

  /** Whether the connection, though open, has been silent for so long that the match can't be shown any more. */
  get isBlind(): boolean {
    return this.connection === "live" && this.silentMs >= BLIND_MS;
  }

  /** The keys held from now on, on one of one's own seats: the first one when none is named. Only changes travel. */
  hold(keys: Keys, seat: number | undefined = this.seats[0]): void {
    if (seat === undefined) return;
    this.#hands.hold(seat, keys);
    this.#flush();
  }

  /** What to draw now. The same object each time, refilled; null before the first keyframe. Call once a frame. */
  sample(): RenderState | null {
    const timeline = this.#timeline;
    if (timeline === null) return null;
    const nowMs = this.#clock.now();
    const t = tickAt(Math.min(this.#time.now(nowMs), this.#time.latestServerMs + BLIND_MS));
    this.#renderDelay.follow(this.status, this.seats, this.#time.worstDownMs, t, t < timeline.confirmed.tick);
    if (t - timeline.confirmed.tick > FALLEN_BEHIND_TICKS) confirm(timeline, this.#settledTick());
    const certain = { tick: this.#settledTick(), score: this.status?.epoch === this.#epoch ? this.status.score : [] };
    const renderState = this.#perception.draw(timeline, t, this.renderDelayTicks, nowMs, certain);
    if (t < timeline.confirmed.tick) renderState.servesIn = ((timeline.confirmed.tick - t) * MS_PER_TICK) / 1000;
    this.#flush();
    this.#forgetThePast(timeline);
    return renderState;
  }

  /** How late the other players are drawn at present, in ticks, by seat; 0 for own seats. */
  get renderDelayTicks(): readonly number[] {
    return this.#renderDelay.ticks;
  }

  /** What is known of the match, to be read only: for those who want to know what else could have been drawn. */
  get timeline(): Timeline | null {
    return this.#timeline;
  }

  ask(request: MatchRequest): void {
    this.#link.ask(request);
  }

  /** Calls back after `status`, `connection` or `seats` changed; returns what stops it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stopPulse();
    this.#link.close();
  }

  #listener(): LinkListener {
    return {
      opened: () => {
        this.#time.reopen();
        this.#hands.reconnect();
        this.#opening.begin();
        this.#heartbeat.heard(this.#clock.now());
        this.#setConnection("live");
      },
      received: (type, bytes) => this.#receive(type, bytes),
      status: (status) => {
        this.status = status;
        this.#observeEnd();
        this.#changed();
      },
      lost: () => {
        this.#opening.stop();
        this.#setConnection("reconnecting");
      },
      closed: (because) => {
        this.#stopPulse();
        this.closedBecause = because;
        this.#setConnection("closed");
      },
    };
  }

  #receive(type: number, bytes: Uint8Array): void {
    this.#heartbeat.heard(this.#clock.now());
    switch (type) {
      case Down.relay: {
        const relay = decodeRelay(bytes);
        this.#hear(relay);
        this.#amend(() => insert(this.#timeline!, relay.press));
        return this.#compare(relay.checkpoint);
      }
      case Down.pong: {
        const pong = decodePong(bytes);
        this.#hear(pong);
        return this.#compare(pong.checkpoint);
      }
      case Down.correction: {
        const { to, ...head } = decodeCorrection(bytes);
        this.faults.corrections++;
        this.#amend(() => this.#hands.correct(this.#timeline!, head.presses, to));
        this.#hear(head);
        return;
      }
      case Down.keyframe:
        this.#adopt(bytes);
    }
  }

  #hear(head: DownHead): void {
    this.#time.hear(head, this.#clock.now());
    this.#hands.forget(head.presses);
  }

  /** They are never apart but for a fault, and then a keyframe heals it: asking for one tells the server, too. */
  #compare(checkpoint: Checkpoint | null): void {
    if (!isApart(this.#timeline, checkpoint, this.#hands.oldestTick)) return;
    this.faults.divergences++;
    this.#link.ask("heal");
  }

  #amend(change: () => void): void {
    if (this.#timeline !== null) this.#perception.correct(this.#timeline, change);
  }

  /** A keyframe: the first, after a pause, for a rematch or after a reconnection. */
  #adopt(bytes: Uint8Array): void {
    const keyframe = decodeKeyframe(bytes);
    this.#time.anchor(keyframe.sentMs, this.#clock.now());
    const timeline = createTimeline(keyframe.game, keyframe.world);
    for (const press of keyframe.presses) insert(timeline, press);
    const isSamePlay = this.#timeline !== null && keyframe.epoch === this.#epoch;
    this.#hands.adopt(timeline, keyframe.seats, keyframe.received, isSamePlay);
    this.#perception.replace(this.#timeline, timeline);
    this.#timeline = timeline;
    this.#epoch = keyframe.epoch;
    this.seats = keyframe.seats;
    this.#observeEnd();
    this.#changed();
  }

  /** A pause and the end of a match stop it. */
  #observeEnd(): void {
    const { status } = this;
    const timeline = this.#timeline;
    if (status === null || timeline === null || status.epoch !== this.#epoch) return;
    const end = lastTick(status, timeline, this.#perception.picture.tick);
    if (end !== null) this.#amend(() => endAt(timeline, end));
  }

  #pulse(): void {
    if (this.connection !== "live") return;
    const nowMs = this.#clock.now();
    if (this.#opening.takeMessage()) this.#say(true);
    if (this.#opening.takeReady(this.#time.isSynced)) {
      // Nobody is ready who has not said that they know the time; they may have learnt it after all of the opening's messages.
      this.#say(true);
      this.#link.ask("ready");
    }
    this.#flush();
    // A hidden page gets one pulse a second: each of them must do.
    if (this.#heartbeat.isDue(nowMs, PULSE_MS)) this.#say(true);
    if (this.silentMs >= DEAD_MS) this.#link.renew();
  }

  /** Presses what is held and not yet acted on, at the first tick that has not begun. */
  #flush(): void {
    for (const [own, seat] of this.seats.entries()) {
      if (!this.#hands.isRestless(seat)) continue;
      if (this.status?.seats[seat]?.inactivity !== "asked") this.#press(seat, own === 0 ? 0 : 1);
      else if (this.#opening.takeAnswer(this.#clock.now())) this.ask("ready");
    }
  }

  #press(seat: number, own: UpMessage["own"]): void {
    const timeline = this.#timeline;
    if (timeline === null || this.connection !== "live" || timeline.end !== Infinity) return;
    const t = tickAt(this.roomTimeMs());
    if (t < (this.status?.epochTick ?? 0) || t < timeline.confirmed.tick) return;
    const press = this.#hands.press(seat, Math.floor(t) + 1);
    this.#amend(() => insert(timeline, press));
    this.#say(false, { own, keys: press.keys, tick: press.tick });
  }

  /** @param press null for a heartbeat */
  #say(answer: boolean, press: Pick<UpMessage, "own" | "keys" | "tick"> | null = null): void {
    const nowMs = this.#clock.now();
    const message = {
      sent: this.#time.stamp(nowMs),
      synced: this.#time.isSynced,
      answer: answer || this.#heartbeat.wantsWord(nowMs),
      seenLate: Math.min(255, Math.round(Math.max(...this.renderDelayTicks) * 4)),
      downMs: this.#time.worstDownMs,
      ...(press ?? { own: 0, keys: this.#hands.actingKeys(this.seats[0] ?? 0), tick: null }),
    } satisfies UpMessage;
    this.#heartbeat.said(nowMs, message.answer);
    this.#link.send(encodeUp(message));
  }

  /** Nothing before this tick can change: no press can come that was older than this at the server's last word. */
  #settledTick(): number {
    return Math.min(Math.floor(tickAt(this.#time.latestServerMs)) - MOST_RELAY_TICKS - 1, this.#hands.oldestTick);
  }

  #forgetThePast(timeline: Timeline): void {
    const tick = Math.min(this.#settledTick(), this.#perception.oldestTick - 1);
    if (tick > timeline.confirmed.tick) confirm(timeline, tick);
  }

  #setConnection(connection: Connection): void {
    this.connection = connection;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
