// How good the netcode is over real sockets: `npm run bench:netcode` (3 minutes), `-- --quick` for 45 seconds.
//
// A server, a proxy that simulates the links (conditions.ts), and two processes of players, of which each has one player of every
// match. All links run at the same time, so what disturbs one disturbs them all. Then what everybody saw is compared with the
// recordings (judge.ts). What the columns mean: docs/performance.md.

import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { invite } from "../../schema/http/tables.ts";
import { type BenchServer, ask, startBenchServer, startNode, tellResult } from "../node-process.ts";
import { call } from "../call.ts";
import { type LoadTarget, serverOf, takeGuest } from "../take-seat.ts";
import { LINK_CONDITIONS } from "./conditions.ts";
import type { Findings } from "./judge.ts";
import type { PlayersJudged, PlayersQuestion, PlayersState, PlayersStopped } from "./players.ts";
import type { Bytes, ProxyQuestion, ProxyState } from "./proxy.ts";
import type { Seating } from "./seated-player.ts";
import type { RoomTime, ServerQuestion } from "./server-probe.ts";
import type { Stall } from "./stalls.ts";
import { broken, printTable, summarize } from "./summary.ts";

const quick = process.argv.includes("--quick");
const PLAY_MS = quick ? 28_000 : 160_000;
const START_WITHIN_MS = 30_000;
/** Tables for each link condition. */
const TABLES = { gate: 2, other: 1 };
/** Few points, so that several matches are played to their end. */
const RULES = { pointsToWin: 5, twoClear: false };
/** No two displays keep the same time, and none keeps the ticks'. */
const FRAME_MS = [1000 / 59.94, 1000 / 74.97];

const askPlayers = <T>(side: ChildProcess, question: PlayersQuestion): Promise<T> => ask<T>(side, question);
const askProxy = <T>(proxy: ChildProcess, question: ProxyQuestion): Promise<T> => ask<T>(proxy, question);
const askServer = <T>(server: BenchServer, question: ServerQuestion): Promise<T> => ask<T>(server.process, question);

const tableLines = LINK_CONDITIONS.flatMap((line, at) =>
  Array.from({ length: line.isGate ? TABLES.gate : TABLES.other }, () => at),
);

/** A table with two guests of its own, one for each process of players. */
async function setTable(
  server: BenchServer,
  ports: readonly number[],
  line: number,
  number: number,
): Promise<Seating[]> {
  const target: LoadTarget = { port: server.port, headers: { origin: `http://127.0.0.1:${server.port}` } };
  const guests = await Promise.all([0, 1].map((seat) => takeGuest(target, `Player ${number} ${seat}`)));
  const { roomId } = await call(serverOf(guests[0]!), invite, { body: { rules: RULES } });
  const url = `http://127.0.0.1:${ports[line]}`;
  return guests.map(({ headers }, seat) => ({
    line,
    url,
    roomId,
    // The page's origin is the proxy's.
    headers: { cookie: headers["cookie"]! },
    seed: number * 2 + seat + 1,
    frameMs: FRAME_MS[seat]!,
  }));
}

async function untilAllPlay(sides: readonly ChildProcess[]): Promise<void> {
  for (const endMs = performance.now() + START_WITHIN_MS; performance.now() < endMs; await wait(100)) {
    const states = await Promise.all(sides.map((side) => askPlayers<PlayersState>(side, { do: "state" })));
    if (states.every(({ playing }) => playing)) return;
  }
  throw new Error("not every table plays");
}

/** Plays for a while. @returns bytes a player a second, by line */
async function play(proxy: ChildProcess): Promise<Bytes[]> {
  const before = await askProxy<ProxyState>(proxy, "state");
  const sinceMs = performance.now();
  await wait(PLAY_MS);
  const after = await askProxy<ProxyState>(proxy, "state");
  const seconds = (performance.now() - sinceMs) / 1000;
  return after.bytes.map(({ up, down }, line) => {
    const playerSeconds = seconds * 2 * tableLines.filter((one) => one === line).length;
    return {
      up: (up - before.bytes[line]!.up) / playerSeconds,
      down: (down - before.bytes[line]!.down) / playerSeconds,
    };
  });
}

async function stop(sides: readonly ChildProcess[], serverUrl: string): Promise<PlayersStopped[]> {
  // One of two leaves, and both see the end.
  const question = { do: "stop", serverUrl } as const;
  return Promise.all(sides.map((side, at) => askPlayers<PlayersStopped>(side, { ...question, leaves: at === 0 })));
}

async function run(): Promise<void> {
  const server = await startBenchServer(["--import=./loadtest/netcode/server-probe.ts", "game-server/app/main.ts"]);
  const proxy = startNode(["loadtest/netcode/proxy.ts", String(server.port)]);
  const sides = [0, 1].map(() => startNode(["loadtest/netcode/players.ts"]));
  for (const side of [proxy, ...sides]) side.stdout?.pipe(process.stdout);
  try {
    const ports = await askProxy<number[]>(proxy, "ports");
    const tables = await Promise.all(tableLines.map((line, at) => setTable(server, ports, line, at)));
    await Promise.all(
      sides.map((side, seat) => askPlayers(side, { do: "sit", seatings: tables.map((table) => table[seat]!) })),
    );
    await untilAllPlay(sides);
    const bytes = await play(proxy);
    const roomTimes: RoomTime[] = [];
    for (const [table] of tables) roomTimes.push(await askServer<RoomTime>(server, { roomTime: table!.roomId }));
    const stopped = await stop(sides, `http://127.0.0.1:${server.port}`);
    const stalls: Stall[] = stopped.flatMap((side) => side.stalls);
    stalls.push(
      ...(await askServer<Stall[]>(server, "stalls")),
      ...(await askProxy<ProxyState>(proxy, "state")).stalls,
    );
    const judged = await Promise.all(
      sides.map((side, at) => {
        const evidence = tables.map((_, table) => ({
          theirs: stopped[1 - at]!.presses[table]!,
          roomTime: roomTimes[table]!,
        }));
        return askPlayers<PlayersJudged>(side, { do: "judge", stalls, tables: evidence });
      }),
    );
    report(judged.flat(), bytes);
  } finally {
    for (const side of [proxy, ...sides]) side.kill();
    server.end();
  }
}

function report(judged: readonly Findings[], bytes: readonly Bytes[]): void {
  const lineOf = [...tableLines, ...tableLines];
  const rows = LINK_CONDITIONS.map((line, at) =>
    summarize(
      line,
      judged.filter((_, table) => lineOf[table] === at),
      bytes[at]!,
    ),
  );
  printTable(rows);
  const complaints = broken(rows);
  console.log(
    complaints.length === 0 ? "\nEverything that is promised holds." : `\nDOES NOT HOLD: ${complaints.join("; ")}`,
  );
  tellResult({ bench: "netcode", quick, complaints, rows }, 5);
  if (complaints.length > 0) process.exitCode = 1;
}

await run();
