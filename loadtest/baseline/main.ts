// A server with nothing but baseline rooms. `node main.ts PATCH_HZ`; prints its port.

import { createServer } from "node:http";
import { Server } from "@colyseus/core";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { BaselineRoom } from "./baseline-room.ts";

const patchHz = Number(process.argv[2]);
const http = createServer();
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false });
server.define("baseline", BaselineRoom, { patchHz });
await server.listen(0, "127.0.0.1");
const address = http.address();
console.log(`ready on ${typeof address === "object" ? address?.port : address}`);
