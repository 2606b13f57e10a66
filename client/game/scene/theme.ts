// What makes one look of the table different from another, as data: its colours and strengths. What each theme builds its own way:
// theme-builders.ts. Everything else of the scene is shared and only reads these.

export interface Theme {
  /** The near side: the viewer's own paddle, goal and points, whichever seat they have. */
  readonly own: string;
  /** The far side; darker or lighter than `own`, for eyes that don't tell the hues apart. */
  readonly other: string;
  /** Lines that belong to nobody. */
  readonly line: string;
  readonly ball: string;
  /** Where nothing is drawn. */
  readonly backdrop: string;
  readonly lamps: Lamps;
  readonly effects: Effects;
}

/** A direction or place as one's own end sees it: away from oneself, up, and towards +y of the court. */
export interface Bearing {
  readonly away: number;
  readonly up: number;
  readonly aside: number;
}

export interface Lamps {
  /** Light from all round: from above in `color`, from below in `ground`. */
  readonly sky: { readonly color: string; readonly ground: string; readonly intensity: number };
  /** The lamp that casts the shadows. */
  readonly key: {
    readonly color: string;
    /** What it adds to things that shine. */
    readonly shine: string;
    readonly intensity: number;
    readonly from: Bearing;
    readonly towards: Bearing;
  };
  /** The light of the ball itself, and how much is added right after a hit; null: it gives none. */
  readonly ball: { readonly intensity: number; readonly flare: number; readonly range: number } | null;
  /** `darkness` from 0 (black) to 1 (none); `softness` from 0 (crisp) to about 0.1 (wide, with the distance). */
  readonly shadow: { readonly darkness: number; readonly softness: number };
}

/** How what happens is shown; 1 is full strength. */
export interface Effects {
  /** Added to what is behind it, or laid over it. */
  readonly paint: "light" | "chalk";
  /** The part of the countdown's ring that is still open. */
  readonly countdown: string;
  readonly trail: number;
  /** Share of the number of sparks; 0: none fly. `sparkWeight` is how hard they fall. */
  readonly sparks: number;
  readonly sparkWeight: number;
  readonly rings: number;
  readonly wave: number;
  readonly shake: number;
}
