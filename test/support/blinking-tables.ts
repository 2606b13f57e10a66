// Matches in which one player's line blinks all the time, while their opponent and a stranger crowd the table's door: for the test of
// the door, and in earnest for bench:blinks.

import { draw } from "../../pong/random.ts";
import { type CuttingProxy, openCuttingProxy } from "./cutting-proxy.ts";
import { createGuest, type Guest } from "./guest.ts";
import { clockOf } from "./pace.ts";
import { Player } from "./player.ts";
import { reserve } from "./raw-player.ts";
import { until } from "./until.ts";

export interface Blinking {
  readonly tables: number;
  /** Of a line at each table. */
  readonly blinks: number;
  readonly seed: number;
}

export interface Blinked {
  /** How long the player was away after each blink, in ms of their clock. */
  readonly awayMs: readonly number[];
  /** Of matches that did not end by their score, if they did end. */
  readonly losses: readonly string[];
  /** Places that were asked for by who has none, and by players who sat already. */
  readonly strangers: number;
  readonly tenants: number;
  /** Answers that were no refusal, or no place. */
  readonly surprises: readonly string[];
}

/** A line is up for about this long between two blinks, in ms; as long again at most. */
const UP_MS = 300;
/** Between two who crowd the same door. */
const CROWD_EVERY_MS = 100;
const PATIENCE_MS = 60_000;

export async function playBlinking(url: string, { tables, blinks, seed }: Blinking): Promise<Blinked> {
  const report = {
    awayMs: [] as number[],
    losses: [] as string[],
    strangers: 0,
    tenants: 0,
    surprises: [] as string[],
  };
  let random = seed >>> 0;
  const chance = (): number => {
    const drawn = draw(random);
    random = drawn.state;
    return drawn.value;
  };
  await Promise.all(Array.from({ length: tables }, () => playOne(url, blinks, chance, report)));
  return report;
}

interface Report {
  readonly awayMs: number[];
  readonly losses: string[];
  strangers: number;
  tenants: number;
  readonly surprises: string[];
}

async function playOne(url: string, blinks: number, chance: () => number, report: Report): Promise<void> {
  const guests = [await createGuest(url), await createGuest(url)] as const;
  const roomId = await guests[0].invite({ pointsToWin: 21, twoClear: false });
  const line = await openCuttingProxy(url);
  const players = [
    new Player(guests[0], roomId, { url: line.url, seed: 1 }),
    new Player(guests[1], roomId, { seed: 2 }),
  ] as const;
  for (const player of players) await player.sees("playing");
  const crowd = crowdDoor(url, roomId, [await createGuest(url), guests[1]], report);
  for (let blink = 0; blink < blinks; blink++) report.awayMs.push(await blinkOnce(players[0], line, chance()));
  await crowd.stop();
  for (const player of players) {
    const { phase, endReason } = player.status;
    if (phase === "over" && endReason !== "score") report.losses.push(`${player.guest.name}: ${endReason}`);
    player.quit();
  }
  await line.close();
}

/** @returns how long they were away, in ms of their clock */
async function blinkOnce(player: Player, line: CuttingProxy, luck: number): Promise<number> {
  const clock = clockOf(line.url);
  const upUntilMs = clock.now() + UP_MS * (1 + luck);
  const mayBlink = (): boolean => clock.now() >= upUntilMs && player.status.phase !== "paused";
  await until(mayBlink, PATIENCE_MS, "play goes on after a blink");
  const before = player.connections.length;
  const cutMs = clock.now();
  line.cut();
  line.mend();
  const isBack = (): boolean => player.connections.length > before && player.session.connection === "live";
  await until(isBack, PATIENCE_MS, "a player is back");
  return clock.now() - cutMs;
}

/** Asks for places at a table all the time: a stranger, and one of its players. */
function crowdDoor(
  url: string,
  roomId: string,
  [stranger, tenant]: readonly [Guest, Guest],
  report: Report,
): { stop(): Promise<void> } {
  const over = new AbortController();
  async function crowd(): Promise<void> {
    while (!over.signal.aborted) {
      const refused = await reserve(url, `joinById/${roomId}`, stranger.headers);
      if (!("status" in refused) || refused.error !== "full")
        report.surprises.push(`a stranger got ${JSON.stringify(refused)}`);
      report.strangers++;
      const taken = await reserve(url, `joinById/${roomId}`, tenant.headers);
      if ("status" in taken) report.surprises.push(`a player got ${JSON.stringify(taken)}`);
      report.tenants++;
      await new Promise((resolve) => setTimeout(resolve, CROWD_EVERY_MS));
    }
  }
  const crowding = crowd();
  return {
    async stop() {
      over.abort();
      await crowding;
    },
  };
}
