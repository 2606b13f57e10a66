// A bot for the real match room that speaks the sdk's codec over a raw socket: keeps time as the sdk does, presses keys, takes
// what comes. It decodes no more than it has to, so that one process can be thousands of players.

import { CLASSIC } from "../pong/court.ts";
import { Key } from "../pong/keys.ts";
import { MAX_POINTS_TO_WIN, RULES_VERSION } from "../pong/rules.ts";
import { decodeKeyframe } from "../schema/messages/keyframe.ts";
import { Down, NOTHING_HEARD, UP, encodeUp } from "../schema/messages/match.ts";
import { PROTOCOL_VERSION } from "../schema/rooms.ts";
import { HEARTBEAT_MS, low16, tickAt } from "../schema/timing.ts";
import type { RawSocket } from "./raw-socket.ts";
import { Frame, type LoadTarget, postJson, takeSeat } from "./take-seat.ts";

const OPTIONS = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };
/** A match that is over is played again: asked for now and then, since the bot does not read the state. */
const REMATCH_EVERY_MS = 10_000;

export class RallyBot {
  down = 0;
  up = 0;
  #socket: RawSocket | null = null;
  #keys: number = Key.none;
  #roomAheadMs = 0;
  #epochTick = Infinity;
  #heard = 0;
  #heardAtMs: number | null = null;
  #sentAtMs = -Infinity;
  #rematchAtMs = 0;

  /** Two guests at a table of their own. @param number tells them from all others */
  static async pair(target: LoadTarget, number: number): Promise<RallyBot[]> {
    const guests = await Promise.all([`Left ${number}`, `Right ${number}`].map((name) => guest(target, name)));
    const rules = { pointsToWin: MAX_POINTS_TO_WIN, twoClear: false };
    const table = await postJson(guests[0]!, "/api/invitations", { rules });
    const { roomId } = (await table.json()) as { roomId: string };
    const bots: RallyBot[] = [];
    for (const headers of guests) {
      const bot = new RallyBot();
      const seat = await takeSeat(headers, `joinById/${roomId}`, OPTIONS, (payload) => bot.#receive(payload));
      bot.#sit(seat.socket);
      bots.push(bot);
    }
    return bots;
  }

  #sit(socket: RawSocket): void {
    this.#socket = socket;
    this.#ask("ready");
    this.#say(null, true);
  }

  change(): void {
    const nowMs = performance.now();
    if (nowMs >= this.#rematchAtMs) {
      this.#rematchAtMs = nowMs + REMATCH_EVERY_MS;
      this.#ask("rematch");
    }
    const tick = Math.floor(tickAt(this.#roomMs())) + 1;
    if (tick <= this.#epochTick) {
      if (nowMs - this.#sentAtMs >= HEARTBEAT_MS / 2) this.#say(null, true);
      return;
    }
    this.#keys = this.#keys === Key.none ? (Math.random() < 0.5 ? Key.up : Key.down) : Key.none;
    this.#say(tick, false);
  }

  #roomMs(): number {
    return performance.now() + this.#roomAheadMs;
  }

  #ask(name: string): void {
    const bytes = new TextEncoder().encode(name);
    this.#send(Uint8Array.of(Frame.data, 0xa0 | bytes.length, ...bytes));
  }

  #say(tick: number | null, answer: boolean): void {
    const nowMs = performance.now();
    this.#sentAtMs = nowMs;
    const held = this.#heardAtMs === null ? NOTHING_HEARD : nowMs - this.#heardAtMs;
    const synced = this.#epochTick !== Infinity;
    const sent = low16(this.#roomMs());
    const bytes = encodeUp({ sent, heard: this.#heard, held, synced, answer, seenLate: 4, keys: this.#keys, tick });
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
    if (payload[1] === Down.keyframe) {
      const { sentMs, world } = decodeKeyframe(payload.subarray(2), CLASSIC);
      this.#roomAheadMs = sentMs - performance.now();
      this.#epochTick = world.tick;
      this.#keys = Key.none;
      return;
    }
    this.#heard = payload.readUInt16LE(2);
    this.#heardAtMs = performance.now();
  }
}

async function guest(target: LoadTarget, name: string): Promise<LoadTarget> {
  const reply = await postJson(target, "/api/guests", { name });
  const cookie = reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return { port: target.port, headers: { ...target.headers, cookie } };
}
