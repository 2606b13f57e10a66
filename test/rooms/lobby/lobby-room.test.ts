// Two processes over one Redis: each shows who is connected to the other, as far as they may be seen, and challenges go across.

import assert from "node:assert/strict";
import { ChallengesReply } from "../../../schema/http/challenges.ts";
import { LobbyReply } from "../../../schema/http/lobby.ts";
import { NotificationsReply } from "../../../schema/http/notifications.ts";
import { OPEN_TO_ALL } from "../../../schema/profile.ts";
import { LOBBY_ROOM, SEARCH } from "../../../schema/lobby.ts";
import { CloseCode } from "../../../schema/rooms.ts";
import { refusal, signUp } from "../../support/account.ts";
import { visit } from "../../support/browser-like.ts";
import { createGuest, guestOf } from "../../support/guest.ts";
import { LobbyPage } from "../../support/lobby-page.ts";
import { seatTwo } from "../../support/player.ts";
import { Frame, RawPlayer } from "../../support/raw-player.ts";
import { serverComplaints } from "../../support/server-complaints.ts";
import type { TestServer } from "../../support/server.ts";
import { type TwoProcesses, startTwoProcesses } from "../../support/two-processes.ts";
import { until, untilFound } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
const QUICK = { rules: { pointsToWin: 5, twoClear: false } };

interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly cookie: string;
}

describe("the lobby of two processes", () => {
  let both: TwoProcesses | null = null;
  let here: TestServer;
  let there: TestServer;
  const open: { close(): void }[] = [];

  before(async function () {
    both = await startTwoProcesses();
    if (both === null) return this.skip();
    ({ here, there } = both);
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });
  after(() => both?.stop());

  async function person(): Promise<Person> {
    const account = await signUp(here.url);
    const { id, login, name } = account;
    return { id, login, name, cookie: account.cookie() };
  }

  function page(server: TestServer, who: Pick<Person, "id" | "cookie">): LobbyPage {
    const one = new LobbyPage(server.url, who);
    open.push(one);
    return one;
  }

  it("shows who comes and goes over there, and finds them by name", async () => {
    const [ada, bob] = [await person(), await person()];
    const adas = page(here, ada);
    await adas.sees(bob, "nobody");
    const bobs = page(there, bob);
    await adas.sees(bob, "online");
    await bobs.sees(ada, "online");
    const seen = adas.person(bob)!;
    assert.deepEqual([seen.name, seen.login, seen.ratings.classic], [bob.name, bob.login, null]);
    adas.line.search("zzzz");
    await adas.sees(bob, "nobody");
    adas.line.search(bob.name.slice(1).toUpperCase());
    await adas.sees(bob, "online");
    const asked = LobbyReply.parse((await adas.ask(`/api/lobby?search=${bob.login}`)).body);
    assert.deepEqual(
      asked.people.map(({ id }) => id),
      [bob.id],
    );
    bobs.close();
    await adas.sees(bob, "nobody");
  });

  it("never shows who has blocked, or lets nobody see them, nor lets them be challenged", async () => {
    const [ada, bob, cy, witness] = [await person(), await person(), await person(), await person()];
    await visit(here.url, bob.cookie).send("PUT", `/api/blocks/${ada.id}`);
    const hidden = { privacy: { ...OPEN_TO_ALL, status: "nobody" } };
    await visit(here.url, cy.cookie).send("PATCH", "/api/account/profile", hidden);
    const [bobs, cys] = [page(there, bob), page(there, cy)];
    const watching = page(here, witness);
    const adas = page(here, ada);
    await watching.sees(bob, "online");
    await adas.sees(witness, "online");
    await bobs.sees(witness, "online");
    await cys.sees(bob, "online");
    const { people } = LobbyReply.parse((await adas.ask("/api/lobby")).body);
    for (const { id } of [bob, cy]) {
      assert.ok(!adas.everSeen.has(id) && !people.some((one) => one.id === id));
      assert.deepEqual(refusal(await adas.challenge({ id })), [409, "challenge.away"], "as if they were not here");
    }
    assert.ok(!bobs.everSeen.has(ada.id), "nor the other way round");
    assert.deepEqual(refusal(await bobs.challenge(ada)), [409, "challenge.away"]);
    await visit(here.url, bob.cookie).send("DELETE", `/api/blocks/${ada.id}`);
    await adas.sees(bob, "online");
    await visit(here.url, bob.cookie).send("PUT", `/api/blocks/${ada.id}`);
    await adas.sees(bob, "nobody");
  });

  it("takes a challenge across: countered, accepted, both seated and shown as playing", async () => {
    const [ada, bob, cy] = [await person(), await person(), await person()];
    const [adas, bobs, cys] = [page(here, ada), page(there, bob), page(there, cy)];
    await adas.sees(bob, "online");
    assert.equal((await adas.challenge(bob)).status, 201);
    const asked = await bobs.challengeWith(ada, ({ turn }) => turn === "to");
    const left = bobs.line.secondsLeft(asked);
    assert.ok(left > 30 && left <= 60, `${left} s`);
    const notices = async () => NotificationsReply.parse((await bobs.ask("/api/notifications")).body).notices;
    assert.equal((await notices())[0]?.about.kind, "challenge");
    const countered = await bobs.counter(asked, { ...QUICK, ranked: true });
    assert.equal(countered.status, 200, JSON.stringify(countered.body));
    assert.equal((await notices())[0]?.isRead, true, "answering reads it");
    const offered = await adas.challengeWith(bob, ({ turn }) => turn === "from");
    assert.deepEqual([offered.terms.rules.pointsToWin, offered.terms.ranked], [5, true]);
    const accepted = await adas.answer(offered, "accept");
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
    const { roomId } = await bobs.challengeWith(ada, ({ outcome }) => outcome === "accepted");
    const told = ChallengesReply.parse((await bobs.ask("/api/challenges")).body).challenges;
    assert.equal(told[0]?.roomId, roomId);
    assert.deepEqual(cys.line.lobby.challenges, [], "nobody else's");
    const guests = [ada, bob].map((one, at) =>
      guestOf([here, there][at]!.url, one, visit([here, there][at]!.url, one.cookie)),
    );
    const players = await seatTwo([guests[0]!, guests[1]!], roomId!);
    assert.equal(players[0].status.ranked, true);
    await cys.sees(ada, "playing");
    assert.deepEqual(refusal(await cys.challenge(bob)), [409, "challenge.theyPlay"]);
    assert.deepEqual(refusal(await adas.challenge(cy)), [409, "challenge.youPlay"]);
    for (const player of players) player.quit();
  });

  it("lets guests challenge and be seen, and withdraws what somebody leaves behind", async () => {
    const ada = await person();
    const guest = await createGuest(there.url);
    const theirs = page(there, { id: guest.id, cookie: guest.headers["cookie"]! });
    const adas = page(here, ada);
    await adas.sees(guest, "online");
    assert.deepEqual(refusal(await theirs.challenge(ada, { ranked: true })), [400, "challenge.rankedAccounts"]);
    assert.equal((await theirs.challenge(ada, QUICK)).status, 201);
    await adas.challengeWith(guest, ({ outcome }) => outcome === null);
    theirs.close();
    await adas.challengeWith(guest, ({ outcome }) => outcome === "withdrawn");
  });

  it("calls nobody any more to what is over", async () => {
    const [ada, bob] = [await person(), await person()];
    const [adas, bobs] = [page(here, ada), page(there, bob)];
    await adas.sees(bob, "online");
    const ofTwo = { player: { id: bob.id, login: bob.login } };
    const unclear = await visit(here.url, ada.cookie).post("/api/challenges", ofTwo);
    assert.equal(unclear.status, 422, "whom of the two?");
    assert.equal((await adas.challenge(bob)).status, 201);
    const told = async () => NotificationsReply.parse((await bobs.ask("/api/notifications")).body);
    assert.equal((await told()).unread, 1);
    const asked = await adas.challengeWith(bob, ({ outcome }) => outcome === null);
    assert.equal((await adas.answer(asked, "withdraw")).status, 204);
    const isOver = async () => {
      const { unread, notices } = await told();
      // Asked for one after the other: the list may be from before.
      return unread === 0 && notices.every(({ isRead }) => isRead) ? notices : null;
    };
    const notices = await untilFound(isOver, PATIENCE_MS, "it is read");
    assert.deepEqual(
      notices.map(({ about }) => about.kind),
      ["challenge"],
    );
  });

  it("follows what somebody lets others ask of them", async () => {
    const [ada, bob] = [await person(), await person()];
    const adas = page(here, ada);
    page(there, bob);
    await adas.sees(bob, "online");
    const closed = { privacy: { ...OPEN_TO_ALL, challenges: "friends" } };
    await visit(there.url, bob.cookie).send("PATCH", "/api/account/profile", closed);
    await until(() => adas.person(bob)?.challenges === "friends", PATIENCE_MS, "the choice is shown");
    assert.deepEqual(refusal(await adas.challenge(bob)), [403, "challenge.notPossible"]);
    await visit(here.url, ada.cookie).send("PUT", `/api/friends/${bob.id}`);
    await visit(there.url, bob.cookie).send("PUT", `/api/friends/${ada.id}`);
    await until(() => adas.line.isFriend(bob.id), PATIENCE_MS, "they are friends");
    const asked = await untilFound(
      async () => ((await adas.challenge(bob)).status === 201 ? true : null),
      PATIENCE_MS,
      "a friend may",
    );
    assert.ok(asked);
  });

  it("sends away who searches for more than fits, and lives on", async () => {
    const guest = await createGuest(here.url);
    const hostile = await RawPlayer.enter(here.url, `join/${LOBBY_ROOM}`, guest.headers);
    hostile.send(Uint8Array.of(Frame.bytes, SEARCH, ...Array.from({ length: 400 }, () => 65)));
    assert.equal(await hostile.closed(), CloseCode.flood);
  });

  it("leaves nothing in the logs", () => {
    for (const server of [here, there]) assert.deepEqual(serverComplaints(server), []);
  });
});
