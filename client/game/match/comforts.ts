// What makes a match comfortable on this machine: sound on or off, settings, the whole screen, a screen that stays on. Holds what
// is chosen; screen.ts shows the buttons and hands the choices on.

import { mutedNote, recall, remember } from "../../platform/remember.ts";
import { readSettings, type Settings } from "../../platform/settings.ts";
import { openSettingsDialog } from "./settings-dialog.ts";
import type { ToolsView } from "./tools.ts";
import { canFillScreen, fillsScreen, toggleFullScreen, watchFullScreen, keepAwake } from "./display.ts";

export class Comforts {
  settings: Settings = readSettings();
  muted = recall(mutedNote) === "yes";
  readonly #left: AbortSignal;
  readonly #changed: () => void;

  /** @param changed called after each choice */
  constructor(left: AbortSignal, changed: () => void) {
    this.#left = left;
    this.#changed = changed;
    keepAwake(left);
    watchFullScreen(left, changed);
  }

  get tools(): ToolsView {
    return {
      muted: this.muted,
      fillsScreen: canFillScreen() ? fillsScreen() : null,
      toggleFullScreen,
      toggleSound: () => {
        this.muted = !this.muted;
        remember(mutedNote, this.muted ? "yes" : "no");
        this.#changed();
      },
      openSettings: () =>
        openSettingsDialog(this.settings, this.#left, (settings) => {
          this.settings = settings;
          this.#changed();
        }),
    };
  }
}
