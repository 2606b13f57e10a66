// This page is older than the server.

import { html, render } from "lit/html.js";
import { panelPage } from "../components/frame.ts";
import { t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";

export function showStale(place: Place): void {
  render(
    panelPage(
      html`<h1>${t("stale.title")}</h1>
        <p>${t("stale.text")}</p>
        <div class="actions">
          <button class="btn btn-primary" type="button" @click=${() => location.reload()}>${t("broken.reload")}</button>
        </div>`,
    ),
    place.root,
  );
  place.arrive(t("title.page", { page: t("stale.title") }));
}
