// Moving through a replay: rallies, frames, speeds, links, keys; and the file that a match is kept in.

import assert from "node:assert/strict";
import { fileNameOf, readMatchFile, writeMatchFile } from "../../../../client/playback/replay/match-file.ts";
import { momentOf, thinksOf } from "../../../../client/playback/replay/moment.ts";
import { Playback } from "../../../../client/playback/replay/playback.ts";
import { actionOf } from "../../../../client/playback/replay/shortcuts.ts";
import { encodeRecording } from "../../../../pong/recording-bytes.ts";
import { RecordingFault } from "../../../../pong/recording.ts";
import { openFilm } from "../../../../sdk/film.ts";
import { playTestMatch } from "../../../support/recordings.ts";

function openPlayback(): Playback {
  return new Playback(openFilm(playTestMatch({ seed: 8, rules: { pointsToWin: 5 } }).recording));
}

describe("playback", () => {
  it("goes on at its speed, stops at the end, and begins again", () => {
    const playback = openPlayback();
    playback.pass(1000);
    assert.equal(playback.place, 0, "it stands still");
    playback.toggle();
    playback.pass(500);
    assert.equal(playback.place, 30);
    playback.changeSpeed(1);
    playback.changeSpeed(1);
    playback.changeSpeed(1);
    assert.equal(playback.speed, 4);
    playback.pass(500);
    assert.equal(playback.place, 150);
    playback.pass(10_000_000);
    assert.deepEqual([playback.place, playback.isPlaying], [playback.length, false]);
    playback.toggle();
    assert.deepEqual([playback.place, playback.isPlaying], [0, true]);
  });

  it("goes from rally to rally, and to the longest", () => {
    const playback = openPlayback();
    const { rallies, longest } = playback.film.marks;
    for (const rally of rallies) {
      playback.nextRally();
      assert.equal(playback.place, rally.tick - 40);
    }
    playback.nextRally();
    assert.equal(playback.place, playback.length);
    playback.longestRally();
    assert.equal(playback.place, longest!.tick - 40);
    playback.goTo(rallies[2]!);
    playback.previousRally();
    assert.equal(playback.place, rallies[1]!.tick - 40);
    playback.seek(rallies[1]!.tick + 121);
    playback.previousRally();
    assert.equal(playback.place, rallies[1]!.tick - 40, "the beginning of one that has begun");
    playback.goTo(rallies[0]!);
    playback.previousRally();
    assert.equal(playback.place, 0);
  });

  it("goes to a moment: of what is shown, or up to a tick of the match", () => {
    const playback = openPlayback();
    playback.seekMoment({ seconds: 2.5 });
    assert.equal(playback.place, 150);
    const third = playback.film.marks.rallies[2]!;
    playback.seekMoment({ tick: third.tick });
    const { place } = playback;
    playback.goTo(third);
    assert.equal(playback.place, place);
  });

  it("steps from tick to tick", () => {
    const playback = openPlayback();
    playback.seek(100.4);
    playback.step(1);
    assert.equal(playback.place, 101);
    playback.step(-1);
    assert.equal(playback.place, 100);
    playback.seek(0);
    playback.step(-1);
    assert.equal(playback.place, 0);
  });

  it("leaves keys to what needs them itself", () => {
    const pressed = (key: string, more: object = {}) => ({
      key,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      ...more,
    });
    const page = { tag: "BODY", type: "" };
    assert.equal(actionOf(pressed(" "), page), "play");
    assert.equal(actionOf(pressed("K"), page), "play");
    assert.equal(actionOf(pressed(","), page), "frameBack");
    assert.equal(actionOf(pressed("r", { ctrlKey: true }), page), null);
    assert.equal(actionOf(pressed(" "), { tag: "BUTTON", type: "button" }), null);
    assert.equal(actionOf(pressed("ArrowLeft"), { tag: "INPUT", type: "range" }), null);
    assert.equal(actionOf(pressed("."), { tag: "INPUT", type: "range" }), "frameOn");
    assert.equal(actionOf(pressed("k"), { tag: "INPUT", type: "text" }), null);
  });

  it("reads the moment of a link", () => {
    assert.deepEqual(momentOf("?t=12.5"), { seconds: 12.5 });
    assert.deepEqual(momentOf("?tick=900"), { tick: 900 });
    for (const search of ["", "?t=", "?t=-1", "?t=1e3", "?t=Infinity", "?x=1", "?tick=1.5", "?tick=-1"])
      assert.equal(momentOf(search), null, search);
  });

  it("reads in a link whether to show how the AI thinks", () => {
    assert.deepEqual(["?t=12.5&ai=1", "?ai=1"].map(thinksOf), [true, true]);
    assert.deepEqual(["", "?ai=0", "?ai=", "?t=1"].map(thinksOf), [false, false, false, false]);
    assert.deepEqual(momentOf("?t=12.5&ai=1"), { seconds: 12.5 });
  });
});

describe("a match's file", () => {
  const about = {
    names: ["Ada", "Žofie / 2"],
    points: [5, 3],
    winner: 0,
    finishedAt: "2026-11-23T10:00:00.000Z",
  } as const;

  it("tells who played and holds the recording", async () => {
    const { recording } = playTestMatch({ seed: 2 });
    const file = await writeMatchFile(about, encodeRecording(recording));
    assert.deepEqual(await readMatchFile(file), { about, recording });
    assert.equal(fileNameOf(about), "rally-Ada-Žofie_2-2026-11-23.rally");
  });

  it("is refused when it is damaged anywhere, or is none", async () => {
    const { recording } = playTestMatch({ seed: 2, atMostTicks: 300 });
    const bytes = encodeRecording(recording);
    const whole = new Uint8Array(await (await writeMatchFile(about, bytes)).arrayBuffer());
    const files = [
      new Blob([]),
      new Blob(["RALLY\u0001"]),
      new Blob([whole.slice(0, -9)]),
      await writeMatchFile({ ...about, winner: 7 }, bytes),
      await writeMatchFile({ ...about, names: ["x".repeat(65), ""] }, bytes),
      await writeMatchFile({ ...about, finishedAt: "yesterday" }, bytes),
      await writeMatchFile(about, new Uint8Array([9, 9])),
    ];
    for (const file of files) {
      await assert.rejects(readMatchFile(file), (fault) => fault instanceof RecordingFault && fault.kind === "damaged");
    }
    const other = new Blob([new Uint8Array([...whole.slice(0, 5), 9]), whole.slice(6)]);
    await assert.rejects(readMatchFile(other), (fault) => fault instanceof RecordingFault && fault.kind === "version");
  });
});
