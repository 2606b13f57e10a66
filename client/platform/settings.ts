// How somebody likes it on this machine: the camera, the table's look, the volumes. Remembered by the browser, never sent.

import { type Note, recall, remember } from "./remember.ts";

/** "behind" one's own paddle, or from the "side", where nobody's end of the table is nearer. */
export const VIEWS = ["behind", "side"] as const;
export type View = (typeof VIEWS)[number];
/** In seconds. */
export const WATCH_DELAYS = [0, 3, 5, 10] as const;
export const THEMES = ["neon", "classic"] as const;
export type ThemeName = (typeof THEMES)[number];

export interface Volumes {
  /** Each 0 to 1. */
  readonly master: number;
  readonly effects: number;
  readonly atmosphere: number;
}

export interface Settings {
  readonly view: View;
  readonly theme: ThemeName;
  readonly volumes: Volumes;
  /** How far behind those are who watch one's matches of the queues: one of WATCH_DELAYS. */
  readonly watchDelaySeconds: number;
}

export const DEFAULT_SETTINGS: Settings = {
  view: "behind",
  theme: "neon",
  volumes: { master: 0.8, effects: 1, atmosphere: 0.7 },
  watchDelaySeconds: 0,
};

const note: Note = { store: "localStorage", key: "rally.settings" };

/** What was kept; what of it is no setting of today is as at the beginning. */
export function readSettings(kept: string = recall(note)): Settings {
  const { view, theme, volumes, watchDelaySeconds } = parsed(kept) as Partial<Record<keyof Settings, unknown>>;
  const heard = (volumes ?? {}) as Partial<Record<keyof Volumes, unknown>>;
  const share = (name: keyof Volumes): number => {
    const value = heard[name];
    return typeof value === "number" && value >= 0 && value <= 1 ? value : DEFAULT_SETTINGS.volumes[name];
  };
  return {
    view: VIEWS.find((one) => one === view) ?? DEFAULT_SETTINGS.view,
    theme: THEMES.find((one) => one === theme) ?? DEFAULT_SETTINGS.theme,
    volumes: { master: share("master"), effects: share("effects"), atmosphere: share("atmosphere") },
    watchDelaySeconds: WATCH_DELAYS.find((one) => one === watchDelaySeconds) ?? DEFAULT_SETTINGS.watchDelaySeconds,
  };
}

export function keepSettings(settings: Settings): void {
  remember(note, JSON.stringify(settings));
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
