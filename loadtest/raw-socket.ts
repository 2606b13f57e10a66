// A WebSocket client cut down to what load needs: binary frames over TCP, at a third of the cost of a full client, so that the
// bots do not become the bottleneck. RFC 6455, no extensions, no fragments (our servers send none).

import { randomBytes } from "node:crypto";
import { type Socket, connect } from "node:net";

const BINARY = 0x82;
const CLOSE = 0x8;
const PING = 0x9;
const PONG_FRAME = 0x8a;

export interface RawSocket {
  /** One binary message, up to 125 bytes. */
  send(payload: Uint8Array): void;
  close(): void;
}

export interface RawSocketEvents {
  message(payload: Buffer): void;
  /** The close code, or 1006. */
  closed(code: number): void;
}

/** Opens a WebSocket to ws://127.0.0.1:port/path. Resolves once it is open. @throws Error when the upgrade is refused */
export function openRawSocket(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  events: RawSocketEvents,
): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const reader = new FrameReader(socket, events);
    let head = "";
    let isOpen = false;
    socket.setNoDelay(true);
    socket.on("error", reject);
    socket.on("close", () => {
      if (isOpen) reader.end(1006);
      else reject(new Error("closed before it was open"));
    });
    socket.on("connect", () => socket.write(upgradeRequest(port, path, headers)));
    socket.on("data", (data) => {
      if (isOpen) return reader.read(data);
      head += data.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 101")) {
        socket.destroy();
        return reject(new Error(head.slice(0, head.indexOf("\r\n"))));
      }
      isOpen = true;
      resolve({ send: (payload) => write(socket, BINARY, payload), close: () => socket.end() });
      reader.read(Buffer.from(head.slice(end + 4), "latin1"));
    });
  });
}

function upgradeRequest(port: number, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n${lines.join("")}\r\n`
  );
}

/** A client's frames are masked; a mask of zeros leaves the payload as it is. */
function write(socket: Socket, opcode: number, payload: Uint8Array): void {
  const frame = Buffer.alloc(6 + payload.length);
  frame[0] = opcode;
  frame[1] = 0x80 | payload.length;
  frame.set(payload, 6);
  socket.write(frame);
}

class FrameReader {
  readonly #socket: Socket;
  readonly #events: RawSocketEvents;
  #rest: Buffer = Buffer.alloc(0);
  #isOver = false;

  constructor(socket: Socket, events: RawSocketEvents) {
    this.#socket = socket;
    this.#events = events;
  }

  end(code: number): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#events.closed(code);
  }

  read(data: Buffer): void {
    let bytes = this.#rest.length === 0 ? data : Buffer.concat([this.#rest, data]);
    while (bytes.length >= 2) {
      const short = bytes[1]! & 127;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length < header) break;
      const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
      if (bytes.length < header + length) break;
      this.#take(bytes[0]! & 15, bytes.subarray(header, header + length));
      bytes = bytes.subarray(header + length);
    }
    this.#rest = bytes.length === 0 ? bytes : Buffer.from(bytes);
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === CLOSE) this.end(payload.length >= 2 ? payload.readUInt16BE(0) : 1005);
    else if (opcode === PING) write(this.#socket, PONG_FRAME, payload);
    else this.#events.message(payload);
  }
}
