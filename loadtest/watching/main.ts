// `npm run bench:watch`: what 200 who watch a match cost its players and the server. The same two play each match half without
// and half with them, by turns first, so that whatever else the machine does, and how well the players happen to know their
// connections, affects both alike. `-- --quick`: fewer and shorter matches. Exits with 1 when the players' way from key to the other's
// screen grows by more than is promised. Ends with one line: RESULT {json}.

import { setTimeout as wait } from "node:timers/promises";
import { invite } from "../../schema/http/tables.ts";
import { type BenchServer, ask, cpuMsOf, startBenchServer, startNode, tellResult } from "../node-process.ts";
import { monotonicMs } from "../netcode/monotonic.ts";
import type { PlayersJudged, PlayersQuestion, PlayersState, PlayersStopped } from "../netcode/players.ts";
import type { RoomTime, ServerQuestion } from "../netcode/server-probe.ts";
import type { Seating } from "../netcode/seated-player.ts";
import { percentile } from "../netcode/summary.ts";
import type { Stall } from "../netcode/stalls.ts";
import { call } from "../call.ts";
import { type LoadTarget, serverOf, takeGuest } from "../take-seat.ts";
import type { WatchersAnswer, WatchersQuestion } from "./watchers.ts";

const WATCHERS = 200;
const MOST_GROWTH_MS = 2;
const quick = process.argv.includes("--quick");
const MATCHES = quick ? 2 : 10;
const HALF_MS = quick ? 4_000 : 20_000;
/** The first seconds of each half are for measuring the connections, and do not count. */
const SETTLE_MS = quick ? 2_000 : 6_000;
const START_WITHIN_MS = 30_000;
const FRAME_MS = [1000 / 59.94, 1000 / 74.97];

type Side = ReturnType<typeof startNode>;
const askPlayers = <T>(side: Side, question: PlayersQuestion): Promise<T> => ask<T>(side, question);

/** What was measured while so many watched. */
interface Half {
  readonly count: number;
  readonly cpuMs: number;
  readonly messages: number;
  readonly bytes: number;
  /** By the monotonic clock, in ms. */
  readonly from: number;
  readonly until: number;
}
type JudgedHalf = Half & { readonly toScreenMs: readonly number[] };

async function setTable(server: BenchServer, number: number): Promise<Seating[]> {
  const target: LoadTarget = { port: server.port, headers: { origin: `http://127.0.0.1:${server.port}` } };
  const guests = await Promise.all([0, 1].map((seat) => takeGuest(target, `Player ${number} ${seat}`)));
  const rules = { pointsToWin: 21, twoClear: true };
  const body = { rules, watching: { isPublic: true, delaySeconds: 0 } };
  const { roomId } = await call(serverOf(guests[0]!), invite, { body });
  return guests.map(({ headers }, seat) => ({
    line: 0,
    url: `http://127.0.0.1:${server.port}`,
    roomId,
    headers: { cookie: headers["cookie"]! },
    // The same two in every turn.
    seed: seat + 1,
    frameMs: FRAME_MS[seat]!,
  }));
}

async function playing(sides: readonly Side[]): Promise<void> {
  for (const endMs = performance.now() + START_WITHIN_MS; ; await wait(100)) {
    const states = await Promise.all(sides.map((side) => askPlayers<PlayersState>(side, { do: "state" })));
    if (states.every((state) => state.playing)) return;
    if (performance.now() > endMs) throw new Error("the table does not play");
  }
}

async function playHalf(server: BenchServer, watchers: Side, roomId: string, count: number): Promise<Half> {
  if (count > 0) await ask(watchers, { watch: roomId, count } satisfies WatchersQuestion);
  await wait(SETTLE_MS);
  await ask<WatchersAnswer>(watchers, "count" satisfies WatchersQuestion);
  const [cpu, from] = [cpuMsOf(server), monotonicMs()];
  await wait(HALF_MS);
  const [cpuMs, until] = [cpuMsOf(server) - cpu, monotonicMs()];
  const heard = await ask<WatchersAnswer>(watchers, "leave" satisfies WatchersQuestion);
  return { count, cpuMs, ...heard, from, until };
}

async function playMatch(
  server: BenchServer,
  sides: readonly Side[],
  watchers: Side,
  at: number,
): Promise<JudgedHalf[]> {
  const seatings = await setTable(server, at);
  const { roomId } = seatings[0]!;
  await Promise.all(sides.map((side, seat) => askPlayers(side, { do: "sit", seatings: [seatings[seat]!] })));
  await playing(sides);
  const halves: Half[] = [];
  for (const count of at % 2 === 0 ? [0, WATCHERS] : [WATCHERS, 0])
    halves.push(await playHalf(server, watchers, roomId, count));
  const roomTime = await ask<RoomTime>(server.process, { roomTime: roomId } satisfies ServerQuestion);
  const serverUrl = `http://127.0.0.1:${server.port}`;
  const stopped = await Promise.all(
    sides.map((side, seat) => askPlayers<PlayersStopped>(side, { do: "stop", serverUrl, leaves: seat === 0 })),
  );
  const stalls = [...stopped.flatMap((side) => side.stalls), ...(await ask<Stall[]>(server.process, "stalls"))];
  const judge = async ({ from, until }: Half): Promise<number[]> => {
    const judged = sides.map((side, seat) => {
      const theirs = stopped[1 - seat]!.presses[0]!.filter(({ atMs }) => atMs >= from && atMs < until);
      return askPlayers<PlayersJudged>(side, { do: "judge", stalls, tables: [{ theirs, roomTime }] });
    });
    return (await Promise.all(judged)).flat().flatMap((one) => one.toScreenMs);
  };
  const judged: JudgedHalf[] = [];
  for (const half of halves) judged.push({ ...half, toScreenMs: await judge(half) });
  return judged;
}

function summary(halves: readonly JudgedHalf[]) {
  const ways = halves.flatMap(({ toScreenMs }) => toScreenMs);
  const sum = (of: (half: Half) => number) => halves.reduce((total, half) => total + of(half), 0);
  const seconds = sum(({ from, until }) => until - from) / 1000;
  return {
    keys: ways.length,
    p50: percentile(ways, 0.5),
    p95: percentile(ways, 0.95),
    cpuPercent: sum(({ cpuMs }) => cpuMs) / seconds / 10,
    messagesASecond: sum(({ messages }) => messages) / seconds,
    bytesASecond: sum(({ bytes }) => bytes) / seconds,
  };
}

const server = await startBenchServer(["--import=./loadtest/netcode/server-probe.ts", "game-server/app/main.ts"]);
const sides = [0, 1].map(() => startNode(["loadtest/netcode/players.ts"]));
// They would sit elsewhere: what they do with what they get is not to take the players' cores.
const watchers = startNode(["loadtest/watching/watchers.ts", String(server.port)], { nice: true });
for (const side of [...sides, watchers]) side.stdout?.pipe(process.stdout);
try {
  // What the first match meets, processes that have just started, is not what is asked.
  await playMatch(server, sides, watchers, 0);
  const halves: JudgedHalf[] = [];
  for (let at = 1; at <= MATCHES; at++) {
    const played = await playMatch(server, sides, watchers, at);
    halves.push(...played);
    const told = played.map(
      ({ count, toScreenMs }) => `${count} watch: p95 ${percentile(toScreenMs, 0.95).toFixed(1)} ms`,
    );
    console.log(`match ${at} of ${MATCHES}: ${told.join(", ")}`);
  }
  const [without, with200] = [0, WATCHERS].map((count) => summary(halves.filter((half) => half.count === count))) as [
    ReturnType<typeof summary>,
    ReturnType<typeof summary>,
  ];
  const growthMs = with200.p95 - without.p95;
  const cpuPerWatcher = (with200.cpuPercent - without.cpuPercent) / WATCHERS;
  const line = (name: string, { keys, p50, p95, cpuPercent }: typeof without): string =>
    `${name.padEnd(16)} key to the other's screen p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${keys} keys); server ${cpuPercent.toFixed(1)} % of a core`;
  console.log(line("nobody watches", without));
  console.log(line(`${WATCHERS} watch`, with200));
  console.log(
    `p95 grows by ${growthMs.toFixed(1)} ms (at most ${MOST_GROWTH_MS}); each who watches costs the server ${cpuPerWatcher.toFixed(3)} % of a core, ` +
      `${(with200.messagesASecond / WATCHERS).toFixed(2)} messages and ${(with200.bytesASecond / WATCHERS).toFixed(0)} bytes a second`,
  );
  // Fewer keys than these have no 95th percentile to speak of.
  const broken = !quick && growthMs > MOST_GROWTH_MS ? [`p95 grows by ${growthMs.toFixed(1)} ms`] : [];
  for (const what of broken) console.error(`BROKEN: ${what}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
  tellResult({ bench: "watch", quick, broken, growthMs, cpuPerWatcher, without, with200 }, 4);
} finally {
  for (const side of [...sides, watchers]) side.kill();
  server.end();
}
