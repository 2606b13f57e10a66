// Pages of players over HTTP: who sees what, and that what an account says of itself stays text.

import assert from "node:assert/strict";
import { createMatches } from "../../../db/repositories/matches.ts";
import { MatchReply } from "../../../schema/http/matches.ts";
import { PlayedReply, PlayerReply } from "../../../schema/http/players.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onServer } from "../../support/both-servers.ts";
import { type Answer, visit } from "../../support/browser-like.ts";
import { createGuest } from "../../support/guest.ts";
import { sampleResult } from "../../support/sample-match.ts";

const MATCHES = 45;
const MARKUP = `<img src=x onerror="alert(1)"> {{7*7}} \${7*7} & "quotes"`;

let ada: SeededAccount;
let shy: SeededAccount;
let other: SeededAccount;

onServer("pages of players", {
  async seed(database) {
    ada = await seedAccount(database, "ada.l");
    const hidden = {
      seesStatus: "nobody",
      seesHistory: "friends",
      mayMessage: "nobody",
      mayChallenge: "nobody",
    } as const;
    shy = await seedAccount(database, "shy", hidden);
    other = await seedAccount(database, "other");
    const matches = createMatches(database.orm);
    const lateness = { presses: 0, histogram: [] };
    for (let n = 0; n < MATCHES; n++) {
      const seats = [ada, shy].map(({ id, name }, seat) => {
        return { sitter: "person" as const, playerId: id, name, points: seat === n % 2 ? 3 : 0, lateness };
      });
      await matches.finish(
        sampleResult({ seats, winner: n % 2, finishedAt: new Date(Date.UTC(2026, 10, 1 + (n >> 2))) }),
      );
    }
  },

  tests(server) {
    async function page(login: string, cookie = ""): Promise<PlayerReply> {
      const answer = await visit(server().url, cookie).get(`/api/players/${login}`);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return PlayerReply.parse(answer.body);
    }

    it("are there for everybody, under one spelling", async () => {
      const shown = await page("ada.l");
      assert.deepEqual([shown.id, shown.name, shown.isSelf, shown.friendship], [ada.id, "ada.l", false, "none"]);
      assert.deepEqual(shown.record, { played: MATCHES, won: 23 });
      assert.equal((await page("ADA.L")).id, ada.id, "letters are made small");
      for (const login of ["adal", "ada_l", "ada-i", "nobody.here", "a", "%00", "..%2F..", "x".repeat(500)])
        assert.equal((await visit(server().url).get(`/api/players/${login}`)).status, 404, login);
    });

    it("show to each what they may see", async () => {
      const guest = await createGuest(server().url);
      const cookies = { nobody: "", guest: guest.headers["cookie"] ?? "", other: other.cookie, self: ada.cookie };
      const seen: Record<string, unknown[]> = {};
      for (const [who, cookie] of Object.entries(cookies)) {
        const { isSelf, status, record, mayBefriend, mayChallenge, mayMessage } = await page("ada.l", cookie);
        seen[who] = [isSelf, status !== null, record !== null, mayBefriend, mayChallenge, mayMessage];
      }
      assert.deepEqual(seen, {
        nobody: [false, true, true, false, false, false],
        guest: [false, true, true, false, true, true],
        other: [false, true, true, true, true, true],
        self: [true, true, true, false, false, false],
      });
    });

    it("keep to themselves what the account keeps to itself", async () => {
      for (const cookie of ["", other.cookie]) {
        const { status, lastSeenAt, record, mayChallenge, mayMessage } = await page("shy", cookie);
        assert.deepEqual([status, lastSeenAt, record, mayChallenge, mayMessage], [null, null, null, false, false]);
        const history = await visit(server().url, cookie).get("/api/players/shy/matches");
        assert.deepEqual([history.status, codeOf(history)], [403, "history.hidden"]);
      }
      const own = await page("shy", shy.cookie);
      assert.deepEqual([own.status !== null, own.record?.played], [true, MATCHES]);
      assert.equal((await visit(server().url, shy.cookie).get("/api/players/shy/matches")).status, 200);
    });

    it("let nobody replay a match that one of its players keeps to themselves", async () => {
      const { body } = await visit(server().url).get("/api/players/ada.l/matches");
      const [match] = PlayedReply.parse(body).matches;
      const path = `/api/matches/${match!.id}`;
      const address = `${server().url}${path}/recording`;
      const statuses = [];
      const told = [];
      for (const cookie of ["", other.cookie, ada.cookie, shy.cookie]) {
        const answer = await fetch(address, { headers: { cookie } });
        statuses.push(answer.status);
        await answer.arrayBuffer();
        const reply = MatchReply.parse((await visit(server().url, cookie).get(path)).body);
        told.push(reply.status === "finished" && reply.mayReplay);
        if (answer.status !== 200) continue;
        assert.deepEqual(
          [answer.headers.has("etag"), answer.headers.get("cache-control")],
          [true, "private, no-cache"],
        );
      }
      assert.deepEqual(statuses, [404, 404, 200, 200]);
      assert.deepEqual(told, [false, false, true, true]);
    });

    it("never tell what is nobody's business", async () => {
      const { body } = await visit(server().url, other.cookie).get("/api/players/ada.l");
      for (const field of ["email", "pendingEmail", "passwordHash", "loginKey", "banReason", "totpSecret", "privacy"])
        assert.ok(!Object.hasOwn(body as object, field), field);
    });

    it("list every match once, page by page", async () => {
      const ids: string[] = [];
      let next: string | null = null;
      const sizes: number[] = [];
      do {
        const from: string = next === null ? "" : `?before=${encodeURIComponent(next)}`;
        const answer = await visit(server().url).get(`/api/players/ada.l/matches${from}`);
        const reply = PlayedReply.parse(answer.body);
        ids.push(...reply.matches.map(({ id }) => id));
        sizes.push(reply.matches.length);
        next = reply.next;
      } while (next !== null);
      assert.deepEqual(sizes, [20, 20, 5]);
      assert.equal(new Set(ids).size, MATCHES);
      for (const before of [
        "yesterday",
        "2026-11-24T12:00:00.000Z",
        `0000-01-01T00:00:00.000Z_${ids[0]}`,
        "'; drop table x",
      ]) {
        const answer = await visit(server().url).get(`/api/players/ada.l/matches?before=${encodeURIComponent(before)}`);
        assert.deepEqual([answer.status, codeOf(answer)], [400, "badRequest"], before);
      }
    });

    it("show what an account says of itself, as text, and change nothing else", async () => {
      const self = visit(server().url, ada.cookie);
      const about = `  ${MARKUP}\u0007\r\n\u202e  end `;
      const answer = await self.send("PATCH", "/api/account/profile", {
        about,
        country: "FR",
        role: "admin",
        login: "root",
      });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      const { role, login, country } = answer.body as Record<string, unknown>;
      assert.deepEqual([role, login, country], ["player", "ada.l", "FR"]);
      assert.equal((await page("ada.l")).about, `${MARKUP} end`);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/json/u);

      await self.send("PATCH", "/api/account/profile", { privacy: { status: "nobody" } });
      await self.send("PATCH", "/api/account/profile", { country: null });
      const shown = await page("ada.l", other.cookie);
      assert.deepEqual(
        [shown.country, shown.status, shown.about, shown.mayMessage],
        [null, null, `${MARKUP} end`, true],
      );
      await self.send("PATCH", "/api/account/profile", { privacy: { status: "everyone" }, about: "" });
    });

    it("refuse profiles that are none", async () => {
      const self = visit(server().url, ada.cookie);
      const wrong = [
        { about: "x".repeat(201) },
        { country: "fr" },
        { country: "FRA" },
        { privacy: { status: "me" } },
        { about: 7 },
      ];
      for (const body of wrong)
        assert.equal((await self.send("PATCH", "/api/account/profile", body)).status, 422, JSON.stringify(body));
      const zero = await self.send("PATCH", "/api/account/profile", { about: "a\u0000b" });
      assert.equal(zero.status, 400, "no text at all");
      assert.equal((await visit(server().url).send("PATCH", "/api/account/profile", {})).status, 401);
    });
  },
});

function codeOf({ body }: Answer): unknown {
  return (body as { error?: { code: string } }).error?.code;
}
