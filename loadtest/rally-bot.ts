// A bot for the real match room that speaks the sdk's codec over a raw socket: keeps time as the sdk does, presses keys, takes
// what comes. Both bots of a table share one copy of the match, since both their presses are known here: so they see the ball
// and play like people, rallies and matches last as long as people's, and one process can be thousands of players.

import { STANDARD_COURT } from "../pong/games.ts";
import { Key } from "../pong/keys.ts";
import { DEFAULT_RULES, MAX_POINTS_TO_WIN, RULES_VERSION } from "../pong/rules.ts";
import { type Timeline, confirm, createTimeline, insert } from "../pong/timeline.ts";
import { Phase } from "../pong/world.ts";
import { type Keyframe, decodeKeyframe } from "../schema/messages/keyframe.ts";
import { Down, UP, decodePong, encodeUp } from "../schema/messages/match.ts";
import { PROTOCOL_VERSION } from "../schema/rooms.ts";
import { HEARTBEAT_MS, low16, tickAt } from "../schema/timing.ts";
import { createRenderState } from "../sdk/perceived.ts";
import type { RenderState } from "../sdk/render-state.ts";
import { type Habits, Human } from "./human.ts";
import type { LoadBot } from "./ring.ts";
import type { RawSocket } from "./raw-socket.ts";
import { invite } from "../schema/http/tables.ts";
import { call } from "./call.ts";
import { Frame, type LoadTarget, serverOf, takeGuest, takeSeat } from "./take-seat.ts";

const OPTIONS = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };
/** A match that is over is played again: asked for now and then, since the bot does not read the state. */
const REMATCH_EVERY_MS = 5000;
/** How often a bot looks at the ball. */
const LOOK_EVERY_MS = 100;
/** With so few looks these make about three key changes a second. No nearer than half the way between two looks. */
const CALM: Habits = { reactionMs: 220, aimError: 0.55, tapsPerSecond: 0.7, content: 0.6 };

/** The match that two bots play, as far as they need it. */
class SharedMatch {
  timeline: Timeline | null = null;
  /** How far room time is ahead of ours: by the first word of it, the same for both bots. */
  roomAheadMs = 0;
  renderState = createRenderState(STANDARD_COURT);

  /** Both bots get a keyframe of each beginning; the first one counts. */
  adopt({ game, world, presses, sentMs }: Keyframe): void {
    if (this.timeline !== null && this.timeline.confirmed.tick >= world.tick) return;
    if (this.timeline === null) this.roomAheadMs = sentMs - performance.now();
    this.timeline = createTimeline(game, world);
    this.renderState = createRenderState(game.court);
    for (const press of presses) insert(this.timeline, press);
  }

  /** Shows the match at this tick. Null before its first and once it is over. */
  sample(tick: number): RenderState | null {
    const { timeline, renderState } = this;
    if (timeline === null || tick < timeline.confirmed.tick) return null;
    // Every press is of the first tick that has not begun: none can come for an older one.
    confirm(timeline, tick);
    const world = timeline.confirmed;
    if (world.phase === Phase.over) return null;
    for (const [index, { x, y }] of world.balls.entries()) Object.assign(renderState.balls[index]!, { x, y });
    for (const paddle of renderState.paddles) paddle.y = world.paddles[paddle.seat]!.y;
    return renderState;
  }
}

export class RallyBot implements LoadBot {
  down = 0;
  up = 0;
  keyChanges = 0;
  readonly everyMs = LOOK_EVERY_MS;
  readonly #match: SharedMatch;
  readonly #seat: number;
  readonly #human: Human;
  #socket: RawSocket | null = null;
  #keys: number = Key.none;
  #isGreeted = false;
  #sentAtMs = -Infinity;
  #rematchAtMs = 0;

  private constructor(match: SharedMatch, seat: number, seed: number) {
    this.#match = match;
    this.#seat = seat;
    this.#human = new Human(seat, seed, CALM);
  }

  /** Two guests at a table of their own. @param number to distinguish them from all others */
  static async pair(target: LoadTarget, number: number): Promise<RallyBot[]> {
    const guests = await Promise.all([`Left ${number}`, `Right ${number}`].map((name) => takeGuest(target, name)));
    const rules = { ...DEFAULT_RULES, pointsToWin: MAX_POINTS_TO_WIN };
    const { roomId } = await call(serverOf(guests[0]!), invite, { body: { rules } });
    const match = new SharedMatch();
    const bots: RallyBot[] = [];
    for (const [seat, headers] of guests.entries()) {
      const bot = new RallyBot(match, seat, number * 2 + seat);
      const taken = await takeSeat(headers, `joinById/${roomId}`, OPTIONS, (payload) => bot.#receive(payload));
      bot.#sit(taken.socket);
      bots.push(bot);
    }
    return bots;
  }

  /** Leaves: tells the table, or just disconnects. Not to be called again. */
  leave(how: "forfeit" | "vanish"): void {
    if (how === "forfeit") this.#ask("leave");
    this.#socket?.close();
  }

  #sit(socket: RawSocket): void {
    this.#socket = socket;
  }

  /** The room's first word: the time, and no match yet. Who has told that they know it can be ready. */
  #greet(sent: number): void {
    this.#isGreeted = true;
    if (this.#match.timeline === null) this.#match.roomAheadMs = sent - performance.now();
    this.#say(null, true);
    this.#ask("ready");
  }

  act(): void {
    const nowMs = performance.now();
    const tick = Math.floor(tickAt(nowMs + this.#match.roomAheadMs)) + 1;
    const picture = this.#match.sample(tick);
    if (picture !== null) this.#hold(this.#human.decide(picture, nowMs), tick);
    else if (nowMs >= this.#rematchAtMs) {
      this.#rematchAtMs = nowMs + REMATCH_EVERY_MS;
      this.#ask("rematch");
    }
    if (nowMs - this.#sentAtMs >= HEARTBEAT_MS - LOOK_EVERY_MS) this.#say(null, true);
  }

  #hold(keys: number, tick: number): void {
    if (keys === this.#keys) return;
    this.#keys = keys;
    this.keyChanges++;
    insert(this.#match.timeline!, { tick, seat: this.#seat, keys });
    this.#say(tick, false);
  }

  #ask(name: string): void {
    const bytes = new TextEncoder().encode(name);
    this.#send(Uint8Array.of(Frame.data, 0xa0 | bytes.length, ...bytes));
  }

  #say(tick: number | null, answer: boolean): void {
    const nowMs = performance.now();
    this.#sentAtMs = nowMs;
    const sent = low16(nowMs + this.#match.roomAheadMs);
    const bytes = encodeUp({
      sent,
      synced: this.#isGreeted,
      answer,
      seenLate: 4,
      downMs: 0,
      own: 0,
      keys: this.#keys,
      tick,
    });
    const payload = new Uint8Array(2 + bytes.length);
    payload[0] = Frame.bytes;
    payload[1] = UP;
    payload.set(bytes, 2);
    this.#send(payload);
  }

  #send(payload: Uint8Array): void {
    this.up += payload.length;
    this.#socket?.send(payload);
  }

  #receive(payload: Buffer): void {
    this.down += payload.length;
    if (payload[0] !== Frame.bytes) return;
    if (payload[1] === Down.pong && !this.#isGreeted) this.#greet(decodePong(payload.subarray(2)).sent);
    if (payload[1] !== Down.keyframe) return;
    this.#keys = Key.none;
    this.#match.adopt(decodeKeyframe(payload.subarray(2)));
  }
}
