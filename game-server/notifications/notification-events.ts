// Announces that somebody has something new to read, to whichever process they are connected to.

import { z } from "zod";
import type { Bus, Channel } from "../platform/bus.ts";

const CHANNEL: Channel<string[]> = { name: "notices", message: z.array(z.string()) };

export interface NotificationEvents {
  /** The notification is in the database by then. */
  tell(playerIds: readonly string[]): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: (playerIds: readonly string[]) => void): () => void;
}

export function createNotificationEvents(bus: Bus): NotificationEvents {
  return {
    tell: (playerIds) => bus.publish(CHANNEL, [...playerIds]),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
}
