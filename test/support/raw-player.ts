// A client that can send anything: a seat at a table over a bare WebSocket, without the sdk's good manners. Speaks Colyseus'
// frames itself (@colyseus/shared-types, Protocol).

import { WebSocket } from "ws";
import { RULES_VERSION } from "../../pong/rules.ts";
import type { Press } from "../../pong/timeline.ts";
import {
  type Correction,
  Down,
  UP,
  decodeCorrection,
  decodePong,
  decodeRelay,
  encodeUp,
} from "../../schema/messages/match.ts";
import { decodeKeyframe } from "../../schema/messages/keyframe.ts";
import { type JoinOptions, type MatchRequest, PROTOCOL_VERSION } from "../../schema/rooms.ts";
import { MS_PER_TICK, low16 } from "../../schema/timing.ts";
import { clockOf } from "./pace.ts";
import { until } from "./until.ts";
import type { Clock } from "../../sdk/ports.ts";

/** First bytes of Colyseus' frames. */
export const Frame = {
  join: 10,
  error: 11,
  leave: 12,
  data: 13,
  state: 14,
  bytes: 17,
  ping: 18,
  input: 19,
  unreliableInput: 20,
  request: 21,
} as const;

const PATIENCE_MS = 30_000;
/** Two of them fit into the silence after which a connection counts as lost. */
const BEAT_MS = 500;

export type Headers = Readonly<Record<string, string>>;

/** What Colyseus answers to a request for a seat. */
export interface Reservation {
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
  /** Of the process that the room is in, where there are several. */
  readonly publicAddress?: string;
}

export interface Refused {
  readonly status: number;
  /** The Refusal, or what else it said. */
  readonly error: string;
}

export const JOIN_OPTIONS: JoinOptions = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };

/** Asks for a seat. @param what `joinById/ROOM`, or `join/NAME` */
export async function reserve(
  url: string,
  what: string,
  headers: Headers,
  options: unknown = JOIN_OPTIONS,
): Promise<Reservation | Refused> {
  const response = await fetch(`${url}/matchmake/${what}`, {
    method: "POST",
    body: JSON.stringify(options),
    headers: { "content-type": "application/json", ...headers },
  });
  const body = (await response.json()) as Reservation & { error?: string };
  return response.ok ? body : { status: response.status, error: body.error ?? "" };
}

/** Where a seat that was reserved is taken: the path of the socket's address. */
export function addressOf({ processId, roomId }: Reservation): string {
  return `${processId}/${roomId}`;
}

/** The server that a seat was reserved at. @param url of the one that was asked */
export function serverOf(url: string, { publicAddress }: Reservation): string {
  return publicAddress === undefined ? url : `http://${publicAddress}`;
}

/** The frame of a request that is named and nothing else. */
export function namedFrame(name: string): Uint8Array {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length > 31) throw new RangeError("a longer name is written in another way");
  return Uint8Array.of(Frame.data, 0xa0 | bytes.length, ...bytes);
}

export class RawPlayer {
  readonly socket: WebSocket;
  readonly corrections: Correction[] = [];
  /** The other's presses as they count. */
  readonly relays: Press[] = [];
  /** Messages of Colyseus' error frames. */
  readonly errors: string[] = [];
  /** The close code, once closed. */
  closeCode: number | null = null;
  isIn = false;
  /** The ticket it came with; "" without. */
  readonly sessionId: string;
  /** World's tick and epoch of the latest keyframe; -1 before. */
  keyframeTick = -1;
  epoch = -1;
  /** One's own, once there is a keyframe. */
  seat = -1;
  #keyframeSentMs = 0;
  #keyframeAtMs = 0;
  readonly #clock: Clock;
  #stopBeating = (): void => {};

  /** @param query what the address ends with after the question mark */
  constructor(url: string, path: string, query: string, headers: Headers = {}) {
    this.#clock = clockOf(url);
    this.socket = new WebSocket(`${url.replace("http", "ws")}/${path}?${query}`, { headers: { ...headers } });
    this.sessionId = new URLSearchParams(query).get("sessionId") ?? "";
    this.socket.binaryType = "nodebuffer";
    this.socket.on("message", (data: Buffer) => this.#receive(data));
    this.socket.on("close", (code) => {
      this.closeCode = code;
      this.stopBeating();
    });
    this.socket.on("error", () => {});
  }

  /** Takes a seat at a table, and sends heartbeats from then on as a live client does. @throws Error when refused */
  static async sit(url: string, roomId: string, headers: Headers): Promise<RawPlayer> {
    const player = await RawPlayer.enter(url, `joinById/${roomId}`, headers);
    player.#stopBeating = player.#clock.every(BEAT_MS, () => player.up({}));
    return player;
  }

  /** Joins any room. @param what as of `reserve`; @throws Error when refused */
  static async enter(url: string, what: string, headers: Headers): Promise<RawPlayer> {
    const seat = await reserve(url, what, headers);
    if ("status" in seat) throw new Error(`refused: ${seat.status} ${seat.error}`);
    const player = new RawPlayer(serverOf(url, seat), addressOf(seat), `sessionId=${seat.sessionId}`);
    await until(() => player.isIn || player.closeCode !== null, PATIENCE_MS, "a raw socket is in its room");
    if (!player.isIn) throw new Error(`closed with ${player.closeCode}: ${player.errors.join()}`);
    return player;
  }

  /** Room time by the latest keyframe, or by the first word before it, in ms. */
  roomMs(): number {
    return this.#keyframeSentMs + this.#clock.now() - this.#keyframeAtMs;
  }

  /** The present tick. */
  tick(): number {
    return Math.floor(this.roomMs() / MS_PER_TICK);
  }

  /** Any bytes, as one frame. */
  send(frame: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
  }

  /** An UpMessage's bytes, right or wrong. */
  sendUp(bytes: Uint8Array): void {
    this.send(Uint8Array.of(Frame.bytes, UP, ...bytes));
  }

  /** A heartbeat, and a press with a tick. */
  up({ tick = null, keys = 0 }: { tick?: number | null; keys?: number }): void {
    const sent = low16(this.roomMs());
    this.sendUp(encodeUp({ sent, synced: true, answer: false, seenLate: 0, downMs: 0, own: 0, keys, tick }));
  }

  ask(request: MatchRequest): void {
    // Nobody is ready who has not told by their stamps that they know the time.
    if (request === "ready") this.up({});
    this.send(namedFrame(request));
  }

  /** Falls silent. */
  stopBeating(): void {
    this.#stopBeating();
  }

  close(): void {
    this.stopBeating();
    this.socket.terminate();
  }

  /** Resolves with the close code. */
  async closed(): Promise<number> {
    await until(() => this.closeCode !== null, PATIENCE_MS, "the socket is closed");
    return this.closeCode ?? 0;
  }

  #receive(frame: Buffer): void {
    const [kind, type] = frame;
    if (kind === Frame.join) {
      this.isIn = true;
      this.send(Uint8Array.of(Frame.join));
    }
    if (kind === Frame.error) this.errors.push(frame.subarray(1).toString("latin1"));
    if (kind !== Frame.bytes) return;
    const bytes = new Uint8Array(frame.subarray(2));
    if (type === Down.relay) this.relays.push(decodeRelay(bytes).press);
    if (type === Down.correction) this.corrections.push(decodeCorrection(bytes));
    if (type === Down.pong && this.keyframeTick < 0) this.#setTime(decodePong(bytes).sent);
    if (type !== Down.keyframe) return;
    const { sentMs, world, epoch, seats } = decodeKeyframe(bytes);
    this.#setTime(sentMs);
    this.keyframeTick = world.tick;
    this.epoch = epoch;
    this.seat = seats[0] ?? -1;
  }

  #setTime(sentMs: number): void {
    this.#keyframeSentMs = sentMs;
    this.#keyframeAtMs = this.#clock.now();
  }
}
