// The themes there are, by name.

import { classic } from "./classic/theme.ts";
import { neon } from "./neon/theme.ts";
import type { Theme, ThemeName } from "./theme.ts";

export const THEMES: Readonly<Record<ThemeName, Theme>> = { neon, classic };
