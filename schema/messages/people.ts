// What crosses the wire in the people room: a page says whom it shows, and gets what it may see of them.
// Up, as bytes of the type WATCH (ids as text would not fit into a message): 1 byte, 0 for "these", 1 for "these as well", then
// 16 bytes for each id. Friends are watched without being named.

import type { Status } from "../../contract/people.ts";

export const FOLLOW = 1;
/** Ids in one message. */
export const MAX_IDS = 120;
/** Ids in all, friends not counted; what is more is not watched. */
export const MAX_FOLLOWED = 360;

const ID_BYTES = 16;
const ID_SHAPE = /^([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{12})$/u;

export interface Follow {
  /** Besides those that are watched; otherwise instead of them. */
  readonly adds: boolean;
  readonly ids: readonly string[];
}

/** Sent down, with all that have changed since the last one. */
export const PEOPLE = "people";
export interface PersonSeen {
  readonly id: string;
  /** Null: not to be seen, or no longer. */
  readonly status: Status | null;
  /** ISO; for those who are offline, as far as it is known. */
  readonly lastSeenAt: string | null;
}
export type People = readonly PersonSeen[];

/** Sent down without more: requests, friends or blocks have changed; see GET /api/friends. */
export const FRIENDS_CHANGED = "friendsChanged";

/** Sent down without more: there is something new to read, or it was read; see GET /api/notifications. */
export const NOTIFICATIONS_CHANGED = "noticesChanged";

/** All the messages it takes to watch these and nobody else. Throws RangeError on an invalid id. */
export function encodeFollow(ids: readonly string[]): Uint8Array[] {
  const watched = ids.slice(0, MAX_FOLLOWED);
  const messages: Uint8Array[] = [];
  for (let from = 0; from === 0 || from < watched.length; from += MAX_IDS) {
    const bytes = watched.slice(from, from + MAX_IDS).flatMap(bytesOf);
    messages.push(Uint8Array.of(from === 0 ? 0 : 1, ...bytes));
  }
  return messages;
}

/** Null for what none of our pages sends. */
export function readFollow(bytes: Uint8Array): Follow | null {
  const [mode] = bytes;
  const length = bytes.length - 1;
  if ((mode !== 0 && mode !== 1) || length % ID_BYTES !== 0 || length > MAX_IDS * ID_BYTES) return null;
  const ids: string[] = [];
  for (let at = 1; at < bytes.length; at += ID_BYTES) ids.push(idOf(bytes.subarray(at, at + ID_BYTES)));
  return { adds: mode === 1, ids };
}

function bytesOf(id: string): number[] {
  if (!ID_SHAPE.test(id)) throw new RangeError(`no id: ${id}`);
  const hex = id.replaceAll("-", "");
  return Array.from({ length: ID_BYTES }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

function idOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
