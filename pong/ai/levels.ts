// The eight levels of the computer: how well each plays, how, and how strong it has been measured to be (docs/ai.md says how).
// What each of these numbers does: player.ts, aims.ts, hands.ts.

import { STYLES, type Style, type StyleName } from "./styles.ts";

/** The computer looks at the table no more often than once a second. */
export const LOOK_EVERY_TICKS = 60;

/** Goes up with any change that makes the same looks end in other presses. Recordings carry it (pong/recording.ts). */
export const AI_VERSION = 1;

/** From the weakest to the strongest. */
export const AI_LEVELS = ["dewdrop", "pebble", "breeze", "ember", "tide", "gale", "quake", "nova"] as const;
export type AiLevel = (typeof AI_LEVELS)[number];

/** Ticks are 1/60 s, lengths court units. */
export interface Skill {
  /** From a look to the first key press it leads to: at least this many ticks, never under MIN_REACTION_TICKS ... */
  readonly reaction: number;
  /** ... and up to this many more. */
  readonly hesitation: number;
  /** Deviation of where it expects a ball from the far end. */
  readonly aimError: number;
  /** Added to that for each wall or obstacle on the way. */
  readonly wallError: number;
  /** Deviation of how long it holds a key, in ticks. */
  readonly handError: number;
  /** Deviation of what it takes an aim to be worth, as a chance to win the point, 0 to 1: high, and it hits without a plan. */
  readonly whim: number;
  /** How far it goes to where it should wait while the ball flies away, 0 to 1. */
  readonly recovery: number;
  /** How much it learns of its opponent, 0 to 1. */
  readonly reading: number;
  /** Needless taps a second while it waits. */
  readonly fidget: number;
}

/** 117 ms: nobody reacts sooner. */
export const MIN_REACTION_TICKS = 7;

export interface Level {
  readonly skill: Skill;
  readonly style: StyleName;
  /** On the scale on which the model of an average person has 1500 (loadtest/ai/): what `npm run bench:ai` measured. */
  readonly rating: number;
}

export const LEVELS: Readonly<Record<AiLevel, Level>> = {
  dewdrop: {
    style: "patient",
    rating: 820,
    skill: {
      reaction: 11,
      hesitation: 5,
      aimError: 0.346,
      wallError: 0.122,
      handError: 0.85,
      whim: 0.124,
      recovery: 0.9,
      reading: 0.82,
      fidget: 0.23,
    },
  },
  pebble: {
    style: "gambler",
    rating: 945,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.301,
      wallError: 0.103,
      handError: 0.78,
      whim: 0.097,
      recovery: 0.93,
      reading: 0.87,
      fidget: 0.21,
    },
  },
  breeze: {
    style: "counter",
    rating: 1090,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.286,
      wallError: 0.096,
      handError: 0.76,
      whim: 0.087,
      recovery: 0.94,
      reading: 0.89,
      fidget: 0.2,
    },
  },
  ember: {
    style: "attacker",
    rating: 1235,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.254,
      wallError: 0.082,
      handError: 0.71,
      whim: 0.066,
      recovery: 0.96,
      reading: 0.92,
      fidget: 0.19,
    },
  },
  tide: {
    style: "patient",
    rating: 1375,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.243,
      wallError: 0.078,
      handError: 0.7,
      whim: 0.06,
      recovery: 0.96,
      reading: 0.93,
      fidget: 0.18,
    },
  },
  gale: {
    style: "gambler",
    rating: 1510,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.227,
      wallError: 0.07,
      handError: 0.67,
      whim: 0.05,
      recovery: 0.97,
      reading: 0.95,
      fidget: 0.17,
    },
  },
  quake: {
    style: "counter",
    rating: 1660,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.22,
      wallError: 0.067,
      handError: 0.66,
      whim: 0.045,
      recovery: 0.98,
      reading: 0.96,
      fidget: 0.17,
    },
  },
  nova: {
    style: "attacker",
    rating: 1810,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.193,
      wallError: 0.056,
      handError: 0.62,
      whim: 0.028,
      recovery: 0.99,
      reading: 0.99,
      fidget: 0.16,
    },
  },
};

export function skillOf(level: AiLevel): Skill {
  return LEVELS[level].skill;
}

export function styleOf(level: AiLevel): Style {
  return STYLES[LEVELS[level].style];
}
