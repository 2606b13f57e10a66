// How long the queues are. One waits in the queue room (../queues.ts): a place in line lasts as long as its connection.

import { z } from "zod";
import { MODES } from "../../contract/modes.ts";
import { endpoint } from "./endpoint.ts";

const QueueReply = z.object({
  mode: z.enum(MODES),
  ranked: z.boolean(),
  /** Players waiting, in all processes. */
  people: z.number().int(),
  /** How long others have waited lately; null while nobody has. */
  expectedSeconds: z.number().int().nullable(),
});

export const QueuesReply = z.object({
  queues: z.array(QueueReply),
  /** The caller's cooldown, after declining or missing a match; 0 for none. */
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
