// The page of settings: the same form as over a match.

import { html, render } from "lit/html.js";
import { panelPage } from "../../ui/components/frame.ts";
import { settingsForm } from "../../ui/components/settings-form.ts";
import { watchDelayForm } from "../../ui/components/watching-form.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type Settings, keepSettings, readSettings } from "../../platform/settings.ts";

export function openSettings(context: PageContext): void {
  let settings = readSettings();
  const set = (changed: Settings): void => {
    settings = changed;
    keepSettings(settings);
    show();
  };
  const show = (): void => {
    const form = settingsForm(settings, set);
    render(
      panelPage(
        html`<h1>${t("settings.title")}</h1>
          <p class="quiet">${t("settings.text")}</p>
          ${form}
          ${watchDelayForm(settings.watchDelaySeconds, (watchDelaySeconds) => set({ ...settings, watchDelaySeconds }))}
          <div class="actions"><a class="btn btn-primary" href="/">${t("settings.done")}</a></div>`,
      ),
      context.root,
    );
  };
  show();
  context.announce(t("title.page", { page: t("settings.title") }));
}
