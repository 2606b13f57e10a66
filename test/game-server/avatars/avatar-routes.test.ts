// Avatars over HTTP: with which headers they come, and that nothing else comes from below /avatars.

import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createAvatarFiles } from "../../../game-server/avatars/avatar-files.ts";
import { createMakeAvatar } from "../../../game-server/avatars/make-avatar.ts";
import { AVATAR_SIZES, avatarPath } from "../../../schema/profile.ts";
import { noise } from "../../support/images.ts";
import { startServer, type TestServer } from "../../support/server.ts";

describe("avatars over HTTP", () => {
  let server: TestServer;
  let id = "";
  before(async () => {
    server = await startServer();
    const pictures = await createMakeAvatar()(await noise("jpeg"));
    id = await createAvatarFiles(join(server.storage.dataDir, "avatars")).save(pictures);
    writeFileSync(join(server.storage.dataDir, "avatars", "notes.webp"), "secret");
    writeFileSync(join(server.storage.dataDir, "secret"), "secret");
  });
  after(() => server.remove());

  /** The path as it is, which fetch would tidy up first. */
  async function ask(path: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    return text(socket);
  }

  it("come as pictures that browsers keep, and as nothing else", async () => {
    for (const size of AVATAR_SIZES) {
      const answer = await fetch(server.url + avatarPath(id, size));
      assert.equal(answer.status, 200);
      assert.equal(Buffer.from(await answer.arrayBuffer()).toString("latin1", 8, 12), "WEBP");
      const expected = {
        "content-type": "image/webp",
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'",
        "content-disposition": `inline; filename="${id}-${size}.webp"`,
        "cross-origin-resource-policy": "same-origin",
        "set-cookie": null,
      };
      for (const [name, value] of Object.entries(expected)) assert.equal(answer.headers.get(name), value, name);
    }
  });

  it("are asked for and not changed", async () => {
    const url = server.url + avatarPath(id, 64);
    assert.equal((await fetch(url, { method: "HEAD" })).status, 200);
    for (const method of ["POST", "PUT", "DELETE"]) {
      assert.equal((await fetch(url, { method, headers: { origin: server.url } })).status, 404, method);
    }
    assert.equal((await fetch(url)).status, 200);
  });

  it("are the only thing below /avatars", async () => {
    const paths = [
      "",
      "/",
      "/notes.webp",
      "/..",
      "/../secret",
      "/..%2fsecret",
      "/%2e%2e/secret",
      "/%2e%2e%2fsecret",
      "/..%5csecret",
      "/....//secret",
      "/%00",
      "/%",
      "/%E0%A4%A",
      "//etc/passwd",
      "/%252e%252e%252fsecret",
      `/${id}`,
      `/${id}-64`,
      `/${id}-64.webp%00`,
      `/${id}-64.webp%2f..%2f..%2fsecret`,
      `/${id}-64.webp/`,
      `/${id}-65.webp`,
      `/${id}-64.svg`,
      `/A${id}-64.webp`,
      `/${"A".repeat(22)}-64.webp`,
    ];
    for (const path of paths) {
      const answer = await ask(`/avatars${path}`);
      assert.match(answer, /^HTTP\/1\.1 404 /u, path);
      assert.ok(answer.includes("application/json") && !answer.includes("secret"), path);
    }
  });
});
