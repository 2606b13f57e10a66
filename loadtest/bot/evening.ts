// All that a bot does from coming to going: takes its name, finds a table, plays there (stay.ts), and, from the queue, finds another.

import type { Mode } from "../../contract/modes.ts";
import type { Clock } from "../../sdk/ports.ts";
import { openMatch } from "../../sdk/open-match.ts";
import { openQueue } from "../../sdk/open-queue.ts";
import type { CreateMind } from "./mind.ts";
import { closedMistake } from "./mistake.ts";
import type { Orders } from "./orders.ts";
import { type KnownBot, enter, openTable } from "./server.ts";
import { type Ending, Stay } from "./stay.ts";

export interface EveningOptions extends Pick<Orders, "url" | "where" | "matches" | "seed"> {
  /** The first that is free. */
  readonly names: readonly [string, ...string[]];
  readonly createMind: CreateMind;
  readonly clock: Clock;
  /** Reports what happens to whoever has started it. */
  readonly say: (sentence: string) => void;
  /** Leaves the table, and the evening, when it aborts. */
  readonly signal: AbortSignal;
}

/** Resolves when it is over. @throws BotMistake when there is no playing */
export async function spendEvening(options: EveningOptions): Promise<void> {
  const { url, where, say, signal, matches } = options;
  const bot = await enter(url, options.names);
  say(`${bot.name} is at ${url}.`);
  for (let played = 0; played < matches && !signal.aborted;) {
    const roomId = await findTable(bot, options);
    if (roomId === null) return;
    const ending = await stay(bot, roomId, { ...options, matches: matches - played });
    played += ending.matches;
    const isNoShow = ending.because === "noShow";
    if (ending.why === "closed" && !isNoShow) throw closedMistake(ending.because, url);
    if (where.kind !== "queue") return say(ending.why === "alone" ? "Nobody is left at the table." : "Good night.");
  }
  say("Good night.");
}

/** The room to join; null when the signal aborts meanwhile. */
async function findTable(bot: KnownBot, { where, say, signal }: EveningOptions): Promise<string | null> {
  if (where.kind === "table") return where.roomId;
  if (where.kind === "queue") return waitInQueue(bot, where.mode, say, signal);
  const roomId = await openTable(bot, where.pointsToWin);
  say(`Send this link to whoever should play against it: ${bot.url}/play/${roomId}`);
  return roomId;
}

function waitInQueue(
  bot: KnownBot,
  mode: Mode,
  say: EveningOptions["say"],
  signal: AbortSignal,
): Promise<string | null> {
  say(`Waiting in the casual queue, ${mode}.`);
  return new Promise((resolve, reject) => {
    const cancel = (): void => {
      queue.cancel();
      resolve(null);
    };
    const queue = openQueue({
      ...bot,
      queue: { mode, ranked: false },
      onPaired: (roomId) => {
        signal.removeEventListener("abort", cancel);
        resolve(roomId);
      },
      onClosed: (because) => {
        signal.removeEventListener("abort", cancel);
        reject(closedMistake(because, bot.url));
      },
    });
    signal.addEventListener("abort", cancel, { once: true });
  });
}

async function stay(bot: KnownBot, roomId: string, options: EveningOptions): Promise<Ending> {
  const { clock, createMind, seed, matches, say, signal } = options;
  const session = openMatch({ url: bot.url, headers: bot.headers, roomId, clock });
  const stayed = new Stay({ session, clock, createMind, seed, matches, say });
  const leave = (): void => stayed.leave();
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  const ending = await stayed.ended;
  signal.removeEventListener("abort", leave);
  return ending;
}
