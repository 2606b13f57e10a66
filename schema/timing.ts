// How both ends exchange the time: room time, ticks, and the 16 bits of it that ride in every message.
//
// Room time is ms since the room was made, on the server's monotonic clock. Ticks count on it without a break, through pauses
// and rematches too, so that no tick ever comes twice and drawn time never has to run backwards.

import { TICKS_PER_SECOND } from "../pong/rules.ts";

export const MS_PER_TICK = 1000 / TICKS_PER_SECOND;

/** A press may be at most this late when it reaches the server; older ones are moved up to it. */
export const REWIND_TICKS = 16;
/** A press of another player is at most this old when it is sent on: it may be held back for longer than it may be late. */
export const MOST_RELAY_TICKS = 32;
/** A press may claim to be this much ahead of the server's clock. */
export const AHEAD_TICKS = 2;

/** A client that has sent nothing for this long sends a heartbeat. */
export const HEARTBEAT_MS = 1000;
/** After this much silence the connection counts as lost: a heartbeat, and a phone that goes from one network to another in 1.2 s. */
export const SILENCE_MS = 2500;

const WRAP = 65_536;

/** The tick, with its fraction, at a room time. */
export function tickAt(roomMs: number): number {
  return roomMs / MS_PER_TICK;
}

/** The low 16 bits of a time in ms. */
export function low16(ms: number): number {
  return ((Math.round(ms) % WRAP) + WRAP) % WRAP;
}

/** The time nearest to `nearMs` that has these low 16 bits: right while the two are within half a minute. */
export function unwrap16(bits: number, nearMs: number): number {
  const near = Math.round(nearMs);
  const difference = (((bits - near) % WRAP) + WRAP) % WRAP;
  return near + (difference < WRAP / 2 ? difference : difference - WRAP);
}
