// Streams of events over HTTP, with time that the test lets pass: kept open where nothing happens, taken up where they were left,
// counted, and ended at once.

import assert from "node:assert/strict";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type ErrorRequestHandler } from "express";
import { MatchStreams } from "../../../game-server/spectate/match-streams.ts";
import { UserError } from "../../../rooms/user-error.ts";
import type { EventsSince } from "../../../rooms/spectate/match-events.ts";
import type { MatchEvent } from "../../../schema/http/events.ts";
import { EventStream } from "../../support/event-stream.ts";
import { until, untilFound } from "../../support/until.ts";
import { VirtualTime } from "../../support/virtual-time.ts";

const PATIENCE_MS = 10_000;

describe("streams of events", () => {
  const time = new VirtualTime();
  let asked = 0;
  /** What the table answers; null: it is gone. */
  let match: EventsSince | null = { events: [], isOver: false };
  const streams = new MatchStreams({
    timers: { now: () => time.nowMs, after: (ms, callback) => time.at(time.nowMs + ms, callback) },
    async eventsOf(_roomId, _matchId, from) {
      asked++;
      return match && { ...match, events: match.events.slice(from) };
    },
  });
  let server: Server;
  let url = "";
  const opened: EventStream[] = [];

  before(async () => {
    const app = express();
    app.get("/:id", (request, response) => {
      const followed = { roomId: "room", matchId: request.params.id, players: [{ id: "ada" }, { id: "bo" }] };
      const from = request.query["from"] as string;
      streams.open(followed, { address: from, playerId: from }, request.get("Last-Event-ID"), response);
    });
    const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
      response.sendStatus(error instanceof UserError ? error.status : 500);
    };
    app.use(refuse);
    server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    match = { events: [serve(1), serve(2)], isOver: false };
  });
  afterEach(async () => {
    streams.close();
    await Promise.all(opened.splice(0).map(({ ended }) => ended));
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function serve(seconds: number): MatchEvent {
    return { kind: "serve", data: { seconds, server: 0 } };
  }

  async function open(id: string, lastId?: string, from = "somebody"): Promise<EventStream> {
    const stream = await EventStream.open(`${url}/${id}?from=${from}`, lastId);
    opened.push(stream);
    return stream;
  }

  /** Lets time pass in small steps until it is so. */
  async function passing(isSo: () => boolean, what: string): Promise<void> {
    await until(() => (time.run(100), isSo()), PATIENCE_MS, what);
  }

  it("tell what there is and then what comes, each once", async () => {
    const stream = await open("a");
    await passing(() => stream.events.length === 2, "what there is");
    match = { ...match!, events: [...match!.events, serve(3)] };
    const late = await open("a");
    await passing(() => stream.events.length === 3 && late.events.length === 3, "what comes");
    assert.deepEqual(stream.events, late.events);
    assert.deepEqual(
      stream.events.map(({ id }) => id),
      ["a/1", "a/2", "a/3"],
    );
  });

  it("go on after what was seen, and from the beginning where that says nothing", async () => {
    const [seen, ...wrong] = [
      await open("b", "b/1"),
      await open("b", "a/1"),
      await open("b", "b/-1"),
      await open("b", "b/x"),
      await open("b", "nonsense"),
    ];
    await passing(() => wrong.every(({ events }) => events.length === 2) && seen.events.length === 1, "all have come");
    assert.equal(seen.events[0]?.id, "b/2");
  });

  it("go on with what comes for who says that they have seen more than there is", async () => {
    const far = await open("m", "m/999999");
    const other = await open("m");
    await passing(() => other.events.length === 2, "what there is");
    match = { events: [...match!.events, serve(3)], isOver: true };
    await passing(() => other.events.length === 3 && far.events.length === 1, "what comes");
    assert.deepEqual(far.events, other.events.slice(2));
    await far.ended;
  });

  it("are kept open where nothing happens", async () => {
    const stream = await open("c");
    await passing(() => stream.comments >= 2, "comments");
    assert.equal(stream.events.length, 2);
  });

  it("end with the match, and where its table is gone", async () => {
    const one = await open("d");
    match = { events: [serve(1), serve(2), serve(3)], isOver: true };
    await passing(() => one.events.length === 3, "the last event");
    await one.ended;
    match = null;
    const other = await open("e");
    let isOver = false;
    void other.ended.then(() => (isOver = true));
    await passing(() => isOver, "its end");
  });

  it("are refused where one address has too many, and free a place when they go", async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => open("f", undefined, "one")));
    await assert.rejects(open("f", undefined, "one"), /429/u);
    await assert.rejects(open("g", undefined, "one"), /429/u);
    await open("f", undefined, "another");
    many[0]!.close();
    await untilFound(() => open("f", undefined, "one").catch(() => null), PATIENCE_MS, "a place");
  });

  it("ask nobody once nobody follows", async () => {
    const stream = await open("h");
    await passing(() => stream.events.length > 0, "something");
    stream.close();
    await stream.ended;
    let before = -1;
    await passing(() => {
      const isQuiet = asked === before;
      before = asked;
      time.run(2_000);
      return isQuiet;
    }, "no more questions");
  });

  it("end for who is blocked by one of the players, or blocks one", async () => {
    const [cy, di, ed] = [
      await open("k", undefined, "cy"),
      await open("k", undefined, "di"),
      await open("l", undefined, "ed"),
    ];
    streams.part("ada", "cy");
    streams.part("di", "somebody");
    await cy.ended;
    streams.part("ed", "bo");
    await ed.ended;
    await passing(() => di.events.length === 2, "the others go on");
  });

  it("all end at once when the server closes", async () => {
    const all = [await open("i"), await open("j")];
    streams.close();
    await Promise.all(all.map(({ ended }) => ended));
  });
});
