// How somebody likes it on this machine: the camera, the table's look, the volumes. Remembered by the browser, never sent.

import type { View } from "./scene/camera.ts";
import { type Note, recall, remember } from "./remember.ts";

export const VIEWS = ["behind", "side"] as const satisfies readonly View[];
export const THEMES = ["neon", "classic"] as const;
export type Theme = (typeof THEMES)[number];

export interface Volumes {
  /** Each 0 to 1. */
  readonly master: number;
  readonly effects: number;
  readonly atmosphere: number;
}

export interface Settings {
  readonly view: View;
  readonly theme: Theme;
  readonly volumes: Volumes;
}

export const DEFAULT_SETTINGS: Settings = {
  view: "behind",
  theme: "neon",
  volumes: { master: 0.8, effects: 1, atmosphere: 0.7 },
};

const note: Note = { store: "localStorage", key: "rally.settings" };

/** What was kept; what of it is no setting of today is as at the beginning. */
export function readSettings(kept: string = recall(note)): Settings {
  const { view, theme, volumes } = parsed(kept) as { view?: unknown; theme?: unknown; volumes?: unknown };
  const heard = (volumes ?? {}) as Partial<Record<keyof Volumes, unknown>>;
  const share = (name: keyof Volumes): number => {
    const value = heard[name];
    return typeof value === "number" && value >= 0 && value <= 1 ? value : DEFAULT_SETTINGS.volumes[name];
  };
  return {
    view: VIEWS.find((one) => one === view) ?? DEFAULT_SETTINGS.view,
    theme: THEMES.find((one) => one === theme) ?? DEFAULT_SETTINGS.theme,
    volumes: { master: share("master"), effects: share("effects"), atmosphere: share("atmosphere") },
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
