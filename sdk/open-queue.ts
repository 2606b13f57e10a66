// Play now: waits in the queue until there is somebody to play with.

import type { Room } from "@colyseus/sdk";
import { PAIRED, type Paired, QUEUE_ROOM, WAITING, type Waiting, refusalOf } from "../schema/rooms.ts";
import { Joiner, type ServerAddress, refusalIn } from "./connect.ts";
import { leaveRoom } from "./leave-room.ts";

export interface OpenQueueOptions extends ServerAddress {
  /** How many wait, oneself included. */
  onWaiting(people: number): void;
  /** The match room to join; the queue is left by itself. */
  onPaired(roomId: string): void;
  /** Waiting has ended otherwise: a Refusal, or "unreachable". */
  onClosed(because: string): void;
}

export interface Queue {
  /** Stops waiting. Nothing is called back any more. */
  cancel(): void;
}

export function openQueue(options: OpenQueueOptions): Queue {
  let isOver = false;
  let room: Room | null = null;

  function finish(tell: () => void): void {
    if (isOver) return;
    isOver = true;
    void leaveRoom(room);
    tell();
  }

  const joiner = new Joiner(options, (joining) => {
    room = joining;
    joining.onMessage(WAITING, ({ people }: Waiting) => {
      if (!isOver) options.onWaiting(people);
    });
    joining.onMessage(PAIRED, ({ roomId }: Paired) => finish(() => options.onPaired(roomId)));
    joining.onLeave((code: number) => finish(() => options.onClosed(refusalOf(code) ?? "unreachable")));
  });
  async function join(): Promise<void> {
    try {
      const joined = await joiner.enterByName(QUEUE_ROOM);
      if (isOver) await leaveRoom(joined);
    } catch (error) {
      finish(() => options.onClosed(refusalIn(error) ?? "unreachable"));
    }
  }
  void join();

  return {
    cancel() {
      finish(() => {});
    },
  };
}
