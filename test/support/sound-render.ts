// Renders what the real soundscape makes of a situation, in a browser's OfflineAudioContext, faster than it sounds.
// Runs in the page; sound.test.ts says what is played and looks at the samples.

import type { Announcement } from "../../client/game/sound/announcements.ts";
import type { Listener } from "../../client/game/sound/listener.ts";
import type { Volumes } from "../../client/game/sound/mixer.ts";
import { Soundscape } from "../../client/game/sound/soundscape.ts";
import type { SimEvent } from "../../pong/step.ts";

export interface Cue {
  /** Seconds from the start. */
  readonly at: number;
  readonly play?: SimEvent;
  readonly announce?: Announcement;
  /** From now on, each frame's picture has a ball this fast, in units a tick; 0 for one that rests. */
  readonly speed?: number;
  /** A happening that comes into view, without its own sound. */
  readonly see?: SimEvent["kind"];
  /** Seconds until the serve at this moment; counts down from here. */
  readonly servesIn?: number;
  readonly volumes?: Volumes;
  readonly muted?: boolean;
  /** No frames from now on, as in a hidden tab. */
  readonly hidden?: true;
  readonly close?: true;
}

export interface Situation {
  readonly seconds: number;
  readonly cues: readonly Cue[];
  readonly listener?: Listener;
  readonly volumes?: Volumes;
}

export interface Rendered {
  readonly rate: number;
  /** 32-bit floats in base64: numbers by the hundred thousand travel slowly otherwise. */
  readonly left: string;
  readonly right: string;
  /** Oscillators and noises that were started, and how many of them have ended. */
  readonly started: number;
  readonly ended: number;
  /** The most that there were at the beginning of a frame, waiting ones included. */
  readonly most: number;
}

const RATE = 32_000;
const FRAME_SECONDS = 1 / 60;
const FULL: Volumes = { master: 1, effects: 1, atmosphere: 1 };

export async function renderSound(situation: Situation): Promise<Rendered> {
  const context = new OfflineAudioContext(2, situation.seconds * RATE, RATE);
  const count = countSources(context);
  const frames = framesOf(
    situation,
    new Soundscape(context, situation.listener ?? LISTENER, situation.volumes ?? FULL),
  );
  for (let at = 0; at < situation.seconds - FRAME_SECONDS; at += FRAME_SECONDS) {
    void context.suspend(at).then(() => {
      count.most = Math.max(count.most, count.started - count.ended);
      frames(at);
      return context.resume();
    });
  }
  const buffer = await context.startRendering();
  // The last ones are reported after the rendering.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { rate: RATE, left: base64(buffer.getChannelData(0)), right: base64(buffer.getChannelData(1)), ...count };
}

const LISTENER: Listener = { kind: "behind", seat: 0 };

/** What to do in each frame, given its seconds from the start. */
function framesOf({ cues }: Situation, scape: Soundscape): (at: number) => void {
  let next = 0;
  let speed = 0;
  let servesAt = 0;
  let isHidden = false;
  let isClosed = false;
  return (at) => {
    const moments: SimEvent[] = [];
    for (; next < cues.length && cues[next]!.at <= at + 1e-6; next++) {
      const cue = cues[next]!;
      if (cue.play) scape.play(cue.play);
      if (cue.announce) scape.announce(cue.announce);
      if (cue.volumes) scape.volumes = cue.volumes;
      if (cue.muted !== undefined) scape.muted = cue.muted;
      if (cue.see) moments.push({ kind: cue.see, at, x: 0, y: 0, seat: 0, speed, ball: 0 });
      if (cue.close) scape.close();
      speed = cue.speed ?? speed;
      if (cue.servesIn !== undefined) servesAt = at + cue.servesIn;
      isHidden ||= cue.hidden === true;
      isClosed ||= cue.close === true;
    }
    if (isHidden || isClosed) return;
    // Where it is does not matter to anything that is heard here, but that it moves does.
    const balls = [{ x: Math.sin(at), y: 0, tick: at * 60, flying: speed > 0, speed, beyond: null }];
    scape.follow({ tick: at * 60, balls, paddles: [], servesIn: Math.max(0, servesAt - at), serving: 0, moments });
  };
}

function countSources(context: BaseAudioContext): { started: number; ended: number; most: number } {
  const count = { started: 0, ended: 0, most: 0 };
  const watch = <T extends AudioScheduledSourceNode>(source: T): T => {
    count.started++;
    source.addEventListener("ended", () => count.ended++);
    return source;
  };
  const openOscillator = context.createOscillator.bind(context);
  const openNoise = context.createBufferSource.bind(context);
  context.createOscillator = () => watch(openOscillator());
  context.createBufferSource = () => watch(openNoise());
  return count;
}

function base64(samples: Float32Array): string {
  let text = "";
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
