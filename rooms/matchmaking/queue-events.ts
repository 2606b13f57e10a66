// What the matchmakers of all processes send each other (matchmaker.ts). Lost messages are noticed: each checks on
// its own players every few seconds.

import { z } from "zod";

const id = z.string();

const Opponent = z.object({ playerId: id, ticketId: id, name: z.string(), rating: z.number(), deviation: z.number() });

export const QueueEvent = z.discriminatedUnion("kind", [
  /** Two players are asked whether they want to play each other. */
  z.object({ kind: z.literal("proposed"), id, untilMs: z.number(), players: z.tuple([Opponent, Opponent]) }),
  z.object({ kind: z.literal("accepted"), id, count: z.number() }),
  /** It led to a match in that room, or to none because of those players, who now have a cooldown of so many seconds. */
  z.object({
    kind: z.literal("settled"),
    id,
    roomId: id.nullable(),
    refused: z.record(id, z.number()),
    declined: z.boolean(),
  }),
  /** The player has come from somewhere else: the ticket before is void. */
  z.object({ kind: z.literal("replaced"), ticketId: id }),
  /** By queueKey: how many wait, and for how long they do lately, in ms. */
  z.object({
    kind: z.literal("line"),
    people: z.record(z.string(), z.number()),
    waitsMs: z.record(z.string(), z.number().nullable()),
  }),
]);
export type QueueEvent = z.infer<typeof QueueEvent>;

/** Reaches every process, this one included. */
export interface QueueWire {
  tell(event: QueueEvent): void;
  /** Returns an unsubscribe function. */
  subscribe(listener: (event: QueueEvent) => void): () => void;
}
