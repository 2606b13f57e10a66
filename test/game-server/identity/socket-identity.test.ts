// The rooms' way of knowing who somebody is reads the very cookie that HTTP set, and no other.

import assert from "node:assert/strict";
import express from "express";
import session from "express-session";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { randomUUID } from "node:crypto";
import { createPlayers } from "../../../db/repositories/players.ts";
import { createAccounts } from "../../../db/repositories/accounts.ts";
import { createSessions, sessionKey } from "../../../db/repositories/sessions.ts";
import { createRestoreGuestName } from "../../../game-server/identity/restore-guest-name.ts";
import { createIdentifyRequest } from "../../../game-server/identity/request-identity.ts";
import { createNameReservations } from "../../../game-server/identity/name-reservations.ts";
import { SessionStore, sessionCookie } from "../../../game-server/identity/session-store.ts";
import { createIdentifySocket } from "../../../game-server/identity/socket-identity.ts";
import { visit } from "../../support/browser-like.ts";
import { onDatabase } from "../../support/databases.ts";

const SESSION_COOKIE = sessionCookie(false);
const SECRET = "a secret of the test's own";

onDatabase("who is", (database) => {
  let http: Server;
  let url = "";
  afterEach(() => {
    http.close();
  });

  /** An application that signs in whoever asks as the player in the path. */
  async function fixture() {
    const clock = { date: new Date("2026-11-23T12:00:00Z"), ms: 0 };
    const wallClock = () => clock.date;
    const sessions = createSessions(database().orm);
    const players = createPlayers(database().orm);
    const accounts = createAccounts(database().orm);
    const nameReservations = createNameReservations(() => clock.ms);
    const restoreGuestName = createRestoreGuestName({ players, accounts, nameReservations, wallClock });
    const app = express();
    app.use(
      session({
        name: SESSION_COOKIE,
        secret: SECRET,
        store: new SessionStore(sessions, wallClock),
        resave: false,
        saveUninitialized: false,
      }),
    );
    app.get("/as/:id", (request, response) => {
      request.session.playerId = request.params.id;
      response.end();
    });
    http = createServer(app).listen(0, "127.0.0.1");
    await once(http, "listening");
    const address = http.address();
    assert.ok(address !== null && typeof address !== "string");
    url = `http://127.0.0.1:${address.port}`;
    const identify = createIdentifySocket({
      secret: SECRET,
      cookie: SESSION_COOKIE,
      sessions,
      identifyRequest: createIdentifyRequest({ accounts, restoreGuestName, wallClock }),
      wallClock,
    });
    return { clock, sessions, players, identify };
  }

  async function cookieOf(id: string): Promise<string> {
    const browser = visit(url);
    await browser.get(`/as/${id}`);
    return browser.cookie();
  }

  it("knows the player of a signed cookie, among others", async () => {
    const { players, identify, clock } = await fixture();
    const ada = await players.createGuest(randomUUID(), "Ada", "ada", clock.date);
    const cookie = await cookieOf(ada.id);
    const key = sessionKey(decodeURIComponent(cookie).slice(`${SESSION_COOKIE}=s:`.length).split(".")[0] ?? "");
    assert.deepEqual(await identify(new Headers({ cookie: `a=b; ${cookie}; c=d` })), { ...ada, sessionKey: key });
  });

  it("knows nobody without one, with a forged one, or after signing out everywhere", async () => {
    const { players, sessions, identify, clock } = await fixture();
    const ada = await players.createGuest(randomUUID(), "Ada", "ada", clock.date);
    const cookie = await cookieOf(ada.id);
    assert.equal(await identify(new Headers()), null);
    assert.equal(await identify(new Headers({ cookie: `${SESSION_COOKIE}=s%3Aabc.def` })), null);
    assert.equal(await identify(new Headers({ cookie: cookie.replace("s%3A", "") })), null);
    assert.equal(await identify(new Headers({ cookie: "%%%;;==" })), null);
    assert.equal(await sessions.revoke(ada.id), 1);
    assert.equal(await identify(new Headers({ cookie })), null);
  });

  it("numbers who comes back while somebody else goes by that name", async () => {
    const { players, identify, clock } = await fixture();
    const first = await players.createGuest(randomUUID(), "Twin", "twin", clock.date);
    const second = await players.createGuest(randomUUID(), "Twin", "twin", clock.date);
    const [one, two] = [await cookieOf(first.id), await cookieOf(second.id)];
    assert.equal((await identify(new Headers({ cookie: one })))?.name, "Twin");
    assert.equal((await identify(new Headers({ cookie: two })))?.name, "Twin 2");
    assert.equal((await players.find(second.id))?.name, "Twin 2");
  });
});
