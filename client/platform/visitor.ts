// This browser's player: asked of the server once, and changed by picking a name, by signing in and out.

import { askMe, type Player, takeName } from "../../schema/http/guests.ts";
import { call } from "./api.ts";

export interface Visitor {
  /** The player of this browser, or null: nobody yet. Asks the server the first time. */
  load(): Promise<Player | null>;
  /** As load, as far as it is known without asking; undefined: not yet. */
  known(): Player | null | undefined;
  /** Takes this name, unless it is already theirs. An account has its own, and keeps it. */
  call(name: string): Promise<void>;
  /** The server has just said who this browser is. */
  become(player: Player | null): void;
  /** Forgets, so that the server is asked again: it no longer knew us. */
  forget(): void;
  /** How many ask for this account's friendship, as far as it is known. */
  friendRequests(): number;
  setFriendRequests(count: number): void;
  /** How many of this account's notifications are unread, as far as it is known. */
  unreadNotifications(): number;
  setUnreadNotifications(count: number): void;
  /** Calls `changed` after each change of the above, until `signal` aborts. */
  subscribe(changed: () => void, signal: AbortSignal): void;
}

export function createVisitor(): Visitor {
  let player: Player | null | undefined;
  let asking: Promise<Player | null> | null = null;
  let friendRequests = 0;
  let unreadNotices = 0;
  const watchers = new Set<() => void>();

  const tell = (): void => {
    for (const changed of watchers) changed();
  };
  const set = (now: Player | null | undefined): void => {
    if (now?.id !== player?.id) [friendRequests, unreadNotices] = [0, 0];
    player = now;
    asking = null;
    tell();
  };
  const load = (): Promise<Player | null> => {
    if (player !== undefined) return Promise.resolve(player);
    if (asking !== null) return asking;
    const own = ask();
    asking = own;
    return own;

    async function ask(): Promise<Player | null> {
      try {
        const reply = await call(askMe);
        // If the player has changed meanwhile, the old answer is ignored.
        if (asking !== own) return await load();
        set(reply.player);
        return reply.player;
      } finally {
        if (asking === own) asking = null;
      }
    }
  };

  return {
    load,
    known: () => player,
    async call(name) {
      if (player?.kind === "account" || player?.name === name) return;
      set((await call(takeName, { body: { name } })).player);
    },
    become: set,
    forget: () => set(undefined),
    friendRequests: () => friendRequests,
    setFriendRequests(count) {
      if (count === friendRequests) return;
      friendRequests = count;
      tell();
    },
    unreadNotifications: () => unreadNotices,
    setUnreadNotifications(count) {
      if (count === unreadNotices) return;
      unreadNotices = count;
      tell();
    },
    subscribe(changed, signal) {
      watchers.add(changed);
      signal.addEventListener("abort", () => watchers.delete(changed));
    },
  };
}
