// How the levels differ but for how well they play: what each makes of the same chances. How they are used: aims.ts.

export const STYLE_NAMES = ["patient", "attacker", "counter", "gambler"] as const;
export type StyleName = (typeof STYLE_NAMES)[number];

export interface Style {
  /** How large it takes its own errors to be, as a share of what they are: under 1 it dares more than is wise. */
  readonly caution: number;
  /** What it adds for the chance that the other one does not get there at all: it would rather win at once. */
  readonly pressure: number;
  /** What it adds, at most, for a ball to where the other one comes from: against the way they run. */
  readonly wrongFoot: number;
}

export const STYLES: Readonly<Record<StyleName, Style>> = {
  /** Keeps the ball in play, and waits for the other one's error. */
  patient: { caution: 1.2, pressure: 0, wrongFoot: 0 },
  /** Makes the other one run. */
  attacker: { caution: 1, pressure: 0.06, wrongFoot: 0.01 },
  /** Plays behind the other one. */
  counter: { caution: 1.05, pressure: 0.02, wrongFoot: 0.05 },
  /** Goes for the edges. */
  gambler: { caution: 0.85, pressure: 0.1, wrongFoot: 0 },
};
