// Two processes, one Redis: 500 who come and go at random. Nobody plays two matches, nobody is lost, no seat stays empty.

import assert from "node:assert/strict";
import { Dice } from "../../../loadtest/matchmaking/dice.ts";
import { readStatus } from "../../../sdk/read-status.ts";
import { Joiner, leaveRoom } from "../../../sdk/connect.ts";
import { openQueue } from "../../../sdk/open-queue.ts";
import type { MatchState } from "../../../schema/match-state.ts";
import { createGuest } from "../../support/guest.ts";
import type { TestServer } from "../../support/server.ts";
import { type TwoProcesses, startTwoProcesses } from "../../support/two-processes.ts";
import { patience } from "../../support/patience.ts";

/** How often somebody joins. */
const TRIES = 500;
/** At one moment. */
const AT_ONCE = 24;
/** Who wants to leave does so within this. */
const PATIENCE_MS = 400;
const DEADLINE_MS = 60_000;

/** Answers false, after a while. */
function soon(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, 500, false));
}

type Ending =
  | { readonly kind: "paired"; readonly roomId: string }
  | { readonly kind: "left" | "paused" | "elsewhere" | "failed" };

/** Why a tab is sent away, as an ending. */
const ENDINGS: Readonly<Record<string, "paused" | "elsewhere">> = { paused: "paused", elsewhere: "elsewhere" };

interface Plan {
  readonly leaves: "in line" | "after a while" | null;
  readonly leavesAfterMs: number;
  readonly hasSecondTab: boolean;
}

const STAYS: Plan = { leaves: null, leavesAfterMs: 0, hasSecondTab: false };

describe("500 who come and go at random, in two processes", () => {
  let both: TwoProcesses | null = null;
  const servers: TestServer[] = [];
  const dice = new Dice(5);
  before(async function () {
    both = await startTwoProcesses();
    if (both === null) return this.skip();
    servers.push(both.here, both.there);
  });
  after(() => both?.stop());

  type Guest = Awaited<ReturnType<typeof createGuest>>;
  const anyServer = () => servers[dice.below(servers.length)]!;

  /** Waits in one tab or in two, perhaps not for long; now and then says no when asked. */
  async function wait(guest: Guest, plan: Plan): Promise<Ending> {
    const tabs = [waitInTab(guest, plan)];
    if (plan.hasSecondTab) {
      await tabs[0]!.inLine;
      tabs.push(waitInTab(guest, plan));
    }
    const endings = await Promise.all(tabs.map((tab) => tab.ending));
    const paired = endings.filter(({ kind }) => kind === "paired");
    assert.ok(paired.length < 2, `one player, two tables: ${JSON.stringify(paired)}`);
    return paired[0] ?? endings.find(({ kind }) => kind !== "elsewhere") ?? { kind: "elsewhere" };
  }

  function waitInTab(guest: Guest, { leaves, leavesAfterMs }: Plan) {
    const line = Promise.withResolvers<void>();
    const end = Promise.withResolvers<Ending>();
    let hasAccepted = false;
    let wouldLeave = false;
    const leave = (): void => {
      wouldLeave = true;
      // Whoever has said yes stands by it: only then must no seat stay empty.
      if (hasAccepted) return;
      queue.cancel();
      end.resolve({ kind: "left" });
    };
    const queue = openQueue({
      url: anyServer().url,
      headers: { ...guest.headers },
      onWaiting() {
        line.resolve();
        // The other one did not say yes.
        hasAccepted = false;
        if (leaves === "in line" || wouldLeave) leave();
      },
      onProposal() {
        hasAccepted = dice.chance() > 0.1;
        if (hasAccepted) queue.accept();
        else queue.decline();
      },
      onPaired: (roomId) => end.resolve({ kind: "paired", roomId }),
      onClosed: (because) => end.resolve({ kind: ENDINGS[because] ?? "failed" }),
    });
    if (leaves === "after a while") setTimeout(leave, leavesAfterMs);
    void end.promise.then(() => line.resolve());
    return { inLine: line.promise, ending: end.promise };
  }

  /** Takes the seat, and sees the other one take theirs. Returns the seats' players. */
  async function sit(guest: Guest, roomId: string): Promise<string[]> {
    const bothSit = Promise.withResolvers<string[]>();
    const timer = setTimeout(() => bothSit.reject(new Error(`a seat of ${roomId} stays empty`)), patience(DEADLINE_MS));
    const joiner = new Joiner({ url: anyServer().url, headers: { ...guest.headers } }, (room) => {
      room.onMessage("*", () => {});
      room.onStateChange((state) => {
        const { seats } = readStatus(state as MatchState);
        // Whoever has left again has been there.
        if (seats.every(({ playerId }) => playerId !== "")) bothSit.resolve(seats.map(({ playerId }) => playerId));
      });
    });
    const room = await joiner.enterById(roomId);
    const players = await bothSit.promise;
    clearTimeout(timer);
    await leaveRoom(room);
    return players;
  }

  it("leaves every pair at one table of its own", async () => {
    const counts = { paired: 0, left: 0, paused: 0, elsewhere: 0, failed: 0 };
    const tables = new Map<string, Set<string>>();
    let tries = 0;
    async function comeAndGo(): Promise<void> {
      while (tries < TRIES) {
        tries++;
        const guest = await createGuest(anyServer().url);
        const ending = await wait(guest, {
          leaves: dice.chance() < 0.6 ? null : dice.chance() < 0.5 ? "in line" : "after a while",
          leavesAfterMs: dice.between(0, PATIENCE_MS),
          hasSecondTab: dice.chance() < 0.3,
        });
        counts[ending.kind]++;
        if (ending.kind === "paired") {
          const players = await sit(guest, ending.roomId);
          assert.ok(players.includes(guest.id));
          const seen = tables.get(ending.roomId) ?? new Set();
          tables.set(ending.roomId, seen.add(guest.id));
          assert.ok([...seen].every((id) => players.includes(id)));
        }
      }
    }
    const coming = Promise.all(Array.from({ length: AT_ONCE }, comeAndGo));
    // The last one may wait alone: until nobody waits any more, somebody else comes.
    for (let isDone = false; !isDone;) {
      isDone = await Promise.race([coming.then(() => true), soon()]);
      if (isDone || tries < TRIES) continue;
      const guest = await createGuest(anyServer().url);
      const ending = await wait(guest, { ...STAYS, leaves: "after a while", leavesAfterMs: PATIENCE_MS * 4 });
      if (ending.kind !== "paired") continue;
      const players = await sit(guest, ending.roomId);
      tables.set(ending.roomId, (tables.get(ending.roomId) ?? new Set()).add(guest.id));
      assert.ok(players.includes(guest.id));
    }
    console.log(`      ${JSON.stringify(counts)}, ${tables.size} tables`);
    assert.equal(counts.failed, 0);
    assert.ok(counts.paired > 100 && counts.left > 20, JSON.stringify(counts));
    for (const [roomId, players] of tables) assert.equal(players.size, 2, `${roomId} has ${players.size}`);
  });

  it("leaves nothing in the logs that is not well", () => {
    const said = servers.flatMap(({ lines }) => lines).filter((line) => /"level":(?:"error"|"warn"|[45]0)/u.test(line));
    assert.deepEqual(said, []);
  });
});
