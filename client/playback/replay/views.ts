// From where a match that is shown, and not played, can be looked at: from the side, or through a seat's eyes.

import type { FilmView } from "../../../sdk/film.ts";

/** In the order in which they are offered. */
export const VIEWS: readonly FilmView[] = ["side", 0, 1];
