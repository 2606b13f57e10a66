// A process that simulates the links between players and the server: one port for each of conditions.ts. What comes in goes out
// late and in order; nothing is gathered (no Nagle). Counts bytes. Asked over the process channel.

import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { draw } from "../../pong/random.ts";
import { answerQuestions } from "../node-process.ts";
import { LINK_CONDITIONS, type LinkCondition, STALL_EVERY_MS, STALL_MS } from "./conditions.ts";
import { monotonicMs } from "./monotonic.ts";
import { type Stall, watchStalls } from "./stalls.ts";

export type ProxyQuestion = "ports" | "state";
/** TCP payload of all connections of a link so far. */
export interface Bytes {
  up: number;
  down: number;
}
export interface ProxyState {
  readonly stalls: readonly Stall[];
  /** By line. */
  readonly bytes: readonly Bytes[];
}

const serverPort = Number(process.argv[2]);
const stalls = watchStalls();
const bytes: Bytes[] = LINK_CONDITIONS.map(() => ({ up: 0, down: 0 }));
let random = 1;

function chance(): number {
  const drawn = draw(random);
  random = drawn.state;
  return drawn.value;
}

/** One direction of one connection. */
function carry(from: Socket, to: Socket, line: LinkCondition, count: (length: number) => void): void {
  const queue: { readonly dueMs: number; readonly act: () => void }[] = [];
  let lastDueMs = 0;
  let stallAtMs = nextStall();
  from.setNoDelay(true);
  // A timer may well run early by this clock: then it is set again.
  const flush = (): void => {
    while (queue.length > 0 && queue[0]!.dueMs <= monotonicMs()) queue.shift()!.act();
    if (queue.length > 0) setTimeout(flush, Math.max(1, queue[0]!.dueMs - monotonicMs()));
  };
  const send = (act: () => void): void => {
    const nowMs = monotonicMs();
    if (line.stalls && nowMs > stallAtMs + STALL_MS) stallAtMs = nextStall();
    const stall = line.stalls && nowMs > stallAtMs ? stallAtMs + STALL_MS - nowMs : 0;
    const wayMs = line.roundTripMs / 2 + (chance() * 2 - 1) * line.jitterMs;
    lastDueMs = Math.max(lastDueMs, nowMs + wayMs + stall);
    queue.push({ dueMs: lastDueMs, act });
    if (queue.length === 1) setTimeout(flush, lastDueMs - nowMs);
  };
  from.on("data", (chunk) => {
    count(chunk.length);
    send(() => to.write(chunk));
  });
  from.on("end", () => send(() => to.end()));
  from.on("error", () => to.destroy());
  from.on("close", () => send(() => to.destroy()));
}

function nextStall(): number {
  return monotonicMs() + STALL_EVERY_MS * (0.5 + chance());
}

async function open(line: LinkCondition, at: number): Promise<number> {
  const server = createServer((inside) => {
    const outside = connect(serverPort, "127.0.0.1");
    carry(inside, outside, line, (length) => (bytes[at]!.up += length));
    carry(outside, inside, line, (length) => (bytes[at]!.down += length));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const ports = await Promise.all(LINK_CONDITIONS.map(open));
answerQuestions((question: ProxyQuestion) => (question === "ports" ? ports : ({ stalls, bytes } satisfies ProxyState)));
