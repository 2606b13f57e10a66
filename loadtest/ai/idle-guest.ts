// Somebody who sits at a table, says now and then that they are there, and touches nothing: what they cost is what any table costs.

import { RULES_VERSION } from "../../pong/rules.ts";
import { Down, UP, decodePong, encodeUp } from "../../schema/messages/match.ts";
import { PROTOCOL_VERSION } from "../../schema/rooms.ts";
import { HEARTBEAT_MS, low16 } from "../../schema/timing.ts";
import { setUpTable, type TableRequest } from "../../schema/http/tables.ts";
import { call } from "../call.ts";
import { Frame, type LoadTarget, type TakenSeat, serverOf, takeGuest, takeSeat } from "../take-seat.ts";

const OPTIONS = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };

export class IdleGuest {
  #seat: TakenSeat | null = null;
  #aheadMs = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param table what POST /api/tables takes */
  async sit(anybody: LoadTarget, name: string, table: TableRequest): Promise<void> {
    const guest = await takeGuest(anybody, name);
    const { roomId } = await call(serverOf(guest), setUpTable, { body: table });
    this.#seat = await takeSeat(guest, `joinById/${roomId}`, OPTIONS, (payload) => this.#receive(payload));
  }

  leave(): void {
    clearInterval(this.#timer);
    this.#seat?.socket.close();
  }

  /** The room's first word is the time: who has told that they know it can be ready. */
  #receive(payload: Buffer): void {
    if (this.#timer !== undefined || payload[0] !== Frame.bytes || payload[1] !== Down.pong) return;
    this.#aheadMs = decodePong(payload.subarray(2)).sent - performance.now();
    this.#timer = setInterval(() => this.#beat(), HEARTBEAT_MS * 0.9);
    this.#beat();
    const ready = new TextEncoder().encode("ready");
    this.#seat?.socket.send(Uint8Array.of(Frame.data, 0xa0 | ready.length, ...ready));
  }

  #beat(): void {
    const sent = low16(performance.now() + this.#aheadMs);
    const bytes = encodeUp({ sent, synced: true, answer: true, seenLate: 4, downMs: 0, own: 0, keys: 0, tick: null });
    const payload = new Uint8Array(2 + bytes.length);
    payload[0] = Frame.bytes;
    payload[1] = UP;
    payload.set(bytes, 2);
    this.#seat?.socket.send(payload);
  }
}
