// The sockets: Colyseus' WebSocket transport, with its limits set and without its habit of logging what clients do wrong.

import type { Server as HttpServer } from "node:http";
import { type TransportOptions, WebSocketTransport } from "@colyseus/ws-transport";
import type { Logger } from "pino";
import { createDeadSockets } from "./dead-sockets.ts";
import type { AllowOrigin } from "./origins.ts";
import { sendDirectly } from "./sending.ts";

/** The longest message a client has reason to send is a burst of presses after a stall. */
const MAX_MESSAGE_BYTES = 2048;

/** Colyseus prints a stack as an error for every broken or oversized frame. The socket is closed by ws in any case. */
class QuietTransport extends WebSocketTransport {
  readonly #deadSockets = createDeadSockets();

  constructor(options: TransportOptions, log: Logger) {
    super(options);
    this.wss.on("connection", (webSocket, request) => {
      webSocket.removeAllListeners("error");
      webSocket.on("error", (error) => {
        log.debug({ err: error }, "a socket is closed for a broken frame");
      });
      sendDirectly(webSocket, request.socket);
      this.#deadSockets.watch(webSocket, request.socket);
    });
  }

  override shutdown(): void {
    this.#deadSockets.stop();
    super.shutdown();
  }
}

export function createTransport(http: HttpServer, allowOrigin: AllowOrigin, log: Logger): WebSocketTransport {
  const options: TransportOptions = {
    server: http,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    // Colyseus pings all sockets in one go; dead-sockets.ts does it a few at a time.
    pingInterval: 0,
    beforeUpgrade: (_request, { headers }) =>
      allowOrigin(headers.get("origin"), headers.get("host") ?? "") ? undefined : new Response(null, { status: 403 }),
  };
  const transport = new QuietTransport(options, log);
  // Colyseus prints the stack of a taken port and waits for ever; listen() in server.ts says it in a sentence.
  http.removeAllListeners("error");
  return transport;
}
