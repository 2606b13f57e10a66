// The colours of a table. Whoever looks at it owns the first colour, whichever seat they have.

export interface Theme {
  /** The near side: one's own paddle, goal and points. */
  readonly own: string;
  /** The far side. */
  readonly other: string;
  /** Lines that belong to nobody. */
  readonly line: string;
  readonly ball: string;
  /** The glass of the table, and the metal of its frame. */
  readonly glass: string;
  readonly frame: string;
  /** The sky from top to horizon, the light on the horizon, the grid on the floor. */
  readonly skyTop: string;
  readonly skyMiddle: string;
  readonly horizon: string;
  readonly sunTop: string;
  readonly sunBottom: string;
  readonly floor: string;
}

export type ThemeName = "neon";

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  neon: {
    own: "#19e6ff",
    other: "#ff2f92",
    line: "#8f9bff",
    ball: "#fff7e0",
    glass: "#0a0f33",
    frame: "#161a3d",
    skyTop: "#04030f",
    skyMiddle: "#150a38",
    horizon: "#6b1d7d",
    sunTop: "#ffd36e",
    sunBottom: "#ff2f92",
    floor: "#5b3fd6",
  },
};
