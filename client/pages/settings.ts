// The page of settings: the same form as over a match.

import { html, render } from "lit/html.js";
import { panelPage } from "../components/frame.ts";
import { settingsForm } from "../components/settings-form.ts";
import { t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";
import { keepSettings, readSettings } from "../settings.ts";

export function openSettings(place: Place): void {
  let settings = readSettings();
  const show = (): void => {
    const form = settingsForm(settings, (changed) => {
      settings = changed;
      keepSettings(settings);
      show();
    });
    render(
      panelPage(
        html`<h1>${t("settings.title")}</h1>
          <p class="quiet">${t("settings.text")}</p>
          ${form}
          <div class="actions"><a class="btn btn-primary" href="/">${t("settings.done")}</a></div>`,
      ),
      place.root,
    );
  };
  show();
  place.arrive(t("title.page", { page: t("settings.title") }));
}
