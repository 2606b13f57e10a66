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
    rating: 805,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.301,
      wallError: 0.103,
      handError: 0.78,
      whim: 0.097,
      recovery: 0.7,
      reading: 0,
      fidget: 0.5,
    },
  },
  pebble: {
    style: "counter",
    rating: 935,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.267,
      wallError: 0.088,
      handError: 0.73,
      whim: 0.075,
      recovery: 0.76,
      reading: 0.15,
      fidget: 0.45,
    },
  },
  breeze: {
    style: "gambler",
    rating: 1065,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.246,
      wallError: 0.079,
      handError: 0.7,
      whim: 0.062,
      recovery: 0.82,
      reading: 0.3,
      fidget: 0.4,
    },
  },
  ember: {
    style: "attacker",
    rating: 1170,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.245,
      wallError: 0.078,
      handError: 0.7,
      whim: 0.061,
      recovery: 0.88,
      reading: 0.45,
      fidget: 0.35,
    },
  },
  tide: {
    style: "patient",
    rating: 1330,
    skill: {
      reaction: 10,
      hesitation: 4,
      aimError: 0.239,
      wallError: 0.076,
      handError: 0.69,
      whim: 0.057,
      recovery: 0.92,
      reading: 0.6,
      fidget: 0.3,
    },
  },
  gale: {
    style: "gambler",
    rating: 1500,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.223,
      wallError: 0.069,
      handError: 0.67,
      whim: 0.047,
      recovery: 0.95,
      reading: 0.75,
      fidget: 0.25,
    },
  },
  quake: {
    style: "counter",
    rating: 1635,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.214,
      wallError: 0.065,
      handError: 0.65,
      whim: 0.041,
      recovery: 0.98,
      reading: 0.9,
      fidget: 0.2,
    },
  },
  nova: {
    style: "attacker",
    rating: 1810,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.189,
      wallError: 0.054,
      handError: 0.61,
      whim: 0.026,
      recovery: 1,
      reading: 1,
      fidget: 0.15,
    },
  },
};

export function skillOf(level: AiLevel): Skill {
  return LEVELS[level].skill;
}

export function styleOf(level: AiLevel): Style {
  return STYLES[LEVELS[level].style];
}
