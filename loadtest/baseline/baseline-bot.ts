// A bot for the baseline room: sends its direction when it changes, takes the patches.

import type { LoadBot } from "../ring.ts";
import type { RawSocket } from "../raw-socket.ts";
import { Frame, type LoadTarget, takeSeat } from "../take-seat.ts";

/** "m" as Colyseus writes a type. */
const TYPE = [0xa1, 0x6d];
/** -1 as msgpack writes it. */
const MINUS_ONE = 0xff;

/** As often as the bots of the real room change theirs. */
const KEY_CHANGES_PER_SECOND = 3;

export class BaselineBot implements LoadBot {
  down = 0;
  up = 0;
  keyChanges = 0;
  readonly everyMs = 1000 / KEY_CHANGES_PER_SECOND;
  #socket: RawSocket | null = null;
  #direction = 0;

  static async pair(target: LoadTarget): Promise<BaselineBot[]> {
    const first = new BaselineBot();
    const roomId = await first.#join(target, "create/baseline");
    const second = new BaselineBot();
    await second.#join(target, `joinById/${roomId}`);
    return [first, second];
  }

  async #join(target: LoadTarget, what: string): Promise<string> {
    const seat = await takeSeat(target, what, {}, (payload) => {
      this.down += payload.length;
    });
    this.#socket = seat.socket;
    return seat.roomId;
  }

  act(): void {
    this.keyChanges++;
    this.#direction = this.#direction === 0 ? (Math.random() < 0.5 ? 1 : -1) : 0;
    const payload = Uint8Array.of(Frame.data, ...TYPE, this.#direction < 0 ? MINUS_ONE : this.#direction);
    this.up += payload.length;
    this.#socket?.send(payload);
  }
}
