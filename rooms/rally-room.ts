// What all our rooms have in common: they let in players with a session, check their messages before Colyseus does,
// counts them as here until they leave, ends with itself what it has subscribed to, and survives its bugs. A room on top of it
// is a file of its own behaviour: it calls `super` in onCreate, onLeave and onDispose, and `requireSignedIn` and `enter` in onJoin.

import { type AuthContext, type Client, Room } from "@colyseus/core";
import { admit, isRefusal, requireSignedIn } from "./admission.ts";
import type { Connection, Identity, RoomClass, RoomDependencies } from "./dependencies.ts";
import { type HotMessage, MessageGuard } from "./message-guard.ts";
import { NO_PATCHES_MS } from "./synced-state.ts";
import type { WakeTimer } from "./wake-timers.ts";

/** @template Data what the room keeps of a client, once they are in */
export type RallyClient<Data = unknown> = Client<{ userData: Data; auth: Identity }> & { auth: Identity };

/** What a room is made of; `dependencies` is for its class only, Colyseus takes the rest. */
interface RallyRoomOptions {
  dependencies: RoomDependencies;
  state?: object;
  client: RallyClient;
}

export abstract class RallyRoom<Options extends RallyRoomOptions> extends Room<Options> {
  /** Bound in by `bindRoom`: Colyseus lists a room's options, so they can't carry it. */
  protected abstract readonly dependencies: Options["dependencies"];
  /** In the log, after "a bug in". */
  protected readonly label: string = "a room";
  override patchRate = NO_PATCHES_MS;
  #guard!: MessageGuard;
  readonly #leave = new WeakMap<Client, () => void>();
  readonly #untilDispose: (() => void)[] = [];

  /** @param _options of the room @param hot bytes of one type that take the short way to the room */
  override onCreate(_options?: unknown, hot?: HotMessage): void {
    this.#guard = new MessageGuard(this, this.dependencies.log, hot);
    this.onMessage("*", (client: Client) => this.dismiss(client));
  }

  override onLeave(client: Options["client"]): void {
    this.#leave.get(client)?.();
    this.#leave.delete(client);
  }

  override onDispose(): void {
    for (const end of this.#untilDispose) end();
  }

  /** A bug: it is logged, and the room lives on. */
  override onUncaughtException(error: Error, method: string): void {
    if (!isRefusal(error)) this.complain(error, { method });
  }

  /** @throws ServerError when they have been signed out since they were admitted */
  protected requireSignedIn(client: Options["client"]): void {
    requireSignedIn(this.dependencies, client.auth);
  }

  /** From now until they leave they count as here, and end when they are signed out. */
  protected enter(client: Options["client"], where: Connection["where"]): void {
    const close = (): void => this.#guard.signOut(client);
    this.#leave.set(client, this.dependencies.connections.enter({ identity: client.auth, where, close }));
  }

  protected hasEntered(client: Options["client"]): boolean {
    return this.#leave.has(client);
  }

  /** Sends somebody away for what they sent. */
  protected dismiss(client: Client): void {
    this.#guard.dismiss(client);
  }

  /** Called when the room is disposed of, in this order. */
  protected untilDispose(...ends: readonly (() => void)[]): void {
    this.#untilDispose.push(...ends);
  }

  /** A timer for as long as the room is there. @param excuse told of stalls of the process, in ms */
  protected createWakeTimer(ring: () => void, excuse: (stalledMs: number) => void = () => {}): WakeTimer {
    const timer = this.dependencies.wakeTimers.create(ring, excuse);
    this.untilDispose(() => timer.clear());
    return timer;
  }

  /** Returns what asks for `act` to be called soon: at once, but no sooner than `everyMs` after the last time. */
  protected createThrottle(everyMs: number, act: () => void): () => void {
    const { clock } = this.dependencies;
    let isAsked = false;
    let actedMs = -Infinity;
    const timer = this.createWakeTimer(() => {
      isAsked = false;
      actedMs = clock.now();
      act();
    });
    return () => {
      if (isAsked) return;
      isAsked = true;
      timer.set(Math.max(actedMs + everyMs, clock.now()));
    };
  }

  /** Logs a bug. @param about what belongs to it, beside the room */
  protected complain(error: unknown, about: object = {}): void {
    this.dependencies.log.error({ err: error, room: this.roomId, ...about }, `a bug in ${this.label}`);
  }
}

/** What a join by a room's id is made with (game-server/app/rooms.ts adds the id). */
export type JoinContext = AuthContext & { readonly roomId?: string };

/**
 * The class that Colyseus makes rooms of.
 * @param screen refuses some of those who are admitted, before a place is kept for them
 */
export function bindRoom<Options extends RallyRoomOptions>(
  Base: abstract new () => RallyRoom<Options>,
  dependencies: Options["dependencies"],
  screen: (identity: Identity, roomId?: string) => Identity | Promise<Identity> = (identity) => identity,
): RoomClass {
  return class extends Base {
    protected readonly dependencies = dependencies;

    static async onAuth(_token: string, options: unknown, { headers, roomId }: JoinContext): Promise<Identity> {
      return screen(await admit(dependencies, options, headers), roomId);
    }
  };
}
