// Who may watch a match among friends, and with what delay, so that no spectator can help a player.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";
import { WATCH_DELAYS } from "../../platform/settings.ts";

export interface WatchingChoice {
  readonly isPublic: boolean;
  /** 0 to 10. */
  readonly delaySeconds: number;
}

export const NOBODY_WATCHES: WatchingChoice = { isPublic: false, delaySeconds: 0 };

const CHOICES: readonly WatchingChoice[] = [
  NOBODY_WATCHES,
  ...WATCH_DELAYS.map((delaySeconds) => ({ isPublic: true, delaySeconds })),
];

export function watchingForm(chosen: WatchingChoice, change: (choice: WatchingChoice) => void): TemplateResult {
  const choose = (event: Event): void => {
    change(CHOICES[(event.target as HTMLSelectElement).selectedIndex] ?? NOBODY_WATCHES);
  };
  return html`<div>
    <label class="form-label" for="watching">${t("watching.label")}</label>
    <select class="form-select" id="watching" @change=${choose}>
      ${CHOICES.map(
        (one) =>
          html`<option ?selected=${one.isPublic === chosen.isPublic && one.delaySeconds === chosen.delaySeconds}>
            ${words(one)}
          </option>`,
      )}
    </select>
  </div>`;
}

/** The same for the matches of the queues, which everybody may watch. */
export function watchDelayForm(chosenSeconds: number, change: (seconds: number) => void): TemplateResult {
  const choose = (event: Event): void => {
    change(WATCH_DELAYS[(event.target as HTMLSelectElement).selectedIndex] ?? 0);
  };
  return html`<div class="settings-watching">
    <label class="form-label" for="watch-delay">${t("watching.queues")}</label>
    <select class="form-select" id="watch-delay" @change=${choose}>
      ${WATCH_DELAYS.map(
        (seconds) =>
          html`<option ?selected=${seconds === chosenSeconds}>
            ${words({ isPublic: true, delaySeconds: seconds })}
          </option>`,
      )}
    </select>
  </div>`;
}

function words({ isPublic, delaySeconds }: WatchingChoice): string {
  if (!isPublic) return t("watching.nobody");
  return delaySeconds === 0 ? t("watching.everybody") : t("watching.later", { count: delaySeconds });
}
