// The colours of the neon theme: light on dark glass, under a synthetic sunset.

export const NEON = {
  own: "#19e6ff",
  other: "#ff2f92",
  line: "#8f9bff",
  ball: "#fff7e0",
  /** The glass of the table, and the metal of its frame. */
  glass: "#0a0f33",
  frame: "#161a3d",
  /** The sky from top to horizon, the light on the horizon, the grid on the floor. */
  skyTop: "#04030f",
  skyMiddle: "#150a38",
  horizon: "#6b1d7d",
  sunTop: "#ffd36e",
  sunBottom: "#ff2f92",
  floor: "#5b3fd6",
} as const;
