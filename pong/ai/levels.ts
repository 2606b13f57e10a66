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
    rating: 1000,
    skill: {
      reaction: 16,
      hesitation: 10,
      aimError: 0.95,
      wallError: 0.4,
      handError: 1.5,
      whim: 0.6,
      recovery: 0.5,
      reading: 0,
      fidget: 0.5,
    },
  },
  pebble: {
    style: "gambler",
    rating: 1130,
    skill: {
      reaction: 15,
      hesitation: 8,
      aimError: 0.8,
      wallError: 0.34,
      handError: 1.4,
      whim: 0.45,
      recovery: 0.6,
      reading: 0.1,
      fidget: 0.45,
    },
  },
  breeze: {
    style: "counter",
    rating: 1260,
    skill: {
      reaction: 14,
      hesitation: 7,
      aimError: 0.68,
      wallError: 0.28,
      handError: 1.3,
      whim: 0.35,
      recovery: 0.7,
      reading: 0.2,
      fidget: 0.4,
    },
  },
  ember: {
    style: "attacker",
    rating: 1390,
    skill: {
      reaction: 13,
      hesitation: 6,
      aimError: 0.56,
      wallError: 0.22,
      handError: 1.2,
      whim: 0.25,
      recovery: 0.78,
      reading: 0.35,
      fidget: 0.35,
    },
  },
  tide: {
    style: "patient",
    rating: 1520,
    skill: {
      reaction: 12,
      hesitation: 5,
      aimError: 0.45,
      wallError: 0.17,
      handError: 1.1,
      whim: 0.16,
      recovery: 0.86,
      reading: 0.5,
      fidget: 0.3,
    },
  },
  gale: {
    style: "gambler",
    rating: 1650,
    skill: {
      reaction: 11,
      hesitation: 4,
      aimError: 0.35,
      wallError: 0.12,
      handError: 1,
      whim: 0.1,
      recovery: 0.92,
      reading: 0.7,
      fidget: 0.25,
    },
  },
  quake: {
    style: "counter",
    rating: 1780,
    skill: {
      reaction: 10,
      hesitation: 3,
      aimError: 0.26,
      wallError: 0.08,
      handError: 0.8,
      whim: 0.05,
      recovery: 0.97,
      reading: 0.85,
      fidget: 0.2,
    },
  },
  nova: {
    style: "attacker",
    rating: 1910,
    skill: {
      reaction: 9,
      hesitation: 3,
      aimError: 0.18,
      wallError: 0.05,
      handError: 0.6,
      whim: 0.02,
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
