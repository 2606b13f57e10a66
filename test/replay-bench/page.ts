// The page of bench:replay: seeks in a film and in a recording run from its start, timed where players' browsers time it.

import { openTable, type Table } from "../../client/game/scene/open-table.ts";
import { CLASSIC } from "../../pong/court.ts";
import { decodeRecording } from "../../pong/recording-bytes.ts";
import { type Recording, replay } from "../../pong/recording.ts";
import { type Film, type FilmView, openFilm } from "../../sdk/film.ts";

const VIEWS: readonly FilmView[] = ["side", 0, 1];

/** All in ms. */
export interface SeekTimes {
  /** From the tick to the picture. */
  readonly picture: number[];
  /** From the tick until the picture is drawn; empty without a table. */
  readonly drawn: number[];
}

export interface ReplayBench {
  /** Returns how long it took to decode and open, in ms. */
  open(base64: string): number;
  openTable(): Promise<void>;
  /** @param shares of the match, each 0 to 1 */
  seek(shares: readonly number[]): SeekTimes;
  /** The same places by running the recording from its start to there. */
  runTo(shares: readonly number[]): number[];
}

declare global {
  interface Window {
    bench: ReplayBench;
  }
}

let recording: Recording;
let film: Film;
let table: Table | null = null;

window.bench = {
  open(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const from = performance.now();
    recording = decodeRecording(bytes);
    film = openFilm(recording);
    return performance.now() - from;
  },

  async openTable() {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 360;
    document.body.append(canvas);
    table = openTable({ canvas, court: CLASSIC, seat: 0, view: "side", reducedMotion: true, tier: 9 });
    await table.ready;
  },

  seek(shares) {
    const times: SeekTimes = { picture: [], drawn: [] };
    const pixel = new Uint8Array(4);
    for (const [index, share] of shares.entries()) {
      const from = performance.now();
      const picture = film.renderStateAt(share * film.endTick, VIEWS[index % VIEWS.length]!);
      times.picture.push(performance.now() - from);
      if (table === null) continue;
      table.draw(picture, from / 1000);
      // Drawing is only asked for until somebody wants to see a pixel.
      const gl = document.querySelector("canvas")!.getContext("webgl2");
      gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      times.drawn.push(performance.now() - from);
    }
    return times;
  },

  runTo(shares) {
    return shares.map((share) => {
      const endTick = Math.floor(share * recording.endTick);
      const from = performance.now();
      replay({ ...recording, endTick, pauses: recording.pauses.filter(({ until }) => until <= endTick) });
      return performance.now() - from;
    });
  },
};
