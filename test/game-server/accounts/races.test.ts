// Many at once want one thing: on PostgreSQL, where they truly meet.

import assert from "node:assert/strict";
import { createAccountSecrets } from "../../../db/repositories/account-secrets.ts";
import { createAccounts } from "../../../db/repositories/accounts.ts";
import { createPasswords } from "../../../game-server/accounts/passwords.ts";
import { PASSWORD, refusal } from "../../support/account.ts";
import { seedAccount } from "../../support/accounts.ts";
import { visit } from "../../support/browser-like.ts";
import { onBothServers } from "../../support/both-servers.ts";
import { onBothDatabases } from "../../support/databases.ts";
import type { TestServer } from "../../support/server.ts";

onBothServers("fifty at once", { tests });

function tests(server: () => TestServer): void {
  it("who want one name get one account", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        visit(server().url).post("/api/sign-up", {
          login: index % 2 === 0 ? "the-one" : "THE.0NE",
          name: `One ${String.fromCharCode(97 + (index % 26))}${index}`,
          email: `one${index}@mail.example`,
          password: PASSWORD,
        }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      assert.deepEqual(refusal(answer), [409, "login.taken"]);
  });

  it("who want one display name get one account", async () => {
    const words = Array.from(
      { length: 50 },
      (_, index) => "abcdefghjk".charAt(index % 10) + "xyzst".charAt(index / 10),
    );
    const answers = await Promise.all(
      words.map((word) =>
        visit(server().url).post("/api/sign-up", {
          login: `same-${word}`,
          name: "Same Name",
          email: `${word}@mail.example`,
          password: PASSWORD,
        }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it("leave one guest one account", async () => {
    const guest = visit(server().url);
    await guest.post("/api/guests", { name: "Twice At Once" });
    const cookie = guest.cookie();
    const answers = await Promise.all(
      ["once", "twice"].map((login) =>
        visit(server().url, cookie).post("/api/sign-up", {
          login,
          name: `At ${login}`,
          email: `${login}@mail.example`,
          password: PASSWORD,
        }),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    assert.deepEqual(refused.map(refusal), [[409, "signedIn"]]);
  });
}

onBothDatabases("a secret", (database) => {
  const NOW = new Date("2026-11-24T12:00:00Z");
  const LATER = new Date("2026-11-24T13:00:00Z");

  it("is used once, by whoever of many comes first", async () => {
    const { id } = await seedAccount(database(), "secretive");
    const secrets = createAccountSecrets(database().orm);
    const accounts = createAccounts(database().orm);
    await secrets.keepToken({ hash: "h", playerId: id, purpose: "reset", email: "", expiresAt: LATER }, NOW);
    await secrets.keepRecoveryCodes(id, [{ selector: "ABCD", codeHash: "x" }]);
    const many = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, act));
    const taken = await many(() => secrets.takeToken("h", "reset", NOW));
    assert.equal(taken.filter((token) => token !== null).length, 1);
    assert.equal((await many(() => secrets.takeRecoveryCode(id, "ABCD"))).filter(Boolean).length, 1);
    assert.equal((await many(() => accounts.takeTotpStep(id, 7))).filter(Boolean).length, 1);
    assert.equal(await accounts.takeTotpStep(id, 6), false, "nor an older one");
  });

  it("is worth nothing when its time is over, or for another purpose", async () => {
    const { id } = await seedAccount(database(), "late");
    const secrets = createAccountSecrets(database().orm);
    await secrets.keepToken({ hash: "k", playerId: id, purpose: "verify", email: "", expiresAt: LATER }, NOW);
    assert.equal(await secrets.takeToken("k", "reset", NOW), null);
    assert.equal(await secrets.takeToken("k", "verify", LATER), null);
    assert.equal((await secrets.takeToken("k", "verify", NOW))?.playerId, id);
  });
});

describe("hashing", () => {
  it("is Argon2id as OWASP recommends, salted, and works as much for nobody as for somebody", async () => {
    const passwords = await createPasswords();
    const [one, other] = [await passwords.hash("the same"), await passwords.hash("the same")];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    assert.notEqual(one, other);
    const before = passwords.worked;
    assert.equal(await passwords.verify(one, "the same"), true);
    assert.equal(passwords.worked - before, 1);
    assert.equal(await passwords.verify(null, "the same"), false);
    assert.equal(passwords.worked - before, 2);
  });
});
