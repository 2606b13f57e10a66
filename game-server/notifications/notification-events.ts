// That somebody has something new to read, told to whatever process they are connected to.

import { z } from "zod";
import type { Bus, Channel } from "../platform/bus.ts";

const CHANNEL: Channel<string[]> = { name: "notices", message: z.array(z.string()) };

export interface NotificationEvents {
  /** What they are told is in the database by then. */
  tell(playerIds: readonly string[]): void;
  /** Answers how to stop. */
  subscribe(listener: (playerIds: readonly string[]) => void): () => void;
}

export function createNotificationEvents(bus: Bus): NotificationEvents {
  return {
    tell: (playerIds) => bus.publish(CHANNEL, [...playerIds]),
    subscribe: (listener) => bus.subscribe(CHANNEL, listener),
  };
}
