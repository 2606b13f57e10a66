// `npm run bench:watch`: what 200 who watch a match cost its players and the server. The same two play with and without them, in
// turns, so that whatever else the machine does meets both alike. `-- --quick`: fewer and shorter turns. Exits with 1 when the
// players' way from key to the other's screen grows by more than is promised. Ends with one line: RESULT {json}.

import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { TableReply } from "../../schema/http/tables.ts";
import { type BenchServer, ask, startBenchServer, startNode } from "../node-process.ts";
import type { PlayersJudged, PlayersQuestion, PlayersState, PlayersStopped } from "../netcode/players.ts";
import type { RoomTime, ServerQuestion } from "../netcode/server-probe.ts";
import type { Seating } from "../netcode/seated-player.ts";
import type { Stall } from "../netcode/stalls.ts";
import { type LoadTarget, postJson, takeGuest } from "../take-seat.ts";
import type { WatchersAnswer, WatchersQuestion } from "./watchers.ts";

const WATCHERS = 200;
const MOST_GROWTH_MS = 2;
const quick = process.argv.includes("--quick");
const TURNS = quick ? 2 : 8;
const TURN_MS = quick ? 6_000 : 20_000;
/** The first seconds are for learning each other's lines. */
const SETTLE_MS = quick ? 2_000 : 6_000;
const START_WITHIN_MS = 30_000;
const FRAME_MS = [1000 / 59.94, 1000 / 74.97];
/** Ticks of the process clock a second, as Linux counts CPU time. */
const CPU_TICKS = 100;

type Side = ReturnType<typeof startNode>;
const askPlayers = <T>(side: Side, question: PlayersQuestion): Promise<T> => ask<T>(side, question);

interface Turn {
  readonly toScreenMs: readonly number[];
  readonly cpuMs: number;
  readonly seconds: number;
  readonly messages: number;
  readonly bytes: number;
}

function cpuMsOf({ process: { pid } }: BenchServer): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CPU_TICKS;
}

async function setTable(server: BenchServer, number: number): Promise<Seating[]> {
  const target: LoadTarget = { port: server.port, headers: { origin: `http://127.0.0.1:${server.port}` } };
  const guests = await Promise.all([0, 1].map((seat) => takeGuest(target, `Player ${number} ${seat}`)));
  const rules = { pointsToWin: 21, twoClear: true };
  const made = await postJson(guests[0]!, "/api/invitations", { rules, watching: { isPublic: true, delaySeconds: 0 } });
  const { roomId } = TableReply.parse(await made.json());
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

async function playTurn(
  server: BenchServer,
  sides: readonly Side[],
  watchers: Side,
  number: number,
  count: number,
): Promise<Turn> {
  const seatings = await setTable(server, number);
  await Promise.all(sides.map((side, seat) => askPlayers(side, { do: "sit", seatings: [seatings[seat]!] })));
  for (const endMs = performance.now() + START_WITHIN_MS; ; await wait(100)) {
    const states = await Promise.all(sides.map((side) => askPlayers<PlayersState>(side, { do: "state" })));
    if (states.every(({ playing }) => playing)) break;
    if (performance.now() > endMs) throw new Error("the table does not play");
  }
  const { roomId } = seatings[0]!;
  if (count > 0) await ask(watchers, { watch: roomId, count } satisfies WatchersQuestion);
  await wait(SETTLE_MS);
  const [cpu, beginMs] = [cpuMsOf(server), performance.now()];
  await wait(TURN_MS);
  const [cpuMs, seconds] = [cpuMsOf(server) - cpu, (performance.now() - beginMs) / 1000];
  const { messages, bytes } = await ask<WatchersAnswer>(watchers, "leave" satisfies WatchersQuestion);
  const roomTime = await ask<RoomTime>(server.process, { roomTime: roomId } satisfies ServerQuestion);
  const serverUrl = `http://127.0.0.1:${server.port}`;
  const stopped = await Promise.all(
    sides.map((side, at) => askPlayers<PlayersStopped>(side, { do: "stop", serverUrl, leaves: at === 0 })),
  );
  const stalls: Stall[] = [
    ...stopped.flatMap((side) => side.stalls),
    ...(await ask<Stall[]>(server.process, "stalls")),
  ];
  const judged = await Promise.all(
    sides.map((side, at) => {
      const tables = [{ theirs: stopped[1 - at]!.presses[0]!, roomTime }];
      return askPlayers<PlayersJudged>(side, { do: "judge", stalls, tables });
    }),
  );
  return { toScreenMs: judged.flat().flatMap((one) => one.toScreenMs), cpuMs, seconds, messages, bytes };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function summary(turns: readonly Turn[]) {
  const ways = turns.flatMap(({ toScreenMs }) => toScreenMs);
  const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
  const seconds = sum((turn) => turn.seconds);
  return {
    keys: ways.length,
    p50: quantile(ways, 0.5),
    p95: quantile(ways, 0.95),
    cpuPercent: sum((turn) => turn.cpuMs) / seconds / 10,
    messagesASecond: sum((turn) => turn.messages) / seconds,
    bytesASecond: sum((turn) => turn.bytes) / seconds,
  };
}

const server = await startBenchServer(["--import=./loadtest/netcode/server-probe.ts", "game-server/main.ts"]);
const sides = [0, 1].map(() => startNode(["loadtest/netcode/players.ts"]));
// They would sit elsewhere: what they do with what they get is not to take the players' cores.
const watchers = startNode(["loadtest/watching/watchers.ts", String(server.port)], { nice: true });
for (const side of [...sides, watchers]) side.stdout?.pipe(process.stdout);
try {
  const turns = new Map<number, Turn[]>([
    [0, []],
    [WATCHERS, []],
  ]);
  for (let turn = 0; turn < TURNS; turn++) {
    const count = turn % 2 === 0 ? 0 : WATCHERS;
    turns.get(count)!.push(await playTurn(server, sides, watchers, turn, count));
  }
  const [without, with200] = [summary(turns.get(0)!), summary(turns.get(WATCHERS)!)];
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
  const rounded = (_: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value);
  console.log(
    `RESULT ${JSON.stringify({ bench: "watch", quick, broken, growthMs, cpuPerWatcher, without, with200 }, rounded)}`,
  );
} finally {
  for (const side of [...sides, watchers]) side.kill();
  server.end();
}
