// What the processes of one Rally send each other: who was signed out, who is here. Over Redis where there is one; otherwise
// this process is the only one. A message arrives here at once, elsewhere in about a millisecond, and not at all in a process
// that Redis cannot reach at that moment: those who need to be sure have to ask again (presence-peers.ts does).

import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import type { RedisClients } from "./redis.ts";

/** The messages under one name, and their shape. */
export interface Channel<T> {
  readonly name: string;
  readonly message: z.ZodType<T>;
}

export interface Bus {
  /** Sends to every listener in every process; those of this one have got it when this returns. */
  publish<T>(channel: Channel<T>, message: T): void;
  /** Returns an unsubscribe function. What a listener throws is logged and keeps it from nobody else. */
  subscribe<T>(channel: Channel<T>, listener: (message: T) => void): () => void;
  /** Stops listening to the others; the clients stay open. */
  close(): void;
}

/** The one Redis channel for all of it; the number goes up when messages change their shape. */
const REDIS_CHANNEL = "rally:bus:1";
/** How much waits for a Redis that is away; more is dropped. */
const MAX_WAITING = 1_000;

/** What travels. */
const Envelope = z.object({ from: z.string(), channel: z.string(), message: z.unknown() });

/** For the only process. */
export function createMemoryBus(log: Logger): Bus {
  const listeners = new Listeners(log);
  return {
    publish: (channel, message) => listeners.tell(channel.name, message),
    subscribe: (channel, listener) => listeners.add(channel, listener),
    close: () => {},
  };
}

export async function createRedisBus({ commands, subscriber }: RedisClients, log: Logger): Promise<Bus> {
  const listeners = new Listeners(log);
  const from = randomUUID();
  let waiting = 0;

  const receive = (_channel: string, text: string): void => {
    const envelope = Envelope.safeParse(parseJson(text));
    if (!envelope.success) log.warn("something on the bus is no message of ours");
    else if (envelope.data.from !== from) listeners.tellUnread(envelope.data.channel, envelope.data.message);
  };
  subscriber.on("message", receive);
  await subscriber.subscribe(REDIS_CHANNEL);

  return {
    publish({ name }, message) {
      listeners.tell(name, message);
      if (waiting >= MAX_WAITING) return;
      waiting++;
      commands
        .publish(REDIS_CHANNEL, JSON.stringify({ from, channel: name, message } satisfies z.input<typeof Envelope>))
        .catch((error: unknown) => {
          log.warn({ err: error, channel: name }, "a message to the other processes is lost");
        })
        .finally(() => {
          waiting--;
        });
    },
    subscribe: (channel, listener) => listeners.add(channel, listener),
    close() {
      subscriber.off("message", receive);
    },
  };
}

interface Entry {
  /** Takes what comes from this process. */
  readonly hear: (message: unknown) => void;
  /** Takes what comes from another one, once it has been checked. */
  readonly read: (message: unknown) => void;
}

/** Those of this process. */
class Listeners {
  readonly #log: Logger;
  readonly #byChannel = new Map<string, Set<Entry>>();

  constructor(log: Logger) {
    this.#log = log;
  }

  add<T>(channel: Channel<T>, listener: (message: T) => void): () => void {
    const entry: Entry = {
      hear: (message) => listener(message as T),
      read: (message) => listener(channel.message.parse(message)),
    };
    const entries = this.#byChannel.get(channel.name) ?? new Set();
    this.#byChannel.set(channel.name, entries.add(entry));
    return () => {
      entries.delete(entry);
    };
  }

  tell(channel: string, message: unknown): void {
    this.#each(channel, ({ hear }) => hear(message));
  }

  tellUnread(channel: string, message: unknown): void {
    this.#each(channel, ({ read }) => read(message));
  }

  #each(channel: string, call: (entry: Entry) => void): void {
    for (const entry of this.#byChannel.get(channel) ?? []) {
      try {
        call(entry);
      } catch (error) {
        this.#log.error({ err: error, channel }, "a message on the bus was not taken");
      }
    }
  }
}

/** Null when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
