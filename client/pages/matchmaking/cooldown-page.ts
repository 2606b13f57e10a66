// The cooldown after declining or missing a match: why, for how long, and the way back.

import { html, render } from "lit/html.js";
import type { Cooldown } from "../../../schema/queues.ts";
import { clockText } from "../../platform/i18n/formats.ts";
import { panelPage } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type QueueText, t } from "./words.ts";

const REASONS: Readonly<Record<Cooldown["because"], QueueText>> = {
  declined: "pause.declined",
  missed: "pause.missed",
  early: "pause.early",
};

export function showCooldown(context: PageContext, { seconds, because }: Cooldown): void {
  const untilMs = performance.now() + seconds * 1000;
  const show = (): void => {
    const left = Math.max(0, Math.ceil((untilMs - performance.now()) / 1000));
    if (left === 0) clearInterval(clock);
    render(
      panelPage(
        html`<h1>${t("pause.title")}</h1>
          <p>${t(REASONS[because])}</p>
          <p class="waiting-time" role="timer">${left === 0 ? t("pause.over") : clockText(left)}</p>
          <div class="actions">
            <button class="btn btn-primary" type="button" ?disabled=${left > 0} @click=${() => context.reopen()}>
              ${t("pause.again")}
            </button>
            <a class="btn btn-secondary" href="/">${t("common:result.home")}</a>
          </div>`,
      ),
      context.root,
    );
  };
  const clock = setInterval(show, 1000);
  context.left.addEventListener("abort", () => clearInterval(clock));
  show();
  context.announce(t("common:title.page", { page: t("pause.title") }));
}
