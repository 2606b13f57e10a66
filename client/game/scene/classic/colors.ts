// The colours of the classic theme: cloth, walnut and brass in a hall in the evening.

export const CLASSIC_COLORS = {
  /** Honey and brick: far apart in lightness too, and both from the cloth. */
  own: "#f4c266",
  other: "#d9583c",
  line: "#f1e9d6",
  ball: "#fffaf0",
  cloth: "#1d6656",
  cushion: "#0e3f37",
  walnut: "#6b4226",
  walnutDark: "#2b180d",
  brass: "#c4974a",
  /** The hall: plaster, panels, the evening in its windows, the light of its lamps. */
  plaster: "#57402f",
  panel: "#3a2416",
  dusk: "#16243f",
  afterglow: "#d18d5c",
  lamp: "#ffd9a0",
  floor: "#49301f",
  rug: "#5a2229",
  shade: "#0f0a07",
} as const;
