// Live matches that may be watched, in all processes: each repeats its own over the bus, so that a process
// that starts late learns of all, and those of one that has died are forgotten.

import { z } from "zod";
import { NEW_RATING } from "../../ranking/glicko2.ts";
import type { LiveMatch, LiveMatches } from "../../rooms/dependencies.ts";
import { LiveMatchReply } from "../../schema/http/spectating.ts";
import type { Bus, Channel } from "../platform/bus.ts";
import type { Timers } from "../platform/timers.ts";

/** How often each process announces all its matches. */
const TELL_EVERY_MS = 15_000;
/** A match that has not been announced for so long is over. */
const FORGET_AFTER_MS = 40_000;

const LiveMatchEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("on"), match: LiveMatchReply }),
  z.object({ kind: z.literal("gone"), roomId: z.string() }),
  /** A process has just started: all others announce what they have. */
  z.object({ kind: z.literal("hello") }),
]);
const CHANNEL: Channel<z.infer<typeof LiveMatchEvent>> = { name: "liveMatches", message: LiveMatchEvent };

export interface LiveList extends LiveMatches {
  /** The one to watch first: the strongest players, then the most watched. */
  list(): readonly LiveMatch[];
  /** Calls back when the list or something in it has changed. Returns an unsubscribe function. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

export function createLiveMatches(bus: Bus, timers: Timers): LiveList {
  const own = new Map<string, LiveMatch>();
  const all = new Map<string, { readonly match: LiveMatch; readonly heardMs: number }>();
  const listeners = new Set<() => void>();
  let cancel = (): void => {};
  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const publish = (match: LiveMatch): void => bus.publish(CHANNEL, { kind: "on", match });
  const tellAll = (): void => {
    for (const match of own.values()) publish(match);
  };
  const stop = bus.subscribe(CHANNEL, (event) => {
    if (event.kind === "on") all.set(event.match.roomId, { match: event.match, heardMs: timers.now() });
    else if (event.kind === "gone") all.delete(event.roomId);
    else tellAll();
    if (event.kind !== "hello") changed();
  });
  const beat = (): void => {
    cancel = timers.after(TELL_EVERY_MS, () => {
      tellAll();
      for (const [roomId, { heardMs }] of all) if (timers.now() - heardMs > FORGET_AFTER_MS) all.delete(roomId);
      changed();
      beat();
    });
  };
  beat();
  bus.publish(CHANNEL, { kind: "hello" });

  return {
    tell(match) {
      own.set(match.roomId, match);
      publish(match);
    },
    gone(roomId) {
      own.delete(roomId);
      bus.publish(CHANNEL, { kind: "gone", roomId });
    },
    list: () => [...all.values()].map(({ match }) => match).toSorted(byInterest),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      cancel();
      for (const roomId of own.keys()) bus.publish(CHANNEL, { kind: "gone", roomId });
      stop();
    },
  };
}

function byInterest(one: LiveMatch, other: LiveMatch): number {
  return strength(other) - strength(one) || other.watchers - one.watchers || (one.roomId < other.roomId ? -1 : 1);
}

/** Of both together; somebody without a rating counts as somebody new. */
function strength({ players }: LiveMatch): number {
  return players.reduce((sum, { rating }) => sum + (rating ?? NEW_RATING.rating), 0);
}
