// In line for an opponent: how many wait, for how long, and a way out. Leads to the table once somebody is found.

import { html, render } from "lit/html.js";
import { Unreachable } from "../api.ts";
import { clockText } from "../clock-text.ts";
import { panelPage } from "../components/frame.ts";
import { t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";
import { warmMatchParts } from "../match/load-parts.ts";
import { showStale } from "./stale.ts";

export async function openWaiting(place: Place): Promise<void> {
  const player = await place.visitor.load();
  if (place.left.aborted) return;
  // Without a name there is no place in line.
  if (player === null) return place.go("/", "replace");

  const sinceMs = performance.now();
  let people = 0;
  const crowd = (): string => {
    if (people === 0) return t("waiting.joining");
    return people === 1 ? t("waiting.alone") : t("waiting.people", { count: people });
  };
  const show = (): void => {
    const time = clockText((performance.now() - sinceMs) / 1000);
    render(
      panelPage(
        html`<div class="radar" aria-hidden="true"><span></span><span></span><span></span></div>
          <h1>${t("waiting.title")}</h1>
          <p aria-live="polite">${crowd()}</p>
          <p class="waiting-time">${t("waiting.time", { time })}</p>
          <div class="actions"><a class="btn btn-secondary" href="/">${t("waiting.cancel")}</a></div>
          <p class="quiet">${t("waiting.friend")}</p>`,
      ),
      place.root,
    );
  };
  show();
  place.arrive(t("title.page", { page: t("waiting.title") }));
  const second = setInterval(show, 1000);
  place.left.addEventListener("abort", () => clearInterval(second));

  const { openQueue } = await import("../../sdk/open-queue.ts");
  if (place.left.aborted) return;
  const queue = openQueue({
    url: location.origin,
    onWaiting(count) {
      people = count;
      show();
    },
    onPaired(roomId) {
      if (!place.left.aborted) place.go(`/play/${encodeURIComponent(roomId)}`, "replace");
    },
    onClosed(reason) {
      if (!place.left.aborted) explainClosed(place, reason);
    },
  });
  place.left.addEventListener("abort", () => queue.cancel());
  // The table is loaded while there is nothing else to do.
  warmMatchParts();
}

function explainClosed(place: Place, reason: string): void {
  if (reason === "stale") showStale(place);
  else if (reason === "signedOut") {
    place.visitor.forget();
    place.go("/", "replace");
  } else place.fail(new Unreachable(reason));
}
