// How well the computer plays, by level. What each of these numbers does: player.ts.

/** The computer looks at the table no more often than once a second. */
export const LOOK_EVERY_TICKS = 60;

export const AI_LEVELS = ["easy", "medium", "hard"] as const;
export type AiLevel = (typeof AI_LEVELS)[number];

/** Ticks are 1/60 s, lengths court units. */
export interface Skill {
  /** From a look to the first key press it leads to: at least this many ticks ... */
  readonly reaction: number;
  /** ... and up to this many more. */
  readonly hesitation: number;
  /** Deviation of where it expects a ball from the far end. */
  readonly aimError: number;
  /** Added to that for each wall on the way. */
  readonly wallError: number;
  /** How far off the middle of its paddle it likes to meet the ball, as a share of the half, 0 to 1. */
  readonly daring: number;
  /** Whether it sends the ball where the other one is not; otherwise anywhere. */
  readonly isCunning: boolean;
  /** How far back to the middle it goes while the ball flies away, 0 to 1. */
  readonly recovery: number;
}

export const SKILLS: Readonly<Record<AiLevel, Skill>> = {
  easy: {
    reaction: 16,
    hesitation: 10,
    aimError: 0.9,
    wallError: 0.4,
    daring: 0.3,
    isCunning: false,
    recovery: 0.5,
  },
  medium: {
    reaction: 10,
    hesitation: 5,
    aimError: 0.3,
    wallError: 0.12,
    daring: 0.5,
    isCunning: false,
    recovery: 0.85,
  },
  hard: {
    reaction: 9,
    hesitation: 3,
    aimError: 0.2,
    wallError: 0.08,
    daring: 0.6,
    isCunning: true,
    recovery: 1,
  },
};
