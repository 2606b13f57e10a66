// What moderators and admins do to accounts, over HTTP, and who may not.

import assert from "node:assert/strict";
import { PlayerReply } from "../../../schema/http/players.ts";
import { type SeededAccount, seedAccount } from "../../support/accounts.ts";
import { onServer } from "../../support/both-servers.ts";
import { type Answer, visit } from "../../support/browser-like.ts";
import { guestOf } from "../../support/guest.ts";
import { Player } from "../../support/player.ts";
import { until } from "../../support/until.ts";

/** What is promised. */
const AT_ONCE_MS = 1_000;
const BAN = { hours: 2, reason: "for the test" };

let player: SeededAccount;
let banned: SeededAccount;
let loud: SeededAccount;
let moderator: SeededAccount;
let colleague: SeededAccount;
let admin: SeededAccount;

onServer("moderation", {
  async seed(database) {
    player = await seedAccount(database, "player.one");
    banned = await seedAccount(database, "rude");
    loud = await seedAccount(database, "loud");
    moderator = await seedAccount(database, "modesty", { role: "moderator" });
    colleague = await seedAccount(database, "colleague", { role: "moderator" });
    admin = await seedAccount(database, "ann", { role: "admin" });
  },

  tests(server) {
    const as = ({ cookie }: SeededAccount) => visit(server().url, cookie);
    const banOf = ({ login }: SeededAccount) => `/api/moderation/players/${login}/ban`;
    const roleOf = ({ login }: SeededAccount) => `/api/admin/players/${login}/role`;

    it("keeps an account out at once, everywhere, and lets it in again", async () => {
      assert.equal((await as(moderator).send("PUT", banOf(banned), BAN)).status, 204);
      assert.deepEqual((await as(banned).get("/api/me")).body, { player: null });
      assert.equal((await as(banned).send("PATCH", "/api/account/profile", {})).status, 401);

      const seen = async (who: SeededAccount) => {
        const answer = await as(who).get("/api/players/rude");
        return PlayerReply.parse(answer.body).bannedUntil;
      };
      const bannedUntil = Date.parse((await seen(moderator)) ?? "");
      assert.ok(Math.abs(bannedUntil - Date.now() - 2 * 3_600_000) < 60_000);
      assert.equal(await seen(player), null, "not for everybody to know");

      assert.equal((await as(moderator).send("DELETE", banOf(banned))).status, 204);
      assert.equal(await seen(moderator), null);
      assert.deepEqual((await as(banned).get("/api/me")).body, { player: null }, "the old sessions are gone for good");
    });

    it("throws out of a match that runs", async () => {
      const playing = guestOf(server().url, loud, as(loud));
      const seated = new Player(playing, await playing.setUp({ kind: "practice", level: "dewdrop" }));
      await seated.sees("playing");
      assert.equal((await as(admin).send("PUT", banOf(loud), BAN)).status, 204);
      await until(() => seated.session.connection === "closed", AT_ONCE_MS, "thrown out");
      assert.equal(seated.session.closedBecause, "signedOut");
      seated.quit();
    });

    it("is not for players, nor against whom it may not be", async () => {
      const refused: [SeededAccount, SeededAccount, number][] = [
        [player, banned, 403],
        [moderator, colleague, 403],
        [moderator, admin, 403],
        [moderator, moderator, 403],
        [admin, admin, 403],
      ];
      for (const [by, whom, status] of refused)
        for (const method of ["PUT", "DELETE"] as const) {
          const answer = await as(by).send(method, banOf(whom), method === "PUT" ? BAN : undefined);
          assert.deepEqual(
            [answer.status, codeOf(answer)],
            [status, "forbidden"],
            `${by.login} ${method} ${whom.login}`,
          );
        }
      assert.equal((await visit(server().url).send("PUT", banOf(player), BAN)).status, 401);
      assert.equal((await as(admin).send("PUT", "/api/moderation/players/who.else/ban", BAN)).status, 404);
      for (const body of [{ hours: 0, reason: "x" }, { hours: 1.5, reason: "x" }, { hours: 1, reason: " \u0007 " }, {}])
        assert.equal((await as(admin).send("PUT", banOf(player), body)).status, 422, JSON.stringify(body));
      assert.notEqual(((await as(admin).get("/api/me")).body as { player: unknown }).player, null);
    });

    it("gives roles that count at once, and leaves an admin", async () => {
      assert.equal((await as(moderator).send("PUT", roleOf(player), { role: "admin" })).status, 403);
      const last = await as(admin).send("PUT", roleOf(admin), { role: "player" });
      assert.deepEqual([last.status, codeOf(last)], [409, "role.lastAdmin"]);

      assert.equal((await as(admin).send("PUT", roleOf(colleague), { role: "player" })).status, 204);
      assert.equal((await as(colleague).send("PUT", banOf(player), BAN)).status, 403);
      assert.equal((await as(admin).send("PUT", roleOf(colleague), { role: "admin" })).status, 204);
      assert.equal((await as(colleague).send("PUT", banOf(moderator), BAN)).status, 204, "admins may");
      assert.equal((await as(colleague).send("DELETE", banOf(moderator))).status, 204);

      // Two who step down at once: one stays.
      const both = [
        as(admin).send("PUT", roleOf(admin), { role: "player" }),
        as(colleague).send("PUT", roleOf(colleague), { role: "player" }),
      ];
      const statuses = (await Promise.all(both)).map(({ status }) => status);
      assert.deepEqual(new Set(statuses), new Set([204, 409]));
    });

    it("stands in the log: who, whom and why", () => {
      const log = server().lines.join("\n");
      assert.match(log, /info banned .*by=modesty .*whom=rude .*reason=for the test/u);
      assert.match(log, /info let in again .*by=modesty .*whom=rude/u);
      assert.match(log, /info has another role .*by=ann .*whom=colleague .*to=admin/u);
      assert.doesNotMatch(log, /ERROR/u);
    });
  },
});

function codeOf({ body }: Answer): unknown {
  return (body as { error?: { code: string } }).error?.code;
}
