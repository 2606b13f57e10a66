// That somebody has something new to read, told to whatever process they are connected to.

import { z } from "zod";
import type { Bus, Channel } from "../bus.ts";

const CHANNEL: Channel<string[]> = { name: "notices", message: z.array(z.string()) };

export interface NoticeNews {
  /** What they are told is in the database by then. */
  tell(playerIds: readonly string[]): void;
  /** Answers how to stop. */
  watch(listener: (playerIds: readonly string[]) => void): () => void;
}

export function createNoticeNews(bus: Bus): NoticeNews {
  return {
    tell: (playerIds) => bus.publish(CHANNEL, [...playerIds]),
    watch: (listener) => bus.subscribe(CHANNEL, listener),
  };
}
