// How long the queues are. One waits in the queue room (../queues.ts): a place in line lasts as long as its connection.

import { z } from "zod";
import { MODES } from "../modes.ts";
import { endpoint } from "./endpoint.ts";

export const QueueReply = z.object({
  mode: z.enum(MODES),
  ranked: z.boolean(),
  /** Who wait, in all processes. */
  people: z.number().int(),
  /** As others have waited lately; null while nobody has. */
  expectedSeconds: z.number().int().nullable(),
});

export const QueuesReply = z.object({
  queues: z.array(QueueReply),
  /** Until the caller may wait again, after having let somebody down; 0 when they may. */
  pauseSeconds: z.number().int(),
});
export type QueuesReply = z.infer<typeof QueuesReply>;

export const askQueues = endpoint({
  method: "GET",
  path: "/api/queues",
  access: "anyone",
  tag: "Queues",
  summary: "How many players wait in each queue, how long they can expect to, and the caller's own cooldown.",
  reply: QueuesReply,
});
