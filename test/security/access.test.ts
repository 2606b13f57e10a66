// Who may ask for what: every route there is, by the least that a caller has to be. A route that this table does not name fails,
// and so does one that it names and that is not there. Each caller then really asks.

import assert from "node:assert/strict";
import { ENDPOINTS } from "../../schema/http/endpoints.ts";
import { seedAccount } from "../support/accounts.ts";
import { appRoutes } from "../support/app-routes.ts";
import { visit } from "../support/browser-like.ts";
import { onDatabase } from "../support/databases.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { onServer } from "../support/both-servers.ts";
import type { TestServer } from "../support/server.ts";

/**
 * The least that a caller has to be; then what a call acts on, so that one player cannot reach another's:
 * - `nobody's`: nothing that belongs to a player
 * - `own`: the caller's account, which the session says; there is no id in the request
 * - `pair`: what is between the caller and another; test/game-server/people and test/rooms/lobby show that a third one cannot touch it
 * - `player's`: another player's page, as far as that player lets the caller see it (test/game-server/people/profiles.test.ts)
 */
type Row = readonly [
  least: "anyone" | "guest" | "player" | "moderator" | "admin" | "operator",
  on: "nobody's" | "own" | "pair" | "player's",
];

const TABLE: Readonly<Record<string, Row>> = {
  "POST /api/guests": ["anyone", "own"],
  "GET /api/me": ["anyone", "own"],
  "GET /api/site": ["anyone", "nobody's"],
  "POST /api/sign-up": ["anyone", "own"],
  "POST /api/sign-in": ["anyone", "own"],
  "GET /api/sign-in": ["anyone", "own"],
  "POST /api/sign-in/code": ["anyone", "own"],
  "POST /api/sign-in/code/mail": ["anyone", "own"],
  "POST /api/sign-out": ["anyone", "own"],
  "POST /api/sign-out/everywhere": ["player", "own"],
  "POST /api/password/forgotten": ["anyone", "nobody's"],
  "POST /api/password/reset": ["anyone", "own"],
  "POST /api/email/verify": ["anyone", "own"],
  "GET /api/account": ["player", "own"],
  "PUT /api/account/name": ["player", "own"],
  "PUT /api/account/login": ["player", "own"],
  "PUT /api/account/email": ["player", "own"],
  "POST /api/account/email/verification": ["player", "own"],
  "PUT /api/account/password": ["player", "own"],
  "PATCH /api/account/profile": ["player", "own"],
  "PUT /api/account/avatar": ["player", "own"],
  "DELETE /api/account/avatar": ["player", "own"],
  "GET /api/account/devices": ["player", "own"],
  "DELETE /api/account/devices/:key": ["player", "own"],
  "POST /api/account/factor/totp": ["player", "own"],
  "POST /api/account/factor/totp/confirm": ["player", "own"],
  "POST /api/account/factor/email": ["player", "own"],
  "POST /api/account/factor/email/confirm": ["player", "own"],
  "POST /api/account/factor/recovery-codes": ["player", "own"],
  "POST /api/account/factor/off": ["player", "own"],
  "POST /api/account/factor/code": ["player", "own"],
  "POST /api/account/forty-two/link": ["player", "own"],
  "POST /api/account/forty-two/unlink": ["player", "own"],
  "GET /api/players/:login/ratings": ["anyone", "player's"],
  "GET /api/players/:login/ratings/:mode": ["anyone", "player's"],
  "GET /api/players/:login/figures": ["anyone", "player's"],
  "GET /api/players/:login/achievements": ["anyone", "player's"],
  "GET /api/leaderboards/:mode": ["anyone", "nobody's"],
  "GET /api/notifications": ["guest", "own"],
  "POST /api/notifications/read": ["guest", "own"],
  "GET /api/live": ["anyone", "nobody's"],
  "GET /api/queues": ["anyone", "own"],
  "GET /api/lobby": ["guest", "player's"],
  "GET /api/challenges": ["guest", "pair"],
  "POST /api/challenges": ["guest", "pair"],
  "POST /api/challenges/:id/accept": ["guest", "pair"],
  "POST /api/challenges/:id/decline": ["guest", "pair"],
  "POST /api/challenges/:id/counter": ["guest", "pair"],
  "POST /api/challenges/:id/withdraw": ["guest", "pair"],
  "POST /api/live/:room/watch": ["guest", "nobody's"],
  "GET /api/matches/:id/events": ["anyone", "nobody's"],
  "GET /api/matches/:id/facts": ["anyone", "nobody's"],
  "GET /auth/42": ["anyone", "own"],
  "GET /auth/42/callback": ["anyone", "own"],
  "DELETE /api/account/remembered-devices": ["player", "own"],
  "GET /api/players/:login": ["anyone", "player's"],
  "GET /player/:login": ["anyone", "player's"],
  "GET /api/players/:login/matches": ["anyone", "player's"],
  "GET /api/friends": ["player", "own"],
  "POST /api/friends": ["player", "pair"],
  "PUT /api/friends/:id": ["player", "pair"],
  "POST /api/friends/:id/accept": ["player", "pair"],
  "DELETE /api/friends/:id": ["player", "pair"],
  "PUT /api/blocks/:id": ["player", "pair"],
  "DELETE /api/blocks/:id": ["player", "pair"],
  "POST /api/invitations": ["guest", "own"],
  "POST /api/tables": ["guest", "own"],
  "GET /api/matches/:id": ["anyone", "nobody's"],
  "GET /api/matches/:id/recording": ["anyone", "nobody's"],
  "POST /api/reports": ["anyone", "nobody's"],
  "GET /api/openapi.json": ["anyone", "nobody's"],
  "GET /api/docs": ["anyone", "nobody's"],
  "GET /api/docs/style.css": ["anyone", "nobody's"],
  "PUT /api/moderation/players/:login/ban": ["moderator", "player's"],
  "DELETE /api/moderation/players/:login/ban": ["moderator", "player's"],
  "PUT /api/admin/players/:login/role": ["admin", "player's"],
  "GET /health/live": ["anyone", "nobody's"],
  "GET /health/ready": ["anyone", "nobody's"],
  "GET /favicon.ico": ["anyone", "nobody's"],
  // By a password of their own, see test/admin.
  "GET /admin": ["operator", "nobody's"],
  "GET /admin/style.css": ["operator", "nobody's"],
  "GET /admin/reports": ["operator", "nobody's"],
  "GET /admin/reports.json": ["operator", "nobody's"],
};

/** Handlers below a path, who let through, refuse or hand out what needs no caller; of the operators', behind their password. */
const HANDLERS = [
  "* /admin",
  "* /admin/monitor",
  "* /api",
  "* /api/reports",
  "* /auth",
  "* /avatars",
  "* /health",
  "* /matchmake",
  "* /metrics",
];

/** Not routes of express: joining rooms. Who may: test/rooms/match/hostile-joins.test.ts and alone.test.ts. */

const CALLERS = ["anyone", "guest", "player", "moderator", "admin"] as const;
type Caller = (typeof CALLERS)[number];

/** Every call gets a browser of its own, as some calls sign it out. */
const cookies = new Map<string, string>();

onDatabase("the table of who may ask for what", (database) => {
  it("names every route there is, and no other", async () => {
    const env = { FORTYTWO_CLIENT_ID: "id", FORTYTWO_CLIENT_SECRET: "secret" };
    assert.deepEqual(
      await appRoutes(database(), temporaryFolder(), env),
      [...Object.keys(TABLE), ...HANDLERS].toSorted(),
    );
  });

  it("agrees with the API's description", () => {
    for (const { method, path, access } of ENDPOINTS) {
      const route = `${method} ${path.replace(/\{(\w+)\}/gu, ":$1")}`;
      assert.equal(TABLE[route]?.[0], access, route);
    }
  });
});

onServer("each kind of caller", {
  async seed(database) {
    await seedAccount(database, "target");
    let count = 0;
    for (const route of routesToAsk()) {
      for (const role of ["player", "moderator", "admin"] as const) {
        const { cookie } = await seedAccount(database, `${role}-${++count}`, { role });
        cookies.set(`${role} ${route}`, cookie);
      }
    }
  },
  tests,
});

/** Those that go by the session. */
function routesToAsk(): string[] {
  return Object.keys(TABLE).filter((route) => TABLE[route]?.[0] !== "operator");
}

function tests(server: () => TestServer): void {
  let guest = "";
  before(async () => {
    const visitor = visit(server().url);
    await visitor.post("/api/guests", { name: "Some Guest" });
    guest = visitor.cookie();
  });

  for (const route of routesToAsk()) {
    it(`may, or may not: ${route}`, async () => {
      const [least] = TABLE[route]!;
      for (const caller of CALLERS) {
        const answer = await ask(route, caller);
        const code = (answer.body as { error?: { code?: string } } | null)?.error?.code;
        const refused = [401, 403].includes(answer.status) && REFUSED.has(code ?? "");
        const may = CALLERS.indexOf(caller) >= CALLERS.indexOf(least as Caller);
        assert.equal(!refused, may, `${caller}: ${answer.status} ${code}`);
        if (!may) assert.equal(code, reason(caller), caller);
        assert.ok(answer.status < 500, `${caller}: ${answer.status}`);
      }
    });
  }

  function ask(route: string, caller: Caller) {
    const [method = "", path = ""] = route.split(" ");
    const cookie = caller === "anyone" ? "" : caller === "guest" ? guest : cookies.get(`${caller} ${route}`);
    // Signing out takes the guest away from the calls that come after.
    const own = route === "POST /api/sign-out" && caller === "guest" ? "" : cookie;
    const address = path
      .replace(":login", "target")
      .replace(":key", "0".repeat(64))
      .replace(":id", "00000000-0000-4000-8000-000000000000");
    return visit(server().url, own).send(method, address, method === "GET" ? undefined : {});
  }
}

/** What somebody is told who is too little, and not what a wrong body or password is. */
const REFUSED = new Set(["signedOut", "accountNeeded", "forbidden"]);

function reason(caller: Caller): string {
  if (caller === "anyone") return "signedOut";
  return caller === "guest" ? "accountNeeded" : "forbidden";
}
