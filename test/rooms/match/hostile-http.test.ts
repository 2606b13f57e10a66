// What can be sent at the process before any room is reached: foreign pages, heavy bodies, methods and names that are not for
// clients, addresses that are none.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { JOIN_OPTIONS } from "../../support/raw-player.ts";
import { besiege } from "../../support/siege.ts";

const TEN_MB = 10 * 1024 * 1024;
const FOREIGN = "https://elsewhere.example";

describe("hostile requests", () => {
  const siege = besiege();

  async function post(
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; text: string }> {
    const sent = { "content-type": "application/json", ...headers };
    const response = await fetch(siege.url + path, { method: "POST", body, headers: sent });
    return { status: response.status, text: await response.text() };
  }

  /** Sends these bytes and returns the first line of what comes back; "" when nothing does. */
  async function shout(text: string): Promise<string> {
    const socket = connect(Number(new URL(siege.url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.setTimeout(1_000, () => socket.destroy());
    let said = "";
    socket.setEncoding("latin1").on("data", (data) => {
      said += data;
      socket.destroy();
    });
    socket.write(text);
    await once(socket, "close");
    return said.split("\r\n")[0]!;
  }

  it("refuses foreign pages whatever they ask for", async () => {
    const guest = await siege.guest();
    const roomId = await guest.invite();
    for (const path of [`/matchmake/joinById/${roomId}`, "/matchmake/join/queue", "/api/guests", "/api/invitations"]) {
      for (const origin of [FOREIGN, "null", "http://localhost:1"]) {
        for (const type of ["application/json", "text/plain"]) {
          const headers = { ...guest.headers, origin, "content-type": type };
          assert.equal((await post(path, JSON.stringify(JOIN_OPTIONS), headers)).status, 403, `${path} from ${origin}`);
        }
      }
    }
  });

  it("opens no socket for a foreign page", async () => {
    for (const origin of [FOREIGN, "null"]) {
      const socket = new WebSocket(siege.url.replace("http", "ws"), { origin });
      socket.on("error", () => {});
      const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode: number }];
      assert.equal(response.statusCode, 403);
      socket.terminate();
    }
  });

  it("refuses 10 MB without taking them in", async () => {
    const guest = await siege.guest();
    const roomId = await guest.invite();
    const body = JSON.stringify({ ...JOIN_OPTIONS, padding: "x".repeat(TEN_MB) });
    const resident: number[] = [];
    for (let round = 0; round < 10; round++) {
      for (const path of ["/api/guests", `/matchmake/joinById/${roomId}`, "/matchmake/joinById/X"]) {
        for (let times = 0; times < 2; times++) assert.equal((await post(path, body, guest.headers)).status, 413, path);
      }
      resident.push(residentBytes(siege.server.pid));
    }
    // 600 MB went by. Collections come and go by some 50 MB, so the lowest of the later rounds counts.
    const grown = Math.min(...resident.slice(5)) - resident[0]!;
    assert.ok(grown < 10 * TEN_MB, `memory grew: ${resident.join()}`);
  });

  it("lets nobody make rooms or reconnect by matchmaking", async () => {
    const { headers } = await siege.guest();
    for (const method of [
      "create",
      "joinOrCreate",
      "reconnect",
      "constructor",
      "__proto__",
      "toString",
      "handleCreateRoom",
    ]) {
      for (const room of ["match", "queue", "__proto__"]) {
        const { status, text } = await post(`/matchmake/${method}/${room}`, JSON.stringify(JOIN_OPTIONS), headers);
        assert.ok(status >= 400 && status < 600, `${method}/${room}: ${status}`);
        assert.doesNotMatch(text, /sessionId/u);
      }
    }
  });

  it("finds nothing under names that every object has", async () => {
    const { headers } = await siege.guest();
    for (const name of [
      "__proto__",
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "%00",
      "..%2f..%2fetc",
    ]) {
      for (const method of ["join", "joinById"]) {
        const { status, text } = await post(`/matchmake/${method}/${name}`, JSON.stringify(JOIN_OPTIONS), headers);
        assert.ok(status >= 400, `${method}/${name}: ${status}`);
        assert.doesNotMatch(text, /sessionId|node_modules/u);
      }
    }
  });

  it("takes no orders from keys that every object has", async () => {
    const guest = await siege.guest();
    const join = `"protocol":${JOIN_OPTIONS.protocol},"rules":${JOIN_OPTIONS.rules}`;
    const poison = `"__proto__":{"isOperator":true,"pointsToWin":1},"constructor":{"prototype":{"polluted":1}}`;
    const roomId = await guest.invite();
    assert.equal((await post(`/matchmake/joinById/${roomId}`, `{${join},${poison}}`, guest.headers)).status, 200);
    const invitation = await post("/api/invitations", `{${poison},"rules":{"pointsToWin":5,${poison}}}`, guest.headers);
    assert.ok([201, 422].includes(invitation.status), `${invitation.status}`);
    for (const rules of [{ pointsToWin: 1 }, { pointsToWin: 1e9 }, { pointsToWin: "3" }, [], 7, { twoClear: "yes" }]) {
      assert.equal((await post("/api/invitations", JSON.stringify({ rules }), guest.headers)).status, 422);
    }
    assert.equal((await post("/api/guests", `{"name":{"__proto__":[]}}`, guest.headers)).status, 422);
  });

  it("survives bodies that are no JSON", async () => {
    const { headers } = await siege.guest();
    for (const path of ["/matchmake/joinById/X", "/matchmake/join/queue", "/api/guests", "/api/invitations"]) {
      for (const body of ["", "{", "null", "7", '"x"', "[".repeat(8_000), "\u0000\uffff"]) {
        const { status } = await post(path, body, headers);
        assert.ok(status >= 200 && status < 600, `${path} ${body.slice(0, 10)}: ${status}`);
      }
    }
  });

  const upgrade =
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
  for (const target of ["*:99999", "*", "http://[", "//", "/%", "/..//../?sessionId=%", "/a/b?sessionId=%00"]) {
    it(`survives the address ${target}`, async () => {
      for (const host of ["localhost", "[", "a b", ""]) {
        const head = `${target} HTTP/1.1\r\nHost: ${host}\r\n`;
        for (const request of [
          `GET ${head}\r\n`,
          `POST ${head}Content-Length: 2\r\n\r\n{}`,
          `GET ${head}${upgrade}\r\n`,
        ]) {
          assert.match(await shout(request), /^HTTP\/1\.1 (?!500)\d{3} /u, request);
        }
      }
    });
  }

  it("survives what is no HTTP at all", async () => {
    for (const text of [
      "\r\n\r\n",
      "\u0016\u0003\u0001\u0002",
      `GET / HTTP/1.1\r\n${"x: y\r\n".repeat(5_000)}\r\n`,
      "PRI * HTTP/2.0\r\n\r\n",
    ]) {
      await shout(text);
    }
  });

  it("survives broken frames on a socket without a room", async () => {
    const head = `GET / HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`;
    for (const frame of [
      "\u00ff\u00ff",
      "\u0082\u0001x",
      "\u0082\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
      "\u008f\u0080\u0000\u0000\u0000\u0000",
    ]) {
      const socket = connect(Number(new URL(siege.url).port), "127.0.0.1");
      socket.on("error", () => {});
      socket.write(head);
      await once(socket, "data");
      socket.write(Buffer.from(frame, "latin1"));
      socket.resume();
      await once(socket, "close");
    }
  });
});

function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}
