// The ways to play that a rating is kept for. Rules of one's own have no mode, and so no rating.

/** `classic`: the match as everybody knows it; `quick`: to five, between two other things. */
export const MODE_RULES = {
  classic: { pointsToWin: 11, twoClear: false },
  quick: { pointsToWin: 5, twoClear: false },
} as const satisfies Readonly<Record<string, { readonly pointsToWin: number; readonly twoClear: boolean }>>;

export type Mode = keyof typeof MODE_RULES;

/** In the order in which they are offered. */
export const MODES = Object.keys(MODE_RULES) as [Mode, ...Mode[]];

/** Something of each mode. */
export function perMode<Value>(of: (mode: Mode) => Value): Record<Mode, Value> {
  return Object.fromEntries(MODES.map((mode) => [mode, of(mode)])) as Record<Mode, Value>;
}

/** What a match is played for. */
export interface Stakes {
  /** Null: by rules that no mode has. */
  readonly mode: Mode | null;
  /** Whether it moves both ratings of that mode. */
  readonly ranked: boolean;
}
