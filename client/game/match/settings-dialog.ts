// The settings in a dialog over the match. The match goes on behind it, and shows each change at once.

import { html, render } from "lit/html.js";
import { openDialog } from "../../ui/components/dialog.ts";
import { settingsForm } from "../../ui/components/settings-form.ts";
import { t } from "../../platform/i18n/translate.ts";
import { keepSettings, type Settings } from "../../platform/settings.ts";

/** @param left closes it; @param changed called with the settings after each change, which are kept already */
export function openSettingsDialog(settings: Settings, left: AbortSignal, changed: (settings: Settings) => void): void {
  openDialog("settings", left, (dialog) => {
    const show = (now: Settings): void => {
      const form = settingsForm(now, (next) => {
        keepSettings(next);
        show(next);
        changed(next);
      });
      render(
        html`<form method="dialog">
          <h2 id="settings">${t("settings.title")}</h2>
          ${form}
          <p class="quiet">
            <a href="/privacy" target="_blank">${t("foot.privacy")}</a> ·
            <a href="/terms" target="_blank">${t("foot.terms")}</a>
          </p>
          <div class="actions"><button class="btn btn-primary">${t("settings.done")}</button></div>
        </form>`,
        dialog,
      );
    };
    show(settings);
  });
}
