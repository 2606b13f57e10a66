// The sockets: Colyseus' WebSocket transport, with its limits set and without its habit of logging what clients do wrong.

import type { Server as HttpServer } from "node:http";
import { type TransportOptions, WebSocketTransport } from "@colyseus/ws-transport";
import type { Logger } from "pino";
import type { AllowOrigin } from "./origins.ts";

/** The longest message a client has reason to send is a burst of presses after a stall. */
const MAX_MESSAGE_BYTES = 2048;
/** Our own heartbeat notices silence; this only sweeps up sockets that nobody told us are dead. */
const PING_MS = 10_000;

/** Colyseus prints a stack as an error for every broken or oversized frame. The socket is closed by ws in any case. */
class QuietTransport extends WebSocketTransport {
  constructor(options: TransportOptions, log: Logger) {
    super(options);
    this.wss.on("connection", (socket) => {
      socket.removeAllListeners("error");
      socket.on("error", (error) => {
        log.debug({ err: error }, "a socket is closed for a broken frame");
      });
    });
  }
}

export function createTransport(http: HttpServer, allowOrigin: AllowOrigin, log: Logger): WebSocketTransport {
  const options: TransportOptions = {
    server: http,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    pingInterval: PING_MS,
    beforeUpgrade: (_request, { headers }) =>
      allowOrigin(headers.get("origin"), headers.get("host") ?? "") ? undefined : new Response(null, { status: 403 }),
  };
  const transport = new QuietTransport(options, log);
  // Colyseus prints the stack of a taken port and waits for ever; listen() in server.ts says it in a sentence.
  http.removeAllListeners("error");
  return transport;
}
