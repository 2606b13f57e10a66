// Classic: a fine table of cloth and walnut under warm lamps, in a quiet hall in the evening.

import type { Theme } from "../theme.ts";
import { createBall } from "./ball.ts";
import { CLASSIC_COLORS } from "./colors.ts";
import { createPaddleLook } from "./paddle-look.ts";
import { createSurroundings } from "./surroundings.ts";
import { buildTableTop } from "./table-top.ts";
import type { ThemeBuilders } from "../theme-builders.ts";

export const classic: Theme & ThemeBuilders = {
  own: CLASSIC_COLORS.own,
  other: CLASSIC_COLORS.other,
  line: CLASSIC_COLORS.line,
  ball: CLASSIC_COLORS.ball,
  backdrop: CLASSIC_COLORS.shade,
  lamps: {
    sky: { color: "#cfd3da", ground: "#4a3320", intensity: 0.5 },
    key: {
      color: "#ffe3b4",
      shine: "#ffdca6",
      intensity: 0.75,
      from: { away: 5, up: 16, aside: 5 },
      towards: { away: -0.32, up: -1, aside: -0.3 },
    },
    ball: null,
    shadow: { darkness: 0.3, softness: 0.04 },
  },
  effects: {
    paint: "chalk",
    countdown: CLASSIC_COLORS.line,
    trail: 0.85,
    sparks: 0.4,
    sparkWeight: 0.5,
    rings: 0.8,
    wave: 0.55,
    shake: 0.5,
  },
  createSurroundings,
  buildTableTop,
  createPaddleLook,
  createBall,
};
