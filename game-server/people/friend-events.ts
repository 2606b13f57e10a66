// Changes between players, announced to whatever shows or caches them, in every process: the people room, the queue.

import { z } from "zod";
import type { BlockList, FriendChange } from "../../rooms/dependencies.ts";
import type { Friends } from "../../db/repositories/friends.ts";
import type { Bus, Channel } from "../platform/bus.ts";

const id = z.string();

const FriendEvent = z.discriminatedUnion("kind", [
  /** A request or a friendship between the two came or went. */
  z.object({ kind: z.literal("friends"), playerIds: z.tuple([id, id]) }),
  z.object({ kind: z.literal("block"), blockerId: id, blockedId: id }),
  z.object({ kind: z.literal("unblock"), blockerId: id, blockedId: id }),
  /** A player lets others see more, or less. */
  z.object({ kind: z.literal("privacy"), playerId: id }),
]);
export type FriendEvent = z.infer<typeof FriendEvent>;

const CHANNEL: Channel<FriendEvent> = { name: "friends", message: FriendEvent };

export interface FriendEvents {
  /** The change is in the database by then. */
  tell(event: FriendEvent): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: (event: FriendEvent) => void): () => void;
}

export function createFriendEvents(bus: Bus): FriendEvents {
  return {
    tell: (event) => bus.publish(CHANNEL, event),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
}

/** What rooms need to keep blocked players apart. */
export function createBlockWatch(
  friends: Pick<Friends, "blockersOf" | "blockedEitherWay">,
  events: Pick<FriendEvents, "subscribe">,
): BlockList {
  return {
    blockersOf: (playerId) => friends.blockersOf(playerId),
    avoids: (playerId) => friends.blockedEitherWay(playerId),
    subscribe: (listener) =>
      events.subscribe((one) => {
        if (one.kind === "block" || one.kind === "unblock")
          listener(one.blockerId, one.blockedId, one.kind === "block");
      }),
  };
}

/** Whose view changes with that, and who is told. A blocked player is told nothing. */
export function changeOf(event: FriendEvent): FriendChange {
  switch (event.kind) {
    case "friends": {
      const [one, other] = event.playerIds;
      return [
        { viewerId: one, subjectId: other, isTold: true },
        { viewerId: other, subjectId: one, isTold: true },
      ];
    }
    case "block":
    case "unblock":
      return [
        { viewerId: event.blockerId, subjectId: event.blockedId, isTold: true },
        { viewerId: event.blockedId, subjectId: event.blockerId, isTold: false },
      ];
    case "privacy":
      return [{ viewerId: null, subjectId: event.playerId, isTold: false }];
  }
}
