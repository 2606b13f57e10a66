// Waits in a queue until there is somebody to play with, and both have said that they do: schema/queues.ts.

import type { Room } from "@colyseus/sdk";
import {
  ANSWERED,
  type Answered,
  PAIRED,
  PAUSED,
  PING,
  PROPOSAL,
  type Paired,
  type Cooldown,
  type ProposalMessage,
  type QueueName,
  type QueueRequest,
  UNPAIRED,
  WAITING,
  type Waiting,
} from "../schema/queues.ts";
import { QUEUE_ROOM, refusalOf } from "../schema/rooms.ts";
import { Joiner, type ServerAddress, refusalIn, leaveRoom } from "./connect.ts";

export interface OpenQueueOptions extends ServerAddress {
  /** Left out: classic, casual. */
  readonly queue?: QueueName;
  /** How far behind spectators should be, in whole seconds, 0 to MAX_SPECTATE_DELAY; the opponent may want more. Left out: 0. */
  readonly watchDelaySeconds?: number;
  onWaiting?(waiting: Waiting): void;
  /** An opponent is found: answer with accept or decline. Left out: it is accepted at once. */
  onProposal?(proposal: ProposalMessage): void;
  /** How many of the two have accepted. */
  onAnswered?(accepted: number): void;
  /** The opponent did not accept; the wait goes on. */
  onUnpaired?(): void;
  /** The match room to join; the queue is left by itself. */
  onPaired(roomId: string): void;
  /** Waiting has ended otherwise: a Refusal, or "unreachable"; with the cooldown where it is "paused". */
  onClosed(because: string, pause: Cooldown | null): void;
}

export interface Queue {
  accept(): void;
  decline(): void;
  /** Stops waiting. Stops all callbacks. */
  cancel(): void;
}

export function openQueue(options: OpenQueueOptions): Queue {
  let isOver = false;
  let room: Room | null = null;
  let pause: Cooldown | null = null;

  function finish(tell: () => void): void {
    if (isOver) return;
    isOver = true;
    void leaveRoom(room);
    tell();
  }

  const say = (request: QueueRequest): void => {
    if (room?.connection.isOpen === true) room.send(request);
  };

  const joiner = new Joiner(options, (joining) => {
    room = joining;
    const unlessOver = (act: () => void): void => {
      if (!isOver) act();
    };
    joining.onMessage(WAITING, (line: Waiting) => unlessOver(() => options.onWaiting?.(line)));
    joining.onMessage(PROPOSAL, (proposal: ProposalMessage) =>
      unlessOver(() => {
        if (options.onProposal === undefined) say("accept");
        else options.onProposal(proposal);
      }),
    );
    joining.onMessage(ANSWERED, ({ accepted }: Answered) => unlessOver(() => options.onAnswered?.(accepted)));
    joining.onMessage(UNPAIRED, () => unlessOver(() => options.onUnpaired?.()));
    joining.onMessage(PAUSED, (message: Cooldown) => (pause = message));
    joining.onMessage(PING, () => say("pong"));
    joining.onMessage(PAIRED, ({ roomId }: Paired) => finish(() => options.onPaired(roomId)));
    joining.onLeave((code: number) => finish(() => options.onClosed(refusalOf(code) ?? "unreachable", pause)));
  });

  async function join(): Promise<void> {
    try {
      const joined = await joiner.enterByName(QUEUE_ROOM, {
        ...options.queue,
        watchDelaySeconds: options.watchDelaySeconds ?? 0,
      });
      if (isOver) await leaveRoom(joined);
      else say("enter");
    } catch (error) {
      finish(() => options.onClosed(refusalIn(error) ?? "unreachable", null));
    }
  }
  void join();

  return {
    accept: () => say("accept"),
    decline: () => say("decline"),
    cancel: () => finish(() => {}),
  };
}
