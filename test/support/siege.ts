// The ground for tests of hostile input: a running server with an honest match going on all the time. After each test the
// server must live, the honest two must not have noticed, and the log must not have been filled.

import assert from "node:assert/strict";
import { QUEUE_ROOM } from "../../schema/rooms.ts";
import { createGuest, type Guest } from "./guest.ts";
import { FAST } from "./pace.ts";
import { Player, seatTwo } from "./player.ts";
import { RawPlayer } from "./raw-player.ts";
import { startServer, type TestServer } from "./server.ts";
import { until } from "./until.ts";

/** Between two rallies, or two matches, nothing moves for some seconds. */
const PATIENCE_MS = 30_000;
/** What a test may make the server say: one line about one offender. */
const MOST_LINES = 1;

/** A table with two bare sockets at it, in play. */
export interface RawTable {
  readonly roomId: string;
  readonly guests: readonly [Guest, Guest];
  readonly offender: RawPlayer;
  readonly witness: RawPlayer;
}

export interface Siege {
  readonly server: TestServer;
  readonly url: string;
  guest(): Promise<Guest>;
  /** Sits down at a table; goes away after the test. */
  sit(guest: Guest, roomId: string): Promise<RawPlayer>;
  rawTable(): Promise<RawTable>;
  /** Stands in the queue with a bare socket; goes away after the test. */
  wait(guest: Guest): Promise<RawPlayer>;
  /** An sdk player, gone after the test. */
  player(guest: Guest, roomId: string): Player;
  /** Another one who may be logged about in this test. */
  allowLine(): void;
}

/** Call it inside a describe. */
export function besiege(): Siege {
  let server: TestServer | null = null;
  let bystanders: readonly Player[] = [];
  let leaving: (() => void)[] = [];
  let linesBefore = 0;
  let linesAllowed = MOST_LINES;

  before(async () => {
    server = await startServer({ pace: FAST });
    const [host, friend] = [await createGuest(server.url), await createGuest(server.url)];
    const roomId = await host.invite({ pointsToWin: 21, twoClear: false });
    bystanders = await seatTwo([host, friend], roomId, { insatiable: true });
  });
  beforeEach(() => {
    linesBefore = siege.server.lines.length;
    linesAllowed = MOST_LINES;
  });
  afterEach(async () => {
    for (const leave of leaving) leave();
    leaving = [];
    assert.equal((await fetch(`${siege.url}/health/ready`)).status, 200);
    await assertUndisturbed(bystanders);
    const said = siege.server.lines.slice(linesBefore);
    assert.deepEqual(
      said.filter((line) => !/^\S+ info /u.test(line)),
      [],
      "only info is logged",
    );
    assert.ok(
      said.length <= linesAllowed,
      `the log is filled with ${said.length} lines:\n${said.slice(0, 5).join("\n")}`,
    );
  });
  after(async () => {
    for (const player of bystanders) player.quit();
    await server?.remove();
  });

  const siege: Siege = {
    get server() {
      if (server === null) throw new Error("the server does not run");
      return server;
    },
    get url() {
      return siege.server.url;
    },
    guest: () => createGuest(siege.url),
    async sit(guest, roomId) {
      const player = await RawPlayer.sit(siege.url, roomId, guest.headers);
      leaving.push(() => player.close());
      return player;
    },
    async rawTable() {
      const guests = [await siege.guest(), await siege.guest()] as const;
      const roomId = await guests[0].invite({ pointsToWin: 21, twoClear: false });
      const offender = await siege.sit(guests[0], roomId);
      const witness = await siege.sit(guests[1], roomId);
      for (const one of [offender, witness]) one.ask("ready");
      const both = [offender, witness];
      await until(
        () => both.every((one) => one.tick() > one.keyframeTick + 30 && one.epoch > 0),
        PATIENCE_MS,
        "a match",
      );
      return { roomId, guests, offender, witness };
    },
    async wait(guest) {
      const player = await RawPlayer.enter(siege.url, `join/${QUEUE_ROOM}`, guest.headers);
      leaving.push(() => player.close());
      return player;
    },
    player(guest, roomId) {
      const player = new Player(guest, roomId);
      leaving.push(() => player.quit());
      return player;
    },
    allowLine() {
      linesAllowed++;
    },
  };
  return siege;
}

/** Their match goes on and was never held up. */
async function assertUndisturbed(players: readonly Player[]): Promise<void> {
  const before = players.map((player) => player.moments);
  const goesOn = (): boolean => players.every((player, at) => player.moments > before[at]!);
  await until(goesOn, PATIENCE_MS, "the honest match goes on");
  for (const { connections, phases, stalls, status } of players) {
    // A stall of this process, in which they live, is no doing of the server's.
    const breaks = connections.filter((connection) => connection !== "live").length;
    const pauses = phases.filter((phase) => phase === "paused").length;
    assert.ok(breaks <= stalls, `an honest line was cut: ${connections.join()}`);
    assert.ok(pauses <= stalls, `the honest match was paused: ${phases.join()}`);
    if (status.phase === "over") assert.equal(status.endReason, "score");
  }
}
