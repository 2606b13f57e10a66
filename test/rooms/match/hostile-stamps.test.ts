// Presses that lie about when they were made. The server moves them to where they may count, or drops them, and says so.

import assert from "node:assert/strict";
import { Key } from "../../../pong/keys.ts";
import { AHEAD_TICKS, REWIND_TICKS } from "../../../schema/timing.ts";
import { encodeUp } from "../../../schema/messages/match.ts";
import { type RawPlayer, namedFrame } from "../../support/raw-player.ts";
import { besiege } from "../../support/siege.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 20_000;
/** Our idea of room time and the server's differ by what a message takes on a loaded machine. */
const SLACK_TICKS = 12;

describe("stamps that lie", () => {
  const siege = besiege();

  async function corrected(offender: RawPlayer, count: number): Promise<void> {
    await until(() => offender.corrections.length >= count, PATIENCE_MS, `${count} corrections`);
    assert.equal(offender.corrections.length, count);
  }

  async function relayed(witness: RawPlayer, count: number): Promise<void> {
    await until(() => witness.relays.length >= count, PATIENCE_MS, `${count} relayed presses`);
    assert.equal(witness.relays.length, count);
  }

  it("in the past beyond the window: moved to the oldest allowed tick, in order, and corrected", async () => {
    const { offender, witness } = await siege.rawTable();
    const { keyframeTick } = offender;
    await until(() => offender.tick() > keyframeTick + 60, PATIENCE_MS, "a second of play");
    const before = offender.tick();
    const keys = [Key.up, Key.none, Key.down, Key.none, Key.up];
    for (const [at, one] of keys.entries()) offender.up({ tick: keyframeTick + 2 * at, keys: one });
    await corrected(offender, keys.length);
    await relayed(witness, keys.length);
    assert.deepEqual(
      witness.relays.map((press) => press.keys),
      keys,
    );
    assert.deepEqual(
      witness.relays.map((press) => press.tick),
      offender.corrections.map((one) => one.to),
    );
    let last = before - REWIND_TICKS - SLACK_TICKS;
    for (const { tick } of witness.relays) {
      assert.ok(tick >= last && tick <= offender.tick() + SLACK_TICKS, `${tick} after ${last}`);
      last = tick;
    }
  });

  it("in the far future: clamped to just ahead of now, and the next honest press counts", async () => {
    const { offender, witness } = await siege.rawTable();
    // Before it began, just ahead of now would be its first tick.
    await until(() => offender.tick() > offender.keyframeTick, PATIENCE_MS, "play");
    const before = offender.tick();
    for (const tick of [before + 600, 2 ** 31, 2 ** 32 - 1]) offender.up({ tick, keys: Key.up });
    await corrected(offender, 3);
    for (const { to } of offender.corrections) {
      assert.ok(to !== null && to >= before - SLACK_TICKS && to <= offender.tick() + AHEAD_TICKS + SLACK_TICKS);
    }
    const clamped = offender.corrections.at(-1)!.to!;
    await until(() => offender.tick() > clamped + 1, PATIENCE_MS, "the clamped tick has passed");
    const tick = offender.tick();
    offender.up({ tick, keys: Key.down });
    await relayed(witness, 4);
    const { tick: counted, keys } = witness.relays[3]!;
    assert.equal(keys, Key.down);
    assert.ok(counted >= clamped && Math.abs(counted - tick) <= SLACK_TICKS);
  });

  it("going backwards: never counted before an earlier press", async () => {
    const { offender, witness } = await siege.rawTable();
    const now = offender.tick();
    for (let back = 0; back < 20; back++) offender.up({ tick: now - back, keys: back % 2 === 0 ? Key.up : Key.down });
    await relayed(witness, 20);
    const ticks = witness.relays.map((press) => press.tick);
    assert.deepEqual(
      ticks,
      ticks.toSorted((a, b) => a - b),
    );
    assert.deepEqual(
      witness.relays.map((press) => press.keys),
      ticks.map((_, at) => (at % 2 === 0 ? Key.up : Key.down)),
    );
  });

  it("before the match began: refused", async () => {
    const { offender, witness } = await siege.rawTable();
    const start = offender.keyframeTick;
    for (const tick of [0, 1, start - 1]) offender.up({ tick, keys: Key.up });
    await corrected(offender, 3);
    assert.deepEqual(
      offender.corrections.map((one) => one.to),
      [null, null, null],
    );
    offender.up({ tick: offender.tick(), keys: Key.down });
    await relayed(witness, 1);
    assert.equal(witness.relays[0]!.keys, Key.down);
  });

  it("of before a pause, and of a pause: refused", async () => {
    const { offender, witness } = await siege.rawTable();
    const { epoch } = offender;
    const early = offender.tick();
    offender.stopBeating();
    // Its silence pauses the match; its return opens a new epoch.
    await until(() => witness.tick() > early + 150, PATIENCE_MS, "silence");
    const inPause = witness.tick();
    offender.up({});
    await until(() => offender.epoch > epoch, PATIENCE_MS, "a new epoch");
    for (const tick of [early, inPause, offender.keyframeTick - 1]) offender.up({ tick, keys: Key.up });
    await corrected(offender, 3);
    assert.deepEqual(
      offender.corrections.map((one) => one.to),
      [null, null, null],
    );
    assert.deepEqual(witness.relays, []);
  });

  it("for another's seat: there is no way to say it, the other's paddle stays", async () => {
    const guests = [await siege.guest(), await siege.guest()] as const;
    const roomId = await guests[0].invite();
    const offender = await siege.sit(guests[0], roomId);
    const honest = siege.player(guests[1], roomId);
    honest.isIdle = true;
    offender.ask("ready");
    await honest.sees("countdown");
    await until(() => offender.epoch > 0 && offender.tick() > offender.keyframeTick + 10, PATIENCE_MS, "play");
    offender.up({ tick: offender.tick(), keys: Key.up });
    const paddle = (seat: number): number => honest.session.sample()?.paddles[seat]?.y ?? 0;
    await until(() => Math.abs(paddle(offender.seat)) > 1, PATIENCE_MS, "the offender's own paddle moves");
    assert.notEqual(offender.seat, honest.seat);
    assert.equal(paddle(honest.seat), 0);
    assert.deepEqual(offender.relays, []);
  });

  it("without the room's time: not ready, and no window but the least", async () => {
    const guests = [await siege.guest(), await siege.guest()] as const;
    const roomId = await guests[0].invite();
    const offender = await siege.sit(guests[0], roomId);
    const honest = siege.player(guests[1], roomId);
    await honest.sees("waiting");
    const unsynced = (tick: number | null, keys: number): void =>
      offender.sendUp(encodeUp({ sent: 0, synced: false, answer: false, seenLate: 0, downMs: 0, own: 0, keys, tick }));
    unsynced(null, 0);
    offender.send(namedFrame("ready"));
    await until(() => honest.status.seats[honest.seat]?.ready === true, PATIENCE_MS, "the other is ready");
    assert.deepEqual(
      honest.status.seats.map(({ ready }) => ready),
      honest.status.seats.map((_, seat) => seat === honest.seat),
    );
    offender.ask("ready");
    await honest.sees("playing");
    const stamped = offender.tick() - 5;
    unsynced(stamped, Key.up);
    await corrected(offender, 1);
    assert.ok(offender.corrections[0]!.to! > stamped);
  });
});
