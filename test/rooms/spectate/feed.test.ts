// What those who watch get: all that is confirmed, in order and once, and nothing that is younger than the delay.

import assert from "node:assert/strict";
import { decodeRecording, encodeRecording } from "../../../pong/recording-bytes.ts";
import { type Recording, replay } from "../../../pong/recording.ts";
import { hashWorld } from "../../../pong/hash.ts";
import { Feed, type FeedUpdate, type FeedPiece } from "../../../rooms/spectate/feed.ts";
import { tickAt } from "../../../schema/timing.ts";
import { openFilm } from "../../../sdk/film.ts";
import { Evening } from "../../support/evening.ts";
import type { SimulatedPlayer } from "../../support/simulated-table.ts";

const PIECE_MS = 250;
const HOUR_MS = 3_600_000;

/** As it crosses the wire. */
function sent(piece: FeedPiece): Recording {
  return decodeRecording(encodeRecording({ ...piece, hash: 0 }));
}

/** An evening that is watched, with a pause in it. */
class WatchedEvening {
  readonly evening = new Evening({ pointsToWin: 3 });
  readonly feed: Feed;
  readonly news: FeedUpdate[] = [];
  /** By match. */
  readonly pieces: FeedPiece[][] = [];

  constructor(delaySeconds: number) {
    const { table, time } = this.evening;
    this.feed = new Feed({ matchViews: table.core.matchViews, nowMs: () => time.nowMs }, delaySeconds);
  }

  look(check: (news: FeedUpdate) => void = () => {}): void {
    for (const one of this.feed.advance()) {
      check(one);
      this.news.push(one);
      if (one.kind === "start") this.pieces.push([]);
      if (one.kind === "piece") this.pieces.at(-1)!.push(one.piece);
    }
  }

  /** Runs on until so many matches are over. */
  untilOver(matches: number, check?: (news: FeedUpdate) => void): void {
    const end = this.evening.time.nowMs + HOUR_MS;
    while (this.news.filter(({ kind }) => kind === "over").length < matches) {
      assert.ok(this.evening.time.nowMs < end, "the match ends");
      this.evening.time.run(PIECE_MS);
      this.look(check);
    }
  }

  pause(): void {
    // Not the last one: who is silent loses it, maybe, before the match is paused.
    this.evening.untilRally(1);
    const [ann] = this.evening.players as [SimulatedPlayer];
    ann.cut();
    this.evening.until("the pause", () => this.evening.status.phase === "paused", 3000);
    this.evening.until("play", () => this.evening.status.phase === "playing", 15_000);
  }
}

function joined(pieces: readonly FeedPiece[], hash: number): Recording {
  const all = pieces.map(sent);
  return {
    ...all[0]!,
    presses: all.flatMap(({ presses }) => presses),
    pauses: all.flatMap(({ pauses }) => pauses),
    seenLate: all.flatMap(({ seenLate }) => seenLate),
    endTick: all.at(-1)!.endTick,
    hash,
  };
}

describe("the feed of those who watch", () => {
  it("is the whole recording in pieces, a pause included", () => {
    const watched = new WatchedEvening(0);
    watched.pause();
    watched.untilOver(1);
    const { recording } = watched.evening.table.ended[0]!;
    assert.equal(recording.pauses.length, 1);
    assert.deepEqual(joined(watched.pieces[0]!, recording.hash), decodeRecording(encodeRecording(recording)));
    assert.ok(watched.pieces[0]!.length > 20);
  });

  it("plays on in a film as it comes, to the same end", () => {
    const watched = new WatchedEvening(0);
    watched.pause();
    watched.look();
    const film = openFilm({ ...sent(watched.feed.shown()!) });
    const seen = film.endTick;
    watched.untilOver(1, (one) => {
      if (one.kind === "piece" && one.piece.endTick > seen) film.append(sent(one.piece));
    });
    const { recording, players } = watched.evening.table.ended[0]!;
    assert.equal(film.endTick, recording.endTick);
    assert.deepEqual(
      [...film.scoreAt(film.endTick)],
      players.map(({ points }) => points),
    );
    assert.ok(seen > 0);
  });

  it("tells whoever comes late all of it at once", () => {
    const watched = new WatchedEvening(0);
    watched.untilOver(1);
    const { recording } = watched.evening.table.ended[0]!;
    const late = sent(watched.feed.shown()!);
    assert.equal(hashWorld(replay({ ...late, hash: recording.hash })), recording.hash);
    assert.ok(watched.feed.isOver);
  });

  it("shows nothing that is younger than the delay, and the end no sooner", () => {
    const watched = new WatchedEvening(4);
    const { time, table } = watched.evening;
    let endedAt = Infinity;
    watched.untilOver(1, (one) => {
      const matchView = watched.feed.matchView!;
      const horizon = tickAt(time.nowMs) - matchView.startTick - 4 * 60;
      if (one.kind === "piece") assert.ok(one.piece.endTick <= horizon);
      for (const press of one.kind === "piece" ? one.piece.presses : []) assert.ok(press.tick < horizon);
      if (one.kind === "over") endedAt = time.nowMs;
    });
    const over = table.ended[0]!.endedMs;
    assert.ok(endedAt >= over + 3_500, `${endedAt - over} ms later`);
  });

  it("shows that somebody has left no sooner either", () => {
    const watched = new WatchedEvening(4);
    const { evening } = watched;
    evening.untilRally(0);
    evening.players[0]!.session.ask("leave");
    evening.until("the end", () => evening.table.ended.length > 0, 1000);
    const over = evening.table.ended[0]!.endedMs;
    watched.untilOver(1);
    const laterMs = evening.time.nowMs - over;
    assert.ok(laterMs > 3_990 && laterMs <= 4_000 + 2 * PIECE_MS, `${laterMs} ms later`);
  });

  it("goes on with the rematch, once the match before has been shown to its end", () => {
    const watched = new WatchedEvening(8);
    watched.evening.until("the end", () => watched.evening.table.ended.length > 0, HOUR_MS);
    for (const player of watched.evening.players) player.session.ask("rematch");
    watched.untilOver(1);
    watched.evening.until("another end", () => watched.evening.table.ended.length > 1, HOUR_MS);
    watched.untilOver(2);
    assert.deepEqual(
      watched.news.filter(({ kind }) => kind !== "piece").map(({ kind }) => kind),
      ["start", "over", "start", "over"],
    );
    const { recording } = watched.evening.table.ended[1]!;
    assert.equal(joined(watched.pieces[1]!, recording.hash).endTick, recording.endTick);
  });
});
