// Matches over sockets at several times real time, where real time is not what a test is about: a server and bots that are told so
// (paced-process.ts) and the players of the test's own process have the same fast clock. A slow machine goes slower, so that
// what it stumbles over is no larger in their time than in ours.

import { monotonicClock } from "../../loadtest/netcode/monotonic.ts";
import { spend } from "../../scripts/testing/cost.ts";
import type { Clock } from "../../sdk/ports.ts";
import { SLOWNESS } from "./patience.ts";

/** More would make milliseconds of a busy machine look like a bad connection. */
const FASTEST = 4;

/** How many times as fast as real time. A machine that is twice as slow stumbles over more than twice as much, so it goes at a quarter. */
export const FAST = Math.max(1, FASTEST / SLOWNESS ** 2);

/** By port, for servers and the proxies that lead to them. */
const paces = new Map<string, number>();

/** What starts a process so. */
export function pacedEnv(pace: number): Readonly<Record<string, string>> {
  const preload = new URL("paced-process.ts", import.meta.url).href;
  // Pages load no faster for it: who is on the way to a table has as long as ever.
  const noShow = { NO_SHOW_SECONDS: String(Math.ceil(20 * pace)) };
  return pace === 1 ? {} : { NODE_OPTIONS: `--import=${preload}`, RALLY_TEST_PACE: String(pace), ...noShow };
}

/** From now on whoever plays at this address does so at this pace. */
export function setPace(url: string, pace: number): void {
  paces.set(new URL(url).port, pace);
}

/** @param url of a server, or of a proxy that leads to one */
export function paceOf(url: string): number {
  return paces.get(new URL(url).port) ?? 1;
}

/** Tables that have been counted. */
const counted = new Set<string>();

/**
 * Counts what is played at this table, once, towards the cost of the suite: in real time it is expensive. @param table its id, or
 * its page's address
 */
export function countMatch(url: string, table: string): void {
  if (paceOf(url) !== 1 || counted.has(table)) return;
  counted.add(table);
  spend("matches");
}

/** The time of whoever plays there. */
export function clockOf(url: string): Clock {
  const pace = paceOf(url);
  return {
    now: () => monotonicClock.now() * pace,
    every: (ms, callback) => monotonicClock.every(ms / pace, callback),
    after: (ms, callback) => monotonicClock.after(ms / pace, callback),
  };
}
