// Pictures of oneself over HTTP: who may send one, what becomes of the old one, and what is turned away before it is read.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createAccounts } from "../../../db/repositories/accounts.ts";
import { AVATAR_SIZES, MAX_AVATAR_BYTES, avatarPath } from "../../../schema/profile.ts";
import { visit } from "../../support/browser-like.ts";
import { onDatabase } from "../../support/databases.ts";
import { createGuest } from "../../support/guest.ts";
import { blackPng, noise } from "../../support/images.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { SECRET, seedAccount } from "../../support/accounts.ts";
import { inStorage, newStorage } from "../../support/storage.ts";

const PATH = "/api/account/avatar";

describe("a picture of oneself over HTTP", () => {
  let server: TestServer;
  let guest = "";
  const cookies: string[] = [];

  before(async () => {
    const storage = await newStorage();
    await inStorage(storage, async (database) => {
      for (const login of ["ada", "bea", "cyd"]) cookies.push((await seedAccount(database, login)).cookie);
    });
    server = await startServer({ storage, env: { SESSION_SECRET: SECRET } });
    guest = (await createGuest(server.url, "Dot")).headers["cookie"]!;
  });
  after(() => server?.remove());

  function put(cookie: string, body: Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const own = { cookie, origin: server.url, "content-type": "image/png" };
    return fetch(server.url + PATH, { method: "PUT", body: new Uint8Array(body), headers: { ...own, ...headers } });
  }

  function remove(cookie: string): Promise<Response> {
    return fetch(server.url + PATH, { method: "DELETE", headers: { cookie, origin: server.url } });
  }

  async function codeOf(answer: Response): Promise<[number, unknown]> {
    return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code];
  }

  const files = () => readdirSync(join(server.storage.dataDir, "avatars")).toSorted();
  const pictures = (id: string) => AVATAR_SIZES.map((size) => `${id}-${size}.webp`).toSorted();

  it("is kept, shown, replaced by the next one and removed", async () => {
    const [ada = ""] = cookies;
    const first = (await (await put(ada, await noise("png"))).json()) as { avatarId: string };
    assert.deepEqual(files(), pictures(first.avatarId));
    assert.equal((await fetch(server.url + avatarPath(first.avatarId, 256))).status, 200);
    const me = (await visit(server.url).get("/api/me", { cookie: ada })).body as { player: { avatarId: string } };
    assert.equal(me.player.avatarId, first.avatarId);

    // The content counts, not what it is called.
    const second = (await (
      await put(ada, await noise("jpeg"), { "content-type": "image/gif" })
    ).json()) as typeof first;
    assert.deepEqual(files(), pictures(second.avatarId));
    assert.equal((await fetch(server.url + avatarPath(first.avatarId, 256))).status, 404);

    assert.equal((await remove(ada)).status, 204);
    assert.deepEqual(files(), []);
    assert.equal((await remove(ada)).status, 204, "removing again does no harm");
  });

  it("is an account's own affair", async () => {
    const picture = await noise("png");
    assert.deepEqual(await codeOf(await put("", picture)), [401, "signedOut"]);
    assert.deepEqual(await codeOf(await put(guest, picture)), [403, "accountNeeded"]);
    assert.deepEqual(await codeOf(await remove("")), [401, "signedOut"]);
    assert.deepEqual(await codeOf(await remove(guest)), [403, "accountNeeded"]);
    const foreign = { origin: "https://elsewhere.example" };
    assert.deepEqual(await codeOf(await put(cookies[0]!, picture, foreign)), [403, "foreignOrigin"]);
    assert.deepEqual(files(), []);
  });

  it("is refused with what is wrong with it, and nothing is kept", async () => {
    const [, bea = ""] = cookies;
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
    assert.deepEqual(await codeOf(await put(bea, svg)), [415, "avatar.type"]);
    assert.deepEqual(await codeOf(await put(bea, svg, { "content-type": "image/svg+xml" })), [415, "avatar.type"]);
    assert.deepEqual(await codeOf(await put(bea, svg, { "content-type": "text/html" })), [415, "avatar.type"]);
    assert.deepEqual(await codeOf(await put(bea, Buffer.alloc(0))), [415, "avatar.type"]);
    assert.deepEqual(await codeOf(await put(bea, blackPng(12_000, 12_000))), [422, "avatar.tooManyPixels"]);
    assert.deepEqual(await codeOf(await put(bea, (await noise("png")).subarray(0, 900))), [422, "avatar.broken"]);
    assert.deepEqual(await codeOf(await put(bea, Buffer.alloc(MAX_AVATAR_BYTES + 1))), [413, "avatar.tooLarge"]);
    assert.deepEqual(await codeOf(await put(bea, Buffer.alloc(2 * MAX_AVATAR_BYTES))), [413, "avatar.tooLarge"]);
    assert.equal((await put(bea, await noise("png"), { "content-encoding": "gzip" })).status, 415);
    assert.deepEqual(files(), []);
  });

  it("is the only body that may be large, and only as an image at that address", async () => {
    const large = await noise("png", 300);
    assert.ok(large.length > 20_000);
    const [ada = ""] = cookies;
    const headers = { cookie: ada, origin: server.url, "content-type": "image/png" };
    assert.equal((await put(ada, large, { "content-type": "application/json" })).status, 413);
    for (const [method, path] of [
      ["POST", PATH],
      ["DELETE", PATH],
      ["PUT", `${PATH}/more`],
      ["PUT", "/api/guests"],
      ["PUT", "/matchmake/joinById/x"],
    ] as const) {
      const answer = await fetch(server.url + path, { method, headers, body: new Uint8Array(large) });
      assert.equal(answer.status, 413, `${method} ${path}`);
    }
  });

  it("may be another one ten times an hour", async () => {
    const [, , cyd = ""] = cookies;
    const picture = await noise("webp", 20);
    for (let time = 0; time < 10; time++) assert.equal((await put(cyd, picture)).status, 200);
    const refused = await put(cyd, picture);
    const { error } = (await refused.json()) as { error: { code: string; values: { seconds: number } } };
    assert.deepEqual([refused.status, error.code], [429, "tooMany"]);
    assert.ok(error.values.seconds > 3000 && error.values.seconds <= 3600);
    assert.equal(files().length, 3, "of ten pictures one is left");
  });

  it("has logged nothing about all this", () => {
    assert.deepEqual(
      server.lines.filter((line) => !line.startsWith("Rally is ready")),
      [],
    );
  });
});

onDatabase("pictures in use", (database) => {
  it("are those that an account names", async () => {
    const accounts = createAccounts(database().orm);
    const [one, two] = ["1".repeat(22), "2".repeat(22)];
    await accounts.create(accountOf("11111111-1111-4111-8111-111111111111", "Ada"), new Date());
    await accounts.change("11111111-1111-4111-8111-111111111111", { avatarId: one });
    assert.deepEqual(await accounts.usedAvatars([one, two]), new Set([one]));
  });
});

function accountOf(id: string, name: string) {
  const key = name.toLowerCase();
  const none = { pendingEmail: null, passwordHash: null, fortyTwoId: null, fortyTwoLogin: null };
  return { id, name, nameKey: key, login: key, loginKey: key, ...none };
}
