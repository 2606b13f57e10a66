// Too many messages, too large ones, and bytes that mean nothing. `ok` while somebody might be honest, then `limit`, then out.

import assert from "node:assert/strict";
import { Key } from "../../../pong/keys.ts";
import { draw } from "../../../pong/random.ts";
import { UP, encodeUp } from "../../../schema/messages/match.ts";
import { CloseCode } from "../../../schema/rooms.ts";
import { Frame, namedFrame } from "../../support/raw-player.ts";
import { besiege } from "../../support/siege.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 20_000;
/** ws says: message too big (RFC 6455, section 7.4.1). */
const TOO_BIG = 1009;

describe("floods and nonsense", () => {
  const siege = besiege();

  const press = encodeUp({
    sent: 1,
    synced: true,
    answer: false,
    seenLate: 4,
    downMs: 0,
    own: 0,
    keys: 1,
    tick: 5_000,
  });

  it("lets an honest burst of 80 presses after a stall through, and counts them all", async () => {
    const { offender: honest, witness } = await siege.rawTable();
    const stalled = honest.tick();
    await until(() => honest.tick() >= stalled + 60, PATIENCE_MS, "a stall of a second");
    for (let at = 0; at < 80; at++) {
      honest.up({ tick: stalled + Math.floor((at * 60) / 80), keys: at % 2 === 0 ? Key.up : Key.none });
    }
    await until(() => witness.relays.length >= 80, PATIENCE_MS, "80 presses at the other's");
    assert.ok(honest.corrections.every((one) => one.to !== null));
    assert.equal(honest.closeCode, null);
  });

  it("ignores what is too fast, says so, and forgives", async () => {
    const { offender, witness } = await siege.rawTable();
    for (let at = 0; at < 300; at++) offender.up({ tick: offender.tick(), keys: at % 2 === 0 ? Key.up : Key.none });
    const ignored = (): number => offender.corrections.filter((one) => one.to === null).length;
    await until(() => witness.relays.length + ignored() === 300, PATIENCE_MS, "each press is answered for");
    const { length } = witness.relays;
    assert.ok(length >= 150 && length < 300, `${length} counted`);
    const flooded = offender.tick();
    await until(() => offender.tick() > flooded + 300, PATIENCE_MS, "five seconds of peace");
    // What was ignored did not count as a sign of life, so the match may have paused meanwhile.
    await until(() => offender.tick() > offender.keyframeTick + 10, PATIENCE_MS, "play");
    const counted = witness.relays.length;
    offender.up({ tick: offender.tick(), keys: Key.down });
    await until(() => witness.relays.length > counted, PATIENCE_MS, "the next press counts");
    assert.equal(offender.closeCode, null);
  });

  it("sends away who floods with presses, and goes on with the other", async () => {
    const { offender, witness } = await siege.rawTable();
    for (let at = 0; at < 5_000; at++) offender.up({ tick: offender.tick(), keys: at % 4 });
    assert.equal(await offender.closed(), CloseCode.flood);
    assert.equal(witness.closeCode, null);
  });

  it("sends away who floods with requests by name", async () => {
    const { offender } = await siege.rawTable();
    for (let at = 0; at < 2_000; at++) offender.ask("claim");
    assert.equal(await offender.closed(), CloseCode.flood);
  });

  for (const [what, bytes] of [
    ["too large for anything (2049 bytes)", new Uint8Array(2049).fill(Frame.bytes)],
    ["megabytes", new Uint8Array(3_000_000)],
  ] as const) {
    it(`closes on a message ${what}`, async () => {
      const { offender, witness } = await siege.rawTable();
      offender.send(bytes);
      assert.equal(await offender.closed(), TOO_BIG);
      assert.equal(witness.closeCode, null);
    });
  }

  const nonsense: Readonly<Record<string, readonly Uint8Array[]>> = {
    "a press cut short": Array.from(press, (_, length) => Uint8Array.of(Frame.bytes, UP, ...press.subarray(0, length))),
    "a press with something behind it": [Uint8Array.of(Frame.bytes, UP, ...press, 0)],
    "keys of a second seat, in a duel": [Uint8Array.of(Frame.bytes, UP, 32 | press[0]!, ...press.subarray(1))],
    "flags that don't exist": [64, 128, 255].map((flag) =>
      Uint8Array.of(Frame.bytes, UP, flag | press[0]!, ...press.subarray(1)),
    ),
    "a number that never ends": [Uint8Array.of(Frame.bytes, UP, 4, 0, 0, 0, 0, ...new Uint8Array(1_000).fill(255))],
    "random bytes as a press": randomFrames(8, [Frame.bytes, UP]),
    "an unknown type of bytes": [0, 2, 9, 127, 200, 255].map((type) => Uint8Array.of(Frame.bytes, type, 1, 2, 3)),
    "names that nobody knows": ["fire", "ready ", "_$b1", "*", "constructor", "__proto__"].map(namedFrame),
    "numbers for names": [0, 1, 127].map((type) => Uint8Array.of(Frame.data, type)),
    "a name with something behind it": [Uint8Array.of(...namedFrame("claim"), 0x93, 1, 2)],
    "packed nonsense": randomFrames(8, [...namedFrame("claim"), 0xdd]),
    "names that are no text": [
      Uint8Array.of(Frame.data, 0xa3, 0xff, 0xfe, 0xfd),
      Uint8Array.of(Frame.data, 0xdb, 0xff, 0xff, 0xff, 0xff),
      Uint8Array.of(Frame.bytes, 0xd9),
      Uint8Array.of(Frame.data),
    ],
    "requests for an answer": [
      Uint8Array.of(Frame.request, 1, ...namedFrame("claim").subarray(1)),
      Uint8Array.of(Frame.request),
    ],
    "inputs of a game that is none of ours": [
      Uint8Array.of(Frame.input, 1, 2, 3),
      Uint8Array.of(Frame.unreliableInput, 255, 255),
      Uint8Array.of(Frame.input | 0xe0),
    ],
    "the server's own messages": [Frame.error, Frame.state, 15, 16, 22].map((kind) => Uint8Array.of(kind, 1, 2)),
    "a frame that is no frame": [new Uint8Array(0), Uint8Array.of(0), Uint8Array.of(255), ...randomFrames(4, [])],
    "joining again and again": [Uint8Array.of(Frame.join)],
    pings: [Uint8Array.of(Frame.ping)],
  };

  for (const [what, frames] of Object.entries(nonsense)) {
    it(`sends away who sends ${what}`, async () => {
      const [guest, other] = [await siege.guest(), await siege.guest()];
      const roomId = await guest.invite();
      const witness = await siege.sit(other, roomId);
      for (const [at, frame] of frames.entries()) {
        if (at > 0) siege.allowLine();
        const offender = await siege.sit(guest, roomId);
        for (let times = 0; times < 20; times++) offender.send(frame);
        assert.equal(await offender.closed(), CloseCode.flood, Buffer.from(frame).toString("hex"));
      }
      assert.equal(witness.closeCode, null);
    });
  }

  it("sends away who talks in the queue", async () => {
    const guest = await siege.guest();
    for (const frame of [namedFrame("ready"), Uint8Array.of(Frame.ping), Uint8Array.of(Frame.data, 0xa3, 0xff)]) {
      siege.allowLine();
      const waiting = await siege.wait(guest);
      for (let times = 0; times < 20; times++) waiting.send(frame);
      assert.equal(await waiting.closed(), CloseCode.flood);
    }
  });
});

/** Always the same ones. @param head what each begins with */
function randomFrames(count: number, head: readonly number[]): Uint8Array[] {
  let state = 42;
  const next = (below: number): number => {
    const drawn = draw(state);
    state = drawn.state;
    return Math.floor(drawn.value * below);
  };
  return Array.from({ length: count }, () => {
    // The first byte has a flag that does not exist.
    const rest = Array.from({ length: next(40) }, () => next(256));
    return Uint8Array.of(...head, 0x80 | next(128), ...rest);
  });
}
