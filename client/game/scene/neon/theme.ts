// Neon: tubes of light round a table of dark glass, under a synthetic sunset.

import { mix } from "../paint.ts";
import type { Theme } from "../theme.ts";
import { createBall } from "./ball.ts";
import { NEON } from "./colors.ts";
import { createPaddleLook } from "./paddle-look.ts";
import { createSurroundings } from "./surroundings.ts";
import { buildTableTop } from "./table-top.ts";
import type { ThemeBuilders } from "../theme-builders.ts";

const BLACK = "#000000";

export const neon: Theme & ThemeBuilders = {
  own: NEON.own,
  other: NEON.other,
  line: NEON.line,
  ball: NEON.ball,
  backdrop: NEON.skyTop,
  lamps: {
    sky: { color: "#9fb0ff", ground: mix(BLACK, NEON.horizon, 0.4), intensity: 0.5 },
    key: {
      color: "#c9c4ff",
      shine: mix(BLACK, NEON.horizon, 0.6),
      intensity: 0.7,
      from: { away: 6, up: 14, aside: -6 },
      towards: { away: -0.45, up: -1, aside: 0.4 },
    },
    ball: { intensity: 0.85, flare: 1.6, range: 9 },
    shadow: { darkness: 0.25, softness: 0 },
  },
  effects: { paint: "light", countdown: NEON.line, trail: 1, sparks: 1, sparkWeight: 1, rings: 1, wave: 1, shake: 1 },
  createSurroundings,
  buildTableTop,
  createPaddleLook,
  createBall,
};
